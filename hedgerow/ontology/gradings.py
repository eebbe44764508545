"""The scales on which people grade sources and information, and the order of handling marks."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from hedgerow.errors import UsageError

VARIABLE = "HEDGEROW_HANDLING"
"""Names a file with the user's own order of marks: one a line, the freest first."""
LONGEST_MARK = 80
_SCALE = "TLP:"


def reliabilities() -> Mapping[str, str]:
    """What the letters A to F say of a source."""
    return MappingProxyType(_data()["reliability"])


def credibilities() -> Mapping[str, str]:
    """What the numbers 1 to 6 say of a piece of information."""
    return MappingProxyType(_data()["credibility"])


@dataclass(frozen=True, slots=True)
class Handling:
    """Handling marks, from the freest to the most restricted; unknown ones are stricter than all.

    Marks are compared without regard to case and blanks at the ends.
    """

    order: tuple[str, ...]
    same_as: Mapping[str, str]

    def canonical(self, mark: str) -> str:
        """A mark as it is written in the order; one that is not in it as it stands, in one line."""
        shown = " ".join(mark.split())
        folded = shown.casefold()
        known = {each.casefold(): each for each in self.order}
        same = {each.casefold(): of for each, of in self.same_as.items()}
        return known.get(folded) or known.get(same.get(folded, "").casefold()) or shown

    def rank(self, mark: str) -> tuple[int, str]:
        """By this marks are compared, the freest first."""
        told = self.canonical(mark)
        place = self.order.index(told) if told in self.order else len(self.order)
        return place, told

    def is_known(self, mark: str) -> bool:
        """Whether a mark has its place in the order."""
        return self.canonical(mark) in self.order

    def strictest(self, marks: Iterable[str]) -> str | None:
        """The most restricted of some marks, None where there is none."""
        return max(map(self.canonical, marks), key=self.rank, default=None)

    def allows(self, mark: str | None, most: str) -> bool:
        """Whether something so marked may be shown where `most` is the limit; unmarked may."""
        return mark is None or self.rank(mark)[0] <= self.rank(most)[0]


def checked_mark(text: str) -> str:
    """A handling mark as it is stored.

    Raises:
        UsageError: it is empty, or longer than a mark can be.
    """
    mark = handling().canonical(text)
    if not mark or len(mark) > LONGEST_MARK or not mark.isprintable():
        raise UsageError(
            f"{mark[:LONGEST_MARK]!r} is no handling mark; write a short one, as TLP:AMBER."
        )
    return mark


def entered_mark(text: str) -> str:
    """A handling mark as it is stored, which somebody writes; one of a known scale is one of it.

    Raises:
        UsageError: it is no mark, or a misspelt one of the Traffic Light Protocol.
    """
    mark = checked_mark(text)
    known = _ours()
    if mark.upper().startswith(_SCALE) and not (handling().is_known(mark) or known.is_known(mark)):
        raise UsageError(f"{mark!r} is no such mark; choose one of {', '.join(known.order)}.")
    return mark


def limit(text: str) -> str:
    """The most restricted mark that may be shown.

    Raises:
        UsageError: it has no place in the order of marks, so that nothing could be held against it.
    """
    if not handling().is_known(text):
        known = ", ".join(handling().order)
        raise UsageError(f"{text!r} is not in the order of marks: {known}; see {VARIABLE}.")
    return handling().canonical(text)


def handling() -> Handling:
    """The order of marks: the user's, if there is one, else that of the ontology.

    Raises:
        UsageError: the user's file cannot be read.
    """
    own = os.environ.get(VARIABLE)
    return _own(own) if own else _ours()


@cache
def _ours() -> Handling:
    return Handling(tuple(_data()["handling"]), MappingProxyType(_data()["same_as"]))


@cache
def _own(path: str) -> Handling:
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{VARIABLE} names {path}, which cannot be read ({error}).") from error
    lines = (" ".join(line.split()) for line in text.splitlines())
    marks = tuple(dict.fromkeys(line for line in lines if line and not line.startswith("#")))
    if not marks:
        raise UsageError(f"{path} holds no marks; write one a line, the freest first.")
    return Handling(marks, _ours().same_as)


@cache
def _data() -> Mapping[str, Any]:
    found = files("hedgerow.ontology") / "data" / "gradings.yaml"
    data: Mapping[str, Any] = yaml.safe_load(found.read_text(encoding="utf-8"))
    return data
