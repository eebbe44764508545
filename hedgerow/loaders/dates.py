"""Publication dates as sources write them, to EDTF strings."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from hedgerow.ontology.partial_date import parse_partial_date

EARLIEST_YEAR, LATEST_YEAR = 1800, 2100
"""Bounds of a publication; the clock is never consulted."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
WRITTEN_DATE = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
    rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|{_DAY}\s+{MONTH}(?:,?\s+\d{{4}})?|{MONTH}\s+{_DAY}\b(?:,?\s+\d{{4}})?)"
)
_DAY_FIRST = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+({MONTH}),?\s+(\d{{4}})", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"({MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.IGNORECASE)
_ISO = re.compile(r"(?<![\d-])\d{4}-\d{2}-\d{2}(?!\d)")
_ISO_DAY = re.compile(r"\d{4}(-?)\d{2}\1\d{2}")


def find_full_date(text: str) -> str | None:
    """The first full date (day, month and year) in the text, as EDTF; None if there is none.

    A day and month without a year is no full date: the year is never supplied.
    """
    if match := _ISO.search(text):
        return _edtf(match[0])
    if match := _DAY_FIRST.search(text):
        return _from_words(match[3], match[2], match[1])
    if match := _MONTH_FIRST.search(text):
        return _from_words(match[3], match[1], match[2])
    return None


def to_edtf(stated: str) -> str:
    """A stated publication date as EDTF: the day as it was written, in the writer's own time zone.

    Reads EDTF level 0, ISO 8601 dates and times, RFC 2822 and English dates.

    Raises:
        ValueError: it is none of these, or no year in which an article can have been published.
    """
    value = stated.strip()
    for read in (_edtf, _iso_datetime, _rfc_2822, find_full_date):
        if (date := read(value)) is not None:
            return _within_reason(date)
    raise ValueError(f"{stated[:40]!r} is not a date; write YYYY-MM-DD, YYYY-MM or YYYY")


def _within_reason(date: str) -> str:
    if not EARLIEST_YEAR <= int(date[:4]) <= LATEST_YEAR:
        raise ValueError(
            f"{date} cannot be when an article was published; give a year from {EARLIEST_YEAR} "
            f"to {LATEST_YEAR}"
        )
    return date


def _edtf(value: str) -> str | None:
    try:
        return parse_partial_date(value).edtf
    except ValueError:
        return None


def _iso_datetime(value: str) -> str | None:
    if _ISO_DAY.match(value) is None:
        return None
    try:
        return dt.datetime.fromisoformat(value).date().isoformat()
    except ValueError:
        return None


def _rfc_2822(value: str) -> str | None:
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _from_words(year: str, month: str, day: str) -> str | None:
    return _edtf(f"{year}-{_MONTHS.index(month[:3].lower()) + 1:02d}-{int(day):02d}")
