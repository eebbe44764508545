"""Stretches of months, and how dates not known to the day lie to them and to each other."""

import calendar
import datetime as dt

from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.queries.dates.as_of import POSSIBLY
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.reading.edge import Edge

SURELY = "surely"


def months_from(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or earlier where negative; the month's last if shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year < dt.MINYEAR:
        return dt.date.min
    if year > dt.MAXYEAR:
        return dt.date.max
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def days_from(day: dt.date, days: int) -> dt.date:
    """The day so many days later, or earlier where negative, as far as the calendar goes."""
    moved = day.toordinal() + days
    return dt.date.fromordinal(min(max(moved, dt.date.min.toordinal()), dt.date.max.toordinal()))


def months_until(day: dt.date, months: int) -> DateRange:
    """So many months that end with a day."""
    return DateRange(days_from(months_from(day, -months), 1), day)


def days_between(one: PartialDate, other: PartialDate) -> tuple[int, int]:
    """The fewest and the most days that can lie between two dates."""
    first, second = sorted((one, other), key=lambda date: (date.earliest, date.latest))
    apart = (second.earliest - first.latest).days
    widest = max(second.latest - first.earliest, first.latest - second.earliest)
    return max(0, apart), widest.days


def lies_in(edge: Edge, wanted: DateRange) -> str | None:
    """Whether an edge began surely or possibly in a range; None where it did not.

    What is only known by its publication is possibly there.
    """
    date = edge.placed
    if date is None or not wanted.meets(date.earliest, date.latest):
        return None
    sure = edge.stated is not None and wanted.contains(date.earliest, date.latest)
    return SURELY if sure else POSSIBLY


def told_in(edge: Edge, wanted: DateRange) -> bool:
    """Whether an event was first told in a range: where plans stand, whatever day they name."""
    text = edge.published or edge.stated
    if text is None:
        return False
    date = parse_partial_date(text)
    return wanted.meets(date.earliest, date.latest)
