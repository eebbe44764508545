"""How long ago it was what an anniversary marks, and from which year that is counted."""

import re
from functools import cache

from hedgerow.loaders.extraction.lexicon import table
from hedgerow.loaders.extraction.vantage import (
    RELATIVE,
    Read,
    Vantage,
    as_read,
    count,
    date_of_parts,
    is_vague,
)

LONGEST = 150
_HERE = "¦"
_NAMED_YEAR = r"(?:(?P<which>last|next)\s+year|(?P<y>(?:19|20)\d\d))\b(?!['’]s)"
_STEPS = {"last": -1, "next": 1}


def anniversary(match: re.Match[str], vantage: Vantage) -> Read | None:
    """`30 years of relations` in 2025 means 1995; `over the past 50 years` means no year."""
    years = count(match.group("count"))
    if vantage.published is None or not 2 <= years <= LONGEST or is_vague(match):
        return None
    around = f"{match.string[: match.start()]}{_HERE}{match.string[match.end() :]}"
    year = _counted_from(around, vantage.published.earliest.year, years)
    return as_read(date_of_parts(year - years), RELATIVE) if year else None


def _counted_from(around: str, published: int, years: int) -> int | None:
    """The year of the anniversary; None where the words may tell of one of another year."""
    for pattern in _patterns("counted_from"):
        named = pattern.search(around)
        if named is not None:
            year = int(named["y"] or published + _STEPS[named["which"].lower()])
            if year != published - years:
                return year
    others = {int(found) for found in _year().findall(around)} - {published, published - years}
    if others and not any(pattern.search(around) for pattern in _patterns("counted_now")):
        return None
    return published


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    forms = (form.replace("<<named_year>>", _NAMED_YEAR) for form in table("dates")[name])
    return tuple(re.compile(form.replace("<<it>>", _HERE), re.IGNORECASE) for form in forms)


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"\b(?:19|20)\d\d\b")
