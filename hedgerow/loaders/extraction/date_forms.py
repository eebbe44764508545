"""What each form of date expression means, against the publication date."""

import datetime as dt
import re

from hedgerow.loaders.extraction.vantage import (
    RELATIVE,
    STATED,
    WEEKDAYS,
    Read,
    Vantage,
    as_read,
    beside,
    count,
    date_of_parts,
    is_vague,
    numbers,
    of_day,
)
from hedgerow.ontology.partial_date import PartialDate

_AHEAD = frozenset({"next", "coming"})
_DAY_WORDS = {"yesterday": -1, "tomorrow": 1}


def stated(match: re.Match[str], vantage: Vantage) -> Read | None:
    """A date with its year."""
    year, month, day = numbers(match, "y", "month", "d")
    return as_read(date_of_parts(year or 0, month, day), STATED)


def yearless(match: re.Match[str], vantage: Vantage) -> Read | None:
    """A month, or a month and day, without its year."""
    if vantage.published is None:
        return None
    month, day = numbers(match, "month", "d")
    which = (match.groupdict().get("which") or "").lower()
    year = vantage.published.earliest.year
    if named := match.groupdict().get("of"):
        shift = {"last": -1, "previous": -1, "next": 1}.get(named.lower(), 0)
        return as_read(date_of_parts(year + shift, month, day), RELATIVE)
    years = (date_of_parts(y, month, day) for y in range(year - 4, year + 5))
    return as_read(beside([d for d in years if d], vantage, which), RELATIVE)


def weekday(match: re.Match[str], vantage: Vantage) -> Read | None:
    """The day of that name beside the publication."""
    if vantage.day is None:
        return None
    found = _weekday_beside(match.group("weekday"), match.group("which") or "", vantage)
    return as_read(of_day(found), RELATIVE) if found else None


def weekdays(match: re.Match[str], vantage: Vantage) -> Read | None:
    """`from Monday to Wednesday`."""
    first = _weekday_beside(match.group("weekday"), "", vantage)
    if first is None:
        return None
    days = (WEEKDAYS[match.group("until").lower()] - first.weekday()) % 7
    last = of_day(first + dt.timedelta(days=days))
    date = of_day(first)
    return Read(date, RELATIVE, last) if date and last else None


def _weekday_beside(name: str, which: str, vantage: Vantage) -> dt.date | None:
    if vantage.day is None:
        return None
    target, which = WEEKDAYS[name.lower()], which.lower()
    if which in _AHEAD:
        return vantage.day + dt.timedelta(days=(target - vantage.day.weekday() - 1) % 7 + 1)
    if vantage.ahead and which not in {"last", "past"}:
        return vantage.day + dt.timedelta(days=(target - vantage.day.weekday()) % 7)
    back = (vantage.day.weekday() - target) % 7
    return vantage.day - dt.timedelta(days=back or (7 if which in {"last", "past"} else 0))


def day_word(match: re.Match[str], vantage: Vantage) -> Read | None:
    """`yesterday`, `last night`, `earlier in the day`."""
    if vantage.day is None:
        return None
    word = match.group("word").lower()
    shift = -1 if word.startswith("last") else _DAY_WORDS.get(word, 0)
    return as_read(of_day(vantage.day + dt.timedelta(days=shift)), RELATIVE)


def day_of_month(match: re.Match[str], vantage: Vantage) -> Read | None:
    """`on the 15th`: this month's or the one beside it."""
    if vantage.day is None:
        return None
    (day,) = numbers(match, "d")
    month = vantage.day.year * 12 + vantage.day.month - 1
    near = (date_of_parts(m // 12, m % 12 + 1, day) for m in (month - 1, month, month + 1))
    return as_read(beside([d for d in near if d], vantage), RELATIVE)


def unit(match: re.Match[str], vantage: Vantage) -> Read | None:
    """`last month`, `next year`."""
    if vantage.published is None:
        return None
    step = {"last": -1, "previous": -1, "this": 0}.get(match.group("which").lower(), 1)
    day = vantage.published.earliest
    return as_read(_shifted(day, match.group("unit").lower(), step), RELATIVE)


def ago(match: re.Match[str], vantage: Vantage) -> Read | None:
    """`three years ago`, `a week from now`; of an `about` nothing is known."""
    if vantage.published is None or is_vague(match):
        return None
    sign = 1 if match.group("which").lower() == "from now" else -1
    step = sign * count(match.group("count"))
    found = _shifted(vantage.published.earliest, match.group("unit").lower(), step)
    return as_read(found, RELATIVE) if step else None


def after_that(match: re.Match[str], vantage: Vantage) -> Read | None:
    """`the following day`, `the same evening`: from the day that was spoken of last."""
    if vantage.spoken_of is None or vantage.spoken_of.precision != "day":
        return None
    found = match.groupdict()
    step = 0 if found.get("which") == "same" else count(found.get("count") or "one")
    sign = -1 if found.get("which") in {"earlier", "before", "previous"} else 1
    day = vantage.spoken_of.earliest + dt.timedelta(days=sign * step)
    return as_read(of_day(day), RELATIVE)


def _shifted(day: dt.date, unit_name: str, step: int) -> PartialDate | None:
    if unit_name in {"day", "week"}:
        return of_day(day + dt.timedelta(days=step * (7 if unit_name == "week" else 1)))
    if unit_name == "year":
        return date_of_parts(day.year + step)
    months = day.year * 12 + day.month - 1 + step
    return date_of_parts(months // 12, months % 12 + 1)
