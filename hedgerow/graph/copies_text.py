"""When two texts are copies of one: an agency's report as several papers print it.

Papers change the headline and the dateline, cut the end and edit here and there, so most of what
the shorter text says stands word for word in the longer one, with the same figures. Bulletins that
fill one frame day by day agree in their words as well, but not in their figures.
"""

import re
from array import array
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

LEAST_WORDS = 60
"""Shorter texts are never taken for copies: too little tells them from one another."""
MOST_WORDS = 2000
"""As many words of a text are looked at."""
IN_A_ROW = 5
"""So many words in a row are compared as one."""
SHARED = 0.7
"""The share of the shorter text, in runs of words, that stands in the longer one as well."""
CUT = 0.4
"""A copy that was cut is at least as long as this part of the whole."""
HEAD = 25
"""Headline, byline and dateline lie within so many words; their figures may differ."""
FIGURES = 0.9
"""The share of its figures, the head's apart, that at least one of two copies shares."""

KEPT = 10_000
"""As many wordings, of some 4 KB, are kept at hand."""

_WORD = re.compile(r"[^\W_]+")
_GROUPED = re.compile(r"(?<=\d),(?=\d{3})")
_ROW = re.compile(r"(?:[a-z_]+: [^\n]*(?:\n|$))+")


@dataclass(frozen=True, slots=True)
class Wording:
    """What is compared of a text.

    `runs` are numbers for its runs of words, in order. `figures` are the numbers in it,
    `figures_below` those below the head.
    """

    runs: "array[int]"
    figures: frozenset[str]
    figures_below: frozenset[str]


def is_row_of_a_table(text: str) -> bool:
    """Whether a text is no sentence, but has a line a column."""
    return _ROW.fullmatch(text) is not None


def wording_of(text: str) -> Wording | None:
    """The wording of a text; None where it is too short, or a row of a table."""
    words = _WORD.findall(_GROUPED.sub("", text.casefold()))[:MOST_WORDS]
    if len(words) < LEAST_WORDS or is_row_of_a_table(text):
        return None
    starts = range(len(words) - IN_A_ROW + 1)
    runs = (crc32(" ".join(words[start : start + IN_A_ROW]).encode()) for start in starts)
    return Wording(array("I", runs), _figures(words), _figures(words[HEAD:]))


class Wordings:
    """The wordings of documents that were looked at last; a text is the same in every store."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, Wording] = OrderedDict()

    def get(self, document: str) -> Wording | None:
        """The wording of a document if it is at hand."""
        known = self._known.get(document)
        if known is not None:
            self._known.move_to_end(document)
        return known

    def put(self, document: str, wording: Wording) -> None:
        """Keep the wording of a document at hand."""
        self._known[document] = wording
        if len(self._known) > KEPT:
            self._known.popitem(last=False)


def are_copies(one: Wording, other: Wording) -> bool:
    """Whether two texts are copies of one; which is the first of them plays no part."""
    if not (_has_figures_of(one, other) or _has_figures_of(other, one)):
        return False
    shorter, longer = sorted((set(one.runs), set(other.runs)), key=len)
    if len(shorter) < CUT * len(longer):
        return False
    return len(shorter & longer) >= SHARED * len(shorter)


def _has_figures_of(one: Wording, other: Wording) -> bool:
    return len(one.figures & other.figures_below) >= FIGURES * len(other.figures_below)


def _figures(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0].isdigit())
