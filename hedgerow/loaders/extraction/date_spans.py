"""Date expressions that mean a span: `3 to 7 May`, `last week`, `the first quarter of 2023`."""

import datetime as dt
import re

from hedgerow.loaders.extraction.anniversaries import anniversary
from hedgerow.loaders.extraction.date_forms import (
    after_that,
    ago,
    day_of_month,
    day_word,
    stated,
    unit,
    weekday,
    weekdays,
    yearless,
)
from hedgerow.loaders.extraction.vantage import (
    RELATIVE,
    STATED,
    Read,
    Reader,
    Vantage,
    as_read,
    beside,
    date_of_parts,
    numbers,
    of_day,
)
from hedgerow.ontology.partial_date import PartialDate

QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}


def days(match: re.Match[str], vantage: Vantage) -> Read | None:
    """`3 to 7 May 2024`, `28 April to 2 May`."""
    year, month, day, until, last = numbers(match, "y", "month", "d", "until", "last")
    until = until or month
    if year is not None:
        crosses = (until or 0) < (month or 0)
        first = date_of_parts(year - 1 if crosses else year, month, day)
        return _span(first, date_of_parts(year, until, last), STATED)
    if vantage.published is None:
        return None
    around = range(vantage.published.earliest.year - 4, vantage.published.earliest.year + 5)
    first = beside([d for y in around if (d := date_of_parts(y, month, day))], vantage)
    if first is None:
        return None
    crosses = (until or 0) < (month or 0)
    return _span(first, date_of_parts(first.earliest.year + crosses, until, last), RELATIVE)


def months(match: re.Match[str], vantage: Vantage) -> Read | None:
    """`May 2019 to June 2020`, `from May to June 2020`."""
    year, month, until_year, until = numbers(match, "y", "month", "until_year", "until")
    first = date_of_parts(year or until_year or 0, month)
    return _span(first, date_of_parts(until_year or 0, until), STATED)


def years(match: re.Match[str], vantage: Vantage) -> Read | None:
    """`from 2015 to 2019`, `2017-18`."""
    (year,) = numbers(match, "y")
    until = match.group("until_year")
    full = until if len(until) == 4 else f"{year}"[:2] + until
    return _span(date_of_parts(year or 0), date_of_parts(int(full)), STATED)


def part_of_year(match: re.Match[str], vantage: Vantage) -> Read | None:
    """`the first quarter of 2023`, `the second half of last year`."""
    length = 3 if match.group("part").lower() == "quarter" else 6
    number = QUARTERS[match.group("which").lower()]
    (year,) = numbers(match, "y")
    basis = STATED
    if year is None:
        if vantage.published is None:
            return None
        shift = {"last": -1, "next": 1}.get((match.group("of") or "").lower(), 0)
        year, basis = vantage.published.earliest.year + shift, RELATIVE
    start = min(number, 12 // length) * length - length + 1
    return _span(date_of_parts(year, start), date_of_parts(year, start + length - 1), basis)


def decade(match: re.Match[str], vantage: Vantage) -> Read | None:
    """`the 1990s`."""
    (year,) = numbers(match, "y")
    return _span(date_of_parts(year or 0), date_of_parts((year or 0) + 9), STATED)


def week(match: re.Match[str], vantage: Vantage) -> Read | None:
    """`last week`, `over the weekend`: from Monday, of this week up to the day of publication."""
    if vantage.day is None:
        return None
    which = (match.group("which") or "").lower()
    step = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
    weekend = match.group("unit").lower() == "weekend"
    monday = vantage.day - dt.timedelta(days=vantage.day.weekday())
    if weekend:
        return _weekend(monday, step, vantage)
    first, last = monday + dt.timedelta(weeks=step), monday + dt.timedelta(weeks=step, days=6)
    if step == 0:
        first, last = (vantage.day, last) if vantage.ahead else (first, vantage.day)
    return _span(of_day(first), of_day(last), RELATIVE)


def _weekend(monday: dt.date, step: int, vantage: Vantage) -> Read | None:
    over = vantage.day is not None and vantage.day.weekday() >= 5
    back = 0 if vantage.ahead or step > 0 or (over and step == 0) else -1
    saturday = monday + dt.timedelta(weeks=back, days=5)
    return _span(of_day(saturday), of_day(saturday + dt.timedelta(days=1)), RELATIVE)


def season(match: re.Match[str], vantage: Vantage) -> Read | None:
    """`last autumn`: the year of it; hemispheres differ in the months."""
    if vantage.published is None or match.group("season").lower() == "winter":
        return None
    starts = {"spring": 3, "summer": 6}.get(match.group("season").lower(), 9)
    year, month = vantage.published.earliest.year, vantage.published.earliest.month
    which = match.group("which").lower()
    shift = {"last": 0 if month >= starts + 3 else -1, "next": 1 if month >= starts else 0}
    return as_read(date_of_parts(year + shift.get(which, 0)), RELATIVE)


def _span(first: PartialDate | None, last: PartialDate | None, basis: str) -> Read | None:
    """A span in order; of a single day, the day."""
    if first is None or last is None or first.earliest > last.latest:
        return None
    return Read(first, basis, None if first == last else last)


READERS: dict[str, Reader] = {
    "stated": stated,
    "yearless": yearless,
    "anniversary": anniversary,
    "weekday": weekday,
    "weekdays": weekdays,
    "day_word": day_word,
    "day_of_month": day_of_month,
    "unit": unit,
    "ago": ago,
    "after_that": after_that,
    "days": days,
    "months": months,
    "years": years,
    "part_of_year": part_of_year,
    "decade": decade,
    "week": week,
    "season": season,
}
"""The readers by the names that `lexicon/dates.yaml` uses."""
