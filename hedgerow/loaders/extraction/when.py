"""Dates in a sentence, with precision and basis, against the publication date.

Own small resolver: general date libraries invent a day for "July 2024" and cannot read "earlier
this month". A date is never filled from the publication alone.
"""

import re
from dataclasses import dataclass
from functools import cache

from hedgerow.loaders.extraction.anniversaries import anniversary
from hedgerow.loaders.extraction.date_spans import READERS
from hedgerow.loaders.extraction.lexicon import table
from hedgerow.loaders.extraction.vantage import MONTHS, WEEKDAYS, Reader, Vantage
from hedgerow.ontology.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class When:
    """A date expression: sentence offsets, what it means, whether stated or worked out.

    `last` is the end of a span.
    """

    start: int
    end: int
    date: PartialDate
    basis: str
    last: PartialDate | None = None
    anniversary: bool = False


def find_dates(
    text: str,
    published: PartialDate | None,
    *,
    ahead: bool = False,
    spoken_of: PartialDate | None = None,
) -> list[When]:
    """The dates in a sentence, in order, not overlapping; the more specific form wins.

    A date without its year is the last such one before the publication; `ahead` takes the next,
    for what is still to come. `spoken_of` is the day that the text told of last.
    """
    vantage = Vantage(published, ahead, spoken_of)
    found: list[When] = []
    for pattern, reader in _readers():
        for match in pattern.finditer(text):
            if any(match.start() < w.end and w.start < match.end() for w in found):
                continue
            read = reader(match, vantage)
            if read is not None:
                marks = reader is anniversary
                found.append(
                    When(match.start(), match.end(), read.date, read.basis, read.last, marks)
                )
    return sorted(found, key=lambda w: w.start)


@cache
def _readers() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """The forms of `lexicon/dates.yaml` in their order, each with the function that reads it."""
    parts = table("dates")["parts"] | {
        "month": "|".join(sorted(MONTHS, key=len, reverse=True)),
        "weekday": "|".join(WEEKDAYS),
        "count": "|".join(table("numbers")["ordinals"]),
        "round": "|".join(table("numbers")["rounds"]),
    }
    return tuple(
        (re.compile(_filled(form["form"], parts), re.IGNORECASE), READERS[form["read_as"]])
        for form in table("dates")["forms"]
    )


def _filled(form: str, parts: dict[str, str]) -> str:
    """A form with its parts in place; parts may hold parts."""
    filled = re.sub(r"<<(\w+)>>", lambda match: parts[match.group(1)], form)
    return filled if filled == form else _filled(filled, parts)
