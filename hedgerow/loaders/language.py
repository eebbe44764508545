"""Which language an article is in. Rules here read English; other articles are kept unread."""

import re
from functools import cache
from importlib.resources import files

import yaml
from babel import Locale, UnknownLocaleError
from pydantic import BaseModel

ENGLISH = "en"
SAMPLE = 5000
_WORD = re.compile(r"[^\W\d_]+")


class _EnglishWords(BaseModel):
    words: frozenset[str]
    share: float
    short: int
    margin: float


@cache
def _english() -> _EnglishWords:
    source = files("hedgerow.loaders") / "data" / "english.yaml"
    return _EnglishWords.model_validate(yaml.safe_load(source.read_text(encoding="utf-8")))


def language_of(text: str, stated: str | None = None) -> str:
    """The ISO 639-1 code of an article's language: the stated one, else the one it looks like."""
    if stated and (code := re.split("[-_]", stated.strip())[0].lower()):
        return ENGLISH if code in {"eng", "english"} else code
    words = _WORD.findall(text[:SAMPLE].lower())
    english = _english()
    hits = sum(word in english.words for word in words)
    short_latin = len(words) < english.short and all(ord(max(word)) < 0x180 for word in words)
    if short_latin or hits >= english.share * len(words):
        return ENGLISH
    return _detected(text[:SAMPLE])


def _detected(text: str) -> str:
    """The detector's answer; its model takes a second to load, so English prose never needs it."""
    import py3langid  # noqa: PLC0415

    likely = dict(py3langid.rank(text))
    best: str = max(likely, key=lambda code: likely[code])
    return ENGLISH if likely[ENGLISH] >= likely[best] - _english().margin else best


def language_name(code: str) -> str:
    """The English name of a language code, else the code itself."""
    try:
        return Locale.parse(code).get_language_name(ENGLISH) or code
    except (UnknownLocaleError, ValueError):
        return code
