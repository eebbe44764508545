"""Dates in a sentence, with precision and basis, against the publication date.

Own small resolver: general date libraries invent a day for "July 2024" and cannot read "earlier
this month". A date is never filled from the publication alone.
"""

import re
from dataclasses import dataclass
from functools import cache, partial

from hedgerow.loaders.extraction.date_forms import (
    MONTHS,
    READERS,
    WEEKDAYS,
    Reader,
    anniversary,
    yearless,
)
from hedgerow.loaders.extraction.lexicon import table
from hedgerow.ontology.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class When:
    """A date expression: sentence offsets, what it means, whether stated or worked out."""

    start: int
    end: int
    date: PartialDate
    basis: str
    anniversary: bool = False


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
                found.append(When(match.start(), match.end(), date, basis, reader is anniversary))
    return sorted(found, key=lambda w: w.start)


@cache
def _readers(ahead: bool) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """The forms of `lexicon/dates.yaml` in their order, each with the function that reads it."""
    parts = table("dates")["parts"] | {
        "month": "|".join(sorted(MONTHS, key=len, reverse=True)),
        "weekday": "|".join(WEEKDAYS),
        "count": "|".join(table("numbers")["ordinals"]),
    }
    readers = READERS | {"yearless": partial(yearless, ahead=ahead)}
    return tuple(
        (re.compile(_filled(form["form"], parts), re.IGNORECASE), readers[form["read_as"]])
        for form in table("dates")["forms"]
    )


def _filled(form: str, parts: dict[str, str]) -> str:
    return re.sub(r"<<(\w+)>>", lambda match: parts[match.group(1)], form)
