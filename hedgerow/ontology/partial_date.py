"""Dates known to the day, the month or the year: the EDTF level 0 forms YYYY, YYYY-MM, YYYY-MM-DD.

Source of the notation: Library of Congress, Extended Date/Time Format (ISO 8601-2:2019), level 0.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_PRECISIONS = ("year", "month", "day")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with the precision it was stated in.

    `earliest` and `latest` are the first and last day that `edtf` can mean.
    """

    edtf: str
    earliest: dt.date
    latest: dt.date

    @property
    def precision(self) -> str:
        """One of `year`, `month`, `day`."""
        return _PRECISIONS[self.edtf.count("-")]

    def overlaps(self, other: "PartialDate") -> bool:
        """Whether the two can mean the same day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def __str__(self) -> str:
        return self.edtf


@lru_cache(maxsize=65536)
def parse_partial_date(text: str) -> PartialDate:
    """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

    Raises:
        ValueError: the text has another form or names a day that does not exist.
    """
    match = _FORM.fullmatch(text)
    if match is None:
        raise ValueError(f"not a date of the form YYYY, YYYY-MM or YYYY-MM-DD: {text!r}")
    year, month, day = match.groups()
    earliest = dt.date(int(year), int(month or 1), int(day or 1))
    last_month = int(month or 12)
    last_day = int(day) if day else calendar.monthrange(int(year), last_month)[1]
    return PartialDate(text, earliest, dt.date(int(year), last_month, last_day))


def date_or_none(text: str) -> PartialDate | None:
    """The date that a text of an article tells, None where it is none."""
    try:
        return parse_partial_date(text)
    except ValueError:
        return None


STATED, PUBLISHED = "stated", "published"
"""What a date rests on: it is told, or it is that of a publication, by which it had come about."""


def end_of(until: str | None, basis: str | None, confirmed: str | None) -> PartialDate | None:
    """The days on which what was last confirmed on a date (EDTF) can have ended; None while open.

    An end that is known only from a publication can lie on any day since that confirmation.
    """
    if until is None:
        return None
    end = parse_partial_date(until)
    if basis != PUBLISHED or confirmed is None:
        return end
    after = parse_partial_date(confirmed).earliest + dt.timedelta(days=1)
    return PartialDate(until, min(after, end.latest), end.latest)


def not_ahead(day: dt.date | None) -> dt.date | None:
    """A newest day that is not to come, as a mistaken date of one document might be."""
    return None if day is None else min(day, dt.datetime.now(dt.UTC).date())
