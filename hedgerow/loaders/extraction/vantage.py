"""Where a text is read from in time, and the parts that its dates are made of."""

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from hedgerow.loaders.extraction.lexicon import table
from hedgerow.ontology.partial_date import PartialDate, parse_partial_date

STATED, RELATIVE = "stated", "relative"
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100

FAR_AHEAD, JUST_PAST = 300, 60
"""Days; a plan told with a date of last week is told late, not a year ahead."""

MONTHS = {
    name.lower(): number
    for source in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(source)
    if name
} | {"sept": 9}
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}


@dataclass(frozen=True, slots=True)
class Vantage:
    """Where a text is read from: its day, whether it looks ahead, the day it spoke of last."""

    published: PartialDate | None
    ahead: bool = False
    spoken_of: PartialDate | None = None

    @property
    def day(self) -> dt.date | None:
        """The day of publication, if it is known to the day."""
        known = self.published is not None and self.published.precision == "day"
        return self.published.earliest if known and self.published else None


@dataclass(frozen=True, slots=True)
class Read:
    """A date or, with `last`, a span, and whether it is stated or worked out."""

    date: PartialDate
    basis: str
    last: PartialDate | None = None


Reader = Callable[[re.Match[str], Vantage], Read | None]
"""What a form means, or None where the words mean no date."""


def date_of_parts(
    year: int, month: int | None = None, day: int | None = None
) -> PartialDate | None:
    """A date from numbers; None for a day that does not exist or a year out of range."""
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    parts = [f"{year:04}", *(f"{part:02}" for part in (month, day) if part)]
    try:
        return parse_partial_date("-".join(parts))
    except ValueError:
        return None


def of_day(day: dt.date) -> PartialDate | None:
    """A calendar day."""
    return date_of_parts(day.year, day.month, day.day)


def as_read(date: PartialDate | None, basis: str) -> Read | None:
    """A reading, if there is a date."""
    return None if date is None else Read(date, basis)


def numbers(match: re.Match[str], *names: str) -> list[int | None]:
    """Named groups as numbers; months by name too, None for what is not there."""
    found = match.groupdict()
    return [_number_of(found.get(name)) for name in names]


def _number_of(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if text.isdigit() else MONTHS[text.rstrip(".").lower()]


def count(text: str) -> int:
    """A number in words or digits; 0 if it is none."""
    tables = table("numbers")
    words = tables["words"] | tables["ordinals"] | tables["rounds"]
    return int(text) if text.isdigit() else int(words.get(text.lower(), 0))


def beside(dates: list[PartialDate], vantage: Vantage, which: str = "") -> PartialDate | None:
    """The next date where the words look ahead, else the last one that had begun."""
    published = vantage.published
    if published is None:
        return None
    if which == "next" or (vantage.ahead and which != "last"):
        coming = next((d for d in dates if d.latest >= published.earliest), None)
        if which == "next" or coming is None or not _is_just_past(dates, coming, published):
            return coming
    begun = [d for d in dates if d.earliest <= published.latest]
    if which == "last":
        begun = [d for d in begun if d.latest < published.earliest]
    return begun[-1] if begun else None


def _is_just_past(dates: list[PartialDate], coming: PartialDate, published: PartialDate) -> bool:
    """Whether the last such date was days ago and the next is a year away."""
    far = (coming.earliest - published.latest).days > FAR_AHEAD
    return far and any(0 <= (published.earliest - d.latest).days <= JUST_PAST for d in dates)


def is_vague(match: re.Match[str]) -> bool:
    """Whether the words before a count take away its exactness."""
    return re.search(table("dates")["vague"], match.string[: match.start()], re.I) is not None
