"""Names of people, compared and written as English-language papers print them."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# Letters that Unicode does not take apart into a plain one and an accent.
_PLAIN = str.maketrans({"đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ı": "i"})


def unaccented(text: str) -> str:
    """The text in plain letters."""
    parts = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(part for part in parts if not unicodedata.combining(part))


def is_name(label: str) -> bool:
    """Whether a label is a name in Latin letters, not the number of an item that has no label."""
    return re.match("[A-Za-z]", unaccented(label)) is not None and not re.fullmatch(r"Q\d+", label)


@lru_cache(maxsize=65536)
def name_keys(name: str, aliases: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """What names are compared by: their words, in any order, without case and accents.

    A family name alone ("Kim") is shared by too many to tell who is meant.
    """
    full = (words for each in aliases if len(words := _words(each)) > 1)
    return frozenset({_words(name), *full})


def full_names(name: str, given: Iterable[str]) -> tuple[str, ...]:
    """The accented form of a name, and what else is given that shares a word with it.

    Nicknames and bare family names would be read as names wherever they stand in an article.
    """
    words = set(_words(name))
    full = sorted(each for each in given if len(_words(each)) > 1 and words & set(_words(each)))
    kept = dict.fromkeys(each for each in (name, *full) if not set(each) & set(";\n"))
    return tuple(each for each in kept if each != unaccented(name))


def _words(name: str) -> tuple[str, ...]:
    return tuple(sorted(re.findall(r"\w+", unaccented(name).casefold())))
