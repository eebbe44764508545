"""So many days before, after and around a date that may be known to the month or year only."""

import datetime as dt

from hedgerow.ontology.partial_date import PartialDate
from hedgerow.queries.dates.ranges import DateRange


def days_before(date: PartialDate, days: int) -> DateRange:
    """The days that end with the one before the earliest it can mean."""
    return DateRange(_moved(date.earliest, -days), _moved(date.earliest, -1))


def days_after(date: PartialDate, days: int) -> DateRange:
    """The days that begin with the one after the latest it can mean."""
    return DateRange(_moved(date.latest, 1), _moved(date.latest, days))


def days_around(date: PartialDate, days: int) -> DateRange:
    """From so many days before the earliest it can mean to as many after the latest."""
    return DateRange(_moved(date.earliest, -days), _moved(date.latest, days))


def _moved(day: dt.date, days: int) -> dt.date:
    """A day so many days later, as far as the calendar goes."""
    moved = day.toordinal() + days
    return dt.date.fromordinal(min(max(moved, dt.date.min.toordinal()), dt.date.max.toordinal()))
