"""So many days before, after and around a date that may be known to the month or year only."""

from hedgerow.ontology.partial_date import PartialDate
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.dates.windows import days_from


def days_before(date: PartialDate, days: int) -> DateRange:
    """The days that end with the one before the earliest it can mean."""
    return DateRange(days_from(date.earliest, -days), days_from(date.earliest, -1))


def days_after(date: PartialDate, days: int) -> DateRange:
    """The days that begin with the one after the latest it can mean."""
    return DateRange(days_from(date.latest, 1), days_from(date.latest, days))


def days_around(date: PartialDate, days: int) -> DateRange:
    """From so many days before the earliest it can mean to as many after the latest."""
    return DateRange(days_from(date.earliest, -days), days_from(date.latest, days))
