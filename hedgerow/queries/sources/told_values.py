"""Values that claims tell, as they can be compared and shown."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from hedgerow.queries.words.phrases import level_words


def level(slug: str | None) -> str | None:
    """A level in words."""
    return None if slug is None else level_words(slug)


LONGEST = 30
"""A number of more digits than this counts nothing that there is."""


def number(text: str | None) -> str | None:
    """A whole number in digits, from `20`, `1,300` or `six`; None for what is vague."""
    if text is None:
        return None
    digits = text.replace(",", "")
    countable = digits.isdecimal() and len(digits) <= LONGEST
    found = int(digits) if countable else _number_words().get(text.casefold())
    return None if found is None else f"{found:,}"


def amount(value: str | None, currency: str | None) -> str | None:
    """A sum with its currency: `245,000,000 USD`; None where it is no number."""
    try:
        told = None if value is None else f"{float(value):,.12g}"
    except ValueError:
        return None
    return None if told is None else " ".join(filter(None, [told, currency]))


@cache
def _number_words() -> Mapping[str, int]:
    """The number words that the reading of articles knows; `a` is none, it may be any."""
    file = files("hedgerow.loaders") / "extraction" / "lexicon" / "numbers.yaml"
    words: dict[str, int] = yaml.safe_load(file.read_text(encoding="utf-8"))["words"]
    return {word: found for word, found in words.items() if word != "a"}
