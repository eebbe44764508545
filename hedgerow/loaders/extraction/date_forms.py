"""What each form of date expression means, against the publication date."""

import calendar
import datetime as dt
import re
from collections.abc import Callable

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

Read = tuple[PartialDate, str] | None
"""A date and its basis, or None where the words mean no date."""

Reader = Callable[[re.Match[str], PartialDate | None], Read]


def _date(year: int, month: int | None = None, day: int | None = None) -> PartialDate | None:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    text = (
        f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")
    )
    try:
        return parse_partial_date(text)
    except ValueError:
        return None


def _with_basis(date: PartialDate | None, basis: str) -> Read:
    return None if date is None else (date, basis)


def _month_number(match: re.Match[str]) -> int:
    return MONTHS[match.group("month").rstrip(".").lower()]


def _numeric(match: re.Match[str], published: PartialDate | None) -> Read:
    year, month, day = int(match.group("y")), int(match.group("m")), int(match.group("d"))
    return _with_basis(_date(year, month, day), STATED)


def _named(match: re.Match[str], published: PartialDate | None) -> Read:
    day = match.groupdict().get("d")
    return _with_basis(
        _date(int(match.group("y")), _month_number(match), int(day) if day else None), STATED
    )


def _year(match: re.Match[str], published: PartialDate | None) -> Read:
    return _with_basis(_date(int(match.group("y"))), STATED)


def yearless(match: re.Match[str], published: PartialDate | None, *, ahead: bool) -> Read:
    """A month, or a month and day, without its year."""
    if published is None:
        return None
    day = match.groupdict().get("d")
    which = (match.groupdict().get("which") or "").lower()
    year = published.earliest.year
    dates = [
        d
        for y in (year - 1, year, year + 1)
        if (d := _date(y, _month_number(match), int(day) if day else None))
    ]
    return _with_basis(_beside(dates, published, which, ahead=ahead), RELATIVE)


def _beside(
    dates: list[PartialDate], published: PartialDate, which: str, *, ahead: bool
) -> PartialDate | None:
    """The next date where the words look ahead, else the last one that had begun."""
    if which == "next" or (ahead and which != "last"):
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


def _weekday(match: re.Match[str], published: PartialDate | None) -> Read:
    if published is None or published.precision != "day":
        return None
    which = (match.group("which") or "").lower()
    day = published.earliest
    target = WEEKDAYS[match.group("weekday").lower()]
    if which in {"next", "coming"}:
        found = day + dt.timedelta(days=(target - day.weekday() - 1) % 7 + 1)
    else:
        back = (day.weekday() - target) % 7
        found = day - dt.timedelta(days=back or (7 if which in {"last", "past"} else 0))
    return _with_basis(parse_partial_date(found.isoformat()), RELATIVE)


def _day_word(match: re.Match[str], published: PartialDate | None) -> Read:
    if published is None or published.precision != "day":
        return None
    shift = {"yesterday": -1, "tomorrow": 1}.get(match.group("word").lower(), 0)
    found = published.earliest + dt.timedelta(days=shift)
    return _with_basis(parse_partial_date(found.isoformat()), RELATIVE)


def _unit(match: re.Match[str], published: PartialDate | None) -> Read:
    if published is None:
        return None
    step = {"last": -1, "previous": -1, "this": 0}.get(match.group("which").lower(), 1)
    return _with_basis(_shifted(published.earliest, match.group("unit").lower(), step), RELATIVE)


def _ago(match: re.Match[str], published: PartialDate | None) -> Read:
    if published is None or match.group("which").lower() == "earlier":
        return None
    sign = 1 if match.group("which").lower() == "from now" else -1
    count = _number(match.group("count"))
    return _with_basis(
        _shifted(published.earliest, match.group("unit").lower(), sign * count), RELATIVE
    )


def _shifted(day: dt.date, unit: str, step: int) -> PartialDate | None:
    if unit == "day":
        found = day + dt.timedelta(days=step)
        return _date(found.year, found.month, found.day)
    if unit == "year":
        return _date(day.year + step)
    months = day.year * 12 + day.month - 1 + step
    return _date(months // 12, months % 12 + 1)


def anniversary(match: re.Match[str], published: PartialDate | None) -> Read:
    """`30 years of relations` in 2025 means 1995; `over the past 50 years` means no year."""
    count = _number(match.group("count"))
    if published is None or not 2 <= count <= 150:
        return None
    if re.search(
        r"\b(?:past|last|next|over|for|than|nearly|almost|about|around|some)\s+$",
        match.string[: match.start()],
    ):
        return None
    return _with_basis(_date(published.earliest.year - count), RELATIVE)


def _number(text: str) -> int:
    words = table("numbers")["words"] | table("numbers")["ordinals"]
    return int(text) if text.isdigit() else int(words.get(text.lower(), 0))


READERS: dict[str, Reader] = {
    "numeric": _numeric,
    "named": _named,
    "year": _year,
    "anniversary": anniversary,
    "weekday": _weekday,
    "day_word": _day_word,
    "unit": _unit,
    "ago": _ago,
}
