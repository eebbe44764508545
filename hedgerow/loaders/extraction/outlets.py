"""Outlets that articles name: they tell what states do, and are no party to it."""

import re

from hedgerow.loaders.extraction.lexicon import word_list
from hedgerow.loaders.extraction.offices import alternatives
from hedgerow.ontology.outlets import outlets

_AFTER = re.compile(rf"\s+(?:\w+ )?(?:{alternatives(word_list('outlets'))})(?!\w)")
_TELLING = re.compile(
    rf"\s+(?:{alternatives(word_list('outlet_names'))})(?=,? (?:that|said|says|\w+ed)\b)"
)
_BEFORE = re.compile(rf"(?<!\w)(?:{alternatives(word_list('outlets_of'))}) $")
_LONGEST_BEFORE = 40
_LAST_WORDS = word_list("outlets") | word_list("outlet_names")


def names_outlet(text: str, start: int, end: int) -> bool:
    """Whether a nationality or name is only part of an outlet's: `Chilean media`, `France 24`."""
    if _AFTER.match(text, end) or _TELLING.match(text, end):
        return True
    return _BEFORE.search(text[max(0, start - _LONGEST_BEFORE) : start]) is not None


def is_outlet(words: str) -> bool:
    """Whether a speaker is an outlet that we know or that calls itself one."""
    name = words.removeprefix("the ").removeprefix("The ")
    known = outlets().find(words) or outlets().find(name)
    return known is not None or name.rpartition(" ")[2] in _LAST_WORDS


def is_of_no_state(words: str) -> bool:
    """Whether a speaker is an outlet that speaks for no state: what it tells is hearsay."""
    name = words.removeprefix("the ").removeprefix("The ")
    known = outlets().find(words) or outlets().find(name)
    return known is not None and not known.is_of_the_state
