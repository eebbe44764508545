"""Dates that cannot all be right: of a publication, of its address, and of what it tells as past.

A mistaken or spoofed date moves what is told by it, so the claims are flagged for a person to look
at. Nothing is left out and no date is changed. The clock is never consulted here.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from hedgerow.graph.records import Claim, Document
from hedgerow.ontology.partial_date import PartialDate, date_or_none, parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary

CONFLICT, TOO_EARLY = "date_conflict", "told_too_early"
APART = 30
"""Days by which two dates of one publication may differ."""
TIME_ZONES = 1
"""Days by which something may lie after a publication that tells it as done."""
_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d\d?)(?:[/-](?P<day>\d\d?))?(?=[/._?#-]|$)"
)


def with_date_flags(document: Document, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims, flagged where their dates or those of their document cannot be right.

    `told_too_early`: told as concluded, but dated after the publication. `date_conflict`: by more
    than 30 days so, or the publication is dated so far from what its address says.
    """
    told = [*claims]
    published = parse_partial_date(document.published) if document.published else None
    ahead = {} if published is None else {one.id: _days_ahead(one, published) for one in told}
    conflict = published is not None and (
        any(days > APART for days in ahead.values()) or _addressed_otherwise(document, published)
    )
    for one in told:
        flags = {CONFLICT} if conflict else set()
        if ahead.get(one.id, 0) > TIME_ZONES:
            flags.add(TOO_EARLY)
        yield one if flags <= {*one.flags} else replace(one, flags=(*one.flags, *flags))


def date_in(address: str) -> PartialDate | None:
    """The month or day that an address states, as `/2019/03/05/`."""
    found = _IN_ADDRESS.search(address)
    if found is None:
        return None
    parts = [found["year"], *(f"{int(part):02}" for part in found.group(2, 3) if part)]
    return date_or_none("-".join(parts))


def _days_ahead(claim: Claim, published: PartialDate) -> int:
    """By how many days at least what is told as concluded lies after the publication."""
    if claim.when is None or not vocabulary().is_concluded(claim.status):
        return 0
    return (claim.when.earliest - published.latest).days


def _addressed_otherwise(document: Document, published: PartialDate) -> bool:
    """Whether no address of a document fits its date of publication, and one contradicts it."""
    found = [date for one in document.appearances if one.url and (date := date_in(one.url))]
    return bool(found) and all(_apart(date, published) > APART for date in found)


def _apart(one: PartialDate, other: PartialDate) -> int:
    return max((one.earliest - other.latest).days, (other.earliest - one.latest).days)
