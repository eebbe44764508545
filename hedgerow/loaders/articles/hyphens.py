"""Words that a line end broke."""

import re
from functools import cache
from importlib.resources import files

import yaml

_BROKEN = re.compile(r"(?P<head>[^\W\d_][\w-]{0,60})[-\u2010\u00ad]\n(?P<tail>[^\W\d_][\w-]*)")
_HYPHENATED = re.compile(r"\b\w+(?:-\w+)+")


@cache
def _known() -> frozenset[str]:
    source = files("hedgerow.loaders") / "data" / "pdf.yaml"
    return frozenset(yaml.safe_load(source.read_text(encoding="utf-8"))["hyphenated"])


def unhyphenated(text: str) -> str:
    """The text with words that a line end broke made whole.

    The hyphen stays before a capital or a digit, in compounds that are known as such, and in those
    that the text itself writes with a hyphen elsewhere.
    """
    written = {word.lower() for word in _HYPHENATED.findall(text)}

    def whole(broken: re.Match[str]) -> str:
        head, tail = broken["head"], broken["tail"]
        compound = f"{head}-{tail}".lower()
        keeps = not tail[0].islower() or compound in _known() or compound in written
        return f"{head}-{tail}" if keeps else head + tail

    return _BROKEN.sub(whole, text)
