"""Dates in a sentence, with precision and basis, against the publication date.

Own small resolver: general date libraries invent a day for "July 2024" and cannot read "earlier
this month". A date is never filled from the publication alone.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from hedgerow.loaders.extraction.lexicon import table
from hedgerow.ontology.partial_date import PartialDate, parse_partial_date

STATED, RELATIVE = "stated", "relative"
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class When:
    """A date expression: sentence offsets, what it means, whether stated or worked out."""

    start: int
    end: int
    date: PartialDate
    basis: str
    anniversary: bool = False


_MONTHS = {
    name.lower(): number
    for source in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(source)
    if name
} | {"sept": 9}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}


def find_dates(text: str, published: PartialDate | None, *, ahead: bool = False) -> list[When]:
    """The dates in a sentence, in order, not overlapping; the more specific form wins.

    A date without its year is the last such one before the publication; `ahead` takes the next,
    for what is still to come.
    """
    found: list[When] = []
    for pattern, reader in _readers(ahead):
        for match in pattern.finditer(text):
            if any(match.start() < w.end and w.start < match.end() for w in found):
                continue
            read = reader(match, published)
            if read is not None:
                date, basis = read
                found.append(When(match.start(), match.end(), date, basis, reader is _anniversary))
    return sorted(found, key=lambda w: w.start)


Read = tuple[PartialDate, str] | None
Reader = Callable[[re.Match[str], PartialDate | None], Read]


@cache
def _readers(ahead: bool) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """The forms of `lexicon/dates.yaml` in their order, each with the function that reads it."""
    parts = table("dates")["parts"] | {
        "month": "|".join(sorted(_MONTHS, key=len, reverse=True)),
        "weekday": "|".join(_WEEKDAYS),
        "count": "|".join(table("numbers")["ordinals"]),
    }
    readers = _BY_KIND | {"yearless": partial(_yearless, ahead=ahead)}
    return tuple(
        (re.compile(_filled(form["form"], parts), re.IGNORECASE), readers[form["read_as"]])
        for form in table("dates")["forms"]
    )


def _filled(form: str, parts: dict[str, str]) -> str:
    return re.sub(r"<<(\w+)>>", lambda match: parts[match.group(1)], form)


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
    return _MONTHS[match.group("month").rstrip(".").lower()]


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


def _yearless(match: re.Match[str], published: PartialDate | None, *, ahead: bool) -> Read:
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
        return next((d for d in dates if d.latest >= published.earliest), None)
    begun = [d for d in dates if d.earliest <= published.latest]
    if which == "last":
        begun = [d for d in begun if d.latest < published.earliest]
    return begun[-1] if begun else None


def _weekday(match: re.Match[str], published: PartialDate | None) -> Read:
    if published is None or published.precision != "day":
        return None
    which = (match.group("which") or "").lower()
    day = published.earliest
    target = _WEEKDAYS[match.group("weekday").lower()]
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


def _anniversary(match: re.Match[str], published: PartialDate | None) -> Read:
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


_BY_KIND: dict[str, Reader] = {
    "numeric": _numeric,
    "named": _named,
    "year": _year,
    "anniversary": _anniversary,
    "weekday": _weekday,
    "day_word": _day_word,
    "unit": _unit,
    "ago": _ago,
}
