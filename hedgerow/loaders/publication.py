"""What the head of an article says about itself: headline, publication date, dateline.

A date is taken only where day, month and year are stated. The clock is never consulted.
"""

import re
from dataclasses import dataclass

from hedgerow.loaders.dates import WRITTEN_DATE, find_full_date
from hedgerow.ontology.partial_date import PartialDate, parse_partial_date

HEAD_LINES = 4
DATELINE_REACH = 1000
TIME_ZONES, LONGEST_DELAY = 1, 45
"""Days by which a publication may be dated before its dateline, and after it."""
HEADER_LENGTH = 80
HEADLINE_WORDS = (3, 30)

_DASH = r"(?:--|[-–—])"
_AGENCY = r"(?:\([^()\n]{2,40}\)|/[^/\n]{2,30}/)"
_PLACE = r"[^\W\d_][\w.'’ ]{1,40}(?:, ?[^\W\d_][\w.'’ ]{1,30})?"
_DATELINE = re.compile(
    rf"(?:{_AGENCY}\s*{_DASH}\s*)?{_PLACE}(?:\s*{_AGENCY})?\s*(?:,|{_DASH})\s*"
    rf"(?P<date>{WRITTEN_DATE})(?:\s*{_AGENCY})?"
    rf"(?:\.\s*{_AGENCY}\.?|\s*{_DASH}(?=\s)|\s*:(?=\s)|\s*$)\s*"
)
_PLACE_ONLY = re.compile(rf"{_PLACE}\s*{_AGENCY}\s*{_DASH}\s+")
_INLINE_HEADER = re.compile(r"(?:date|published):?\s+(\d{4}-\d{2}-\d{2})\b[ \t]*\n*", re.IGNORECASE)
_HEADER_LINE = re.compile(
    rf"(?:(?:date|posted|published|publication date)(?:\s+on)?\s*:?\s+)?(?P<date>{WRITTEN_DATE})"
    r"(?:[\s,|–-]*(?:at\s+)?\d{1,2}[:.]\d{2}.{0,20})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """`HANOI, Sept 10 -`: where a report was filed, and when if it says so.

    `start` and `end` are its offsets. `date` is an EDTF day, None unless the year is stated.
    """

    start: int
    end: int
    date: str | None


def take_header(text: str) -> tuple[str, str | None]:
    """Take the publication date that stands above the article, or opens it, out of the text.

    Knows `date 2023-11-06`, also with the article on the same line, and a line near the top that
    holds nothing but a full date; several such lines make a chronology, not a header. Returns the
    rest of the text and the EDTF day, or None.
    """
    inline = _INLINE_HEADER.match(text)
    if inline and (date := find_full_date(inline[1])):
        return text[inline.end() :].lstrip(), date
    lines = text.split("\n")
    dated = [index for index, line in enumerate(lines) if _header_date(line)]
    if len(dated) != 1 or dated[0] not in _head(lines):
        return text, None
    index = dated[0]
    rest = "\n".join(lines[:index] + lines[index + 1 :]).strip()
    return rest, _header_date(lines[index])


def headline(text: str) -> str | None:
    """The first line where it is a headline: short, unfinished, and apart from the rest."""
    first, blank, _ = text.partition("\n\n")
    words = len(first.split())
    shortest, longest = HEADLINE_WORDS
    if not blank or "\n" in first or not shortest <= words <= longest:
        return None
    return None if first.endswith((".", ",", ":", ";")) or find_dateline(first) else first


def find_dateline(text: str) -> Dateline | None:
    """The dateline that opens the article, after its headline if there is one."""
    position = 0
    lines = text.split("\n")
    for line in lines[: HEAD_LINES * 2]:
        if match := _DATELINE.match(line):
            return Dateline(position, position + match.end(), find_full_date(match["date"]))
        if match := _PLACE_ONLY.match(line):
            return Dateline(position, position + match.end(), None)
        position += len(line) + 1
    return None


def misdates(text: str, published: PartialDate) -> bool:
    """Whether a publication date cannot be that of an article with this text's dateline.

    News is printed again for weeks, so only a date before the dateline or long after it cannot.
    """
    dateline = find_dateline(text[:DATELINE_REACH])
    if dateline is None or dateline.date is None:
        return False
    filed = parse_partial_date(dateline.date)
    before = (filed.earliest - published.latest).days > TIME_ZONES
    return before or (published.earliest - filed.latest).days > LONGEST_DELAY


def _header_date(line: str) -> str | None:
    """The date of a line that holds nothing else."""
    match = _HEADER_LINE.fullmatch(line.strip()) if len(line) <= HEADER_LENGTH else None
    return find_full_date(match["date"]) if match else None


def _head(lines: list[str]) -> list[int]:
    """The indices of the first lines that are not empty."""
    return [index for index, line in enumerate(lines) if line][:HEAD_LINES]
