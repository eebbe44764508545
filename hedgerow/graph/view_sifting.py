"""What surely lies on or before a day, and what must be left out since nobody can tell."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from hedgerow.ontology.partial_date import parse_partial_date

Verdict = Literal["counts", "undated", "coarse", "later"]


@dataclass(frozen=True, slots=True)
class Sifted:
    """How many there are and how many of them count.

    Of the others, `undated` have no date and `coarse` one that may lie before or after the day.
    """

    total: int
    kept: int
    undated: int
    coarse: int

    def in_words(self, what: str) -> str:
        """`312 of 400 documents; 5 without a date left out`."""
        reasons = {"without a date": self.undated, "with too coarse a date": self.coarse}
        left = " and ".join(f"{count:,} {reason}" for reason, count in reasons.items() if count)
        share = f"{self.kept:,} of {self.total:,} {what}"
        return f"{share}; {left} left out" if left else share


class Sifter:
    """Lets through what has a date that surely lies on or before a day, and counts; None: all."""

    def __init__(self, day: dt.date | None) -> None:
        self.day = day
        self._verdicts: Counter[Verdict] = Counter()

    def passes(self, dates: Iterable[str]) -> bool:
        """Whether something with these EDTF dates counts: any one that is early enough will do."""
        verdict = "counts" if self.day is None else _verdict(dates, self.day)
        self._verdicts[verdict] += 1
        return verdict == "counts"

    @property
    def sifted(self) -> Sifted:
        """The counts up to now."""
        found = self._verdicts
        return Sifted(found.total(), found["counts"], found["undated"], found["coarse"])


def surely_by(date: str | None, day: dt.date) -> bool:
    """Whether an EDTF date surely lies on or before a day."""
    return date is not None and parse_partial_date(date).latest <= day


def _verdict(dates: Iterable[str], day: dt.date) -> Verdict:
    known = [parse_partial_date(date) for date in dates]
    if not known:
        return "undated"
    if any(date.latest <= day for date in known):
        return "counts"
    return "coarse" if any(date.earliest <= day for date in known) else "later"
