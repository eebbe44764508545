"""The days between two dates that may be known to the month or year only."""

import datetime as dt
from dataclasses import dataclass

from hedgerow.ontology.partial_date import PartialDate
from hedgerow.queries.dates.windows import days_between
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.words.phrases import counted


@dataclass(frozen=True, slots=True)
class Span:
    """The fewest and the most days that two dates leave open."""

    fewest: int
    most: int

    @property
    def cells(self) -> Row:
        """The columns `days` and `days_at_most`."""
        return {"days": self.fewest, "days_at_most": self.most}

    def __str__(self) -> str:
        """`430 days`, `34 to 63 days`."""
        days = counted(self.most, "day")
        return days if self.fewest == self.most else f"{self.fewest:,} to {days}"


def span(first: PartialDate, last: PartialDate) -> Span:
    """The days between two dates."""
    return Span(*days_between(first, last))


def span_to(first: PartialDate, day: dt.date) -> Span:
    """The days from a date to a day."""
    return Span(max(0, (day - first.latest).days), max(0, (day - first.earliest).days))
