"""Evidence made ready to group: judged, with its dates read."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from hedgerow.graph.records import Claim
from hedgerow.graph.resolution.evidence import Evidence
from hedgerow.ontology.partial_date import PartialDate, parse_partial_date

HOLDS = "holds"
ENDS = "ends"
REPORTED = "reported"
DENIED = "denied"
SUSPENDED = "suspended"
ENDED = "ended"

DAY, MONTH, YEAR, UNDATED, UNPUBLISHED = range(5)
_FINENESS = {"day": DAY, "month": MONTH, "year": YEAR}

AnchorKey = tuple[int, str]


@dataclass(slots=True, eq=False)
class Reading:
    """One piece of evidence: `id` is the stored claim's, `claim` has the corrections.

    `origin` is the document that stands for all copies of its own.
    `when` is the date of the event it tells, `fineness` DAY, MONTH, YEAR or UNDATED. `matter` is
    the status it is about: the stage where something is reported or denied. By `anchor_key` the
    earliest published comes first, undated documents last, then the smallest claim id.
    """

    id: str
    claim: Claim
    source: str
    origin: str
    published: PartialDate | None
    when: PartialDate | None
    fineness: int
    matter: str
    anchor_key: AnchorKey


def read_evidence(evidence: Evidence, claim: Claim) -> Reading:
    """One piece of evidence as `claim`, its corrected claim, has it.

    A claim that a tie holds dates no event, whatever date it gives.
    """
    claim_id = evidence.claim.id
    published = None if evidence.published is None else parse_partial_date(evidence.published)
    when = None if claim.phase == HOLDS else claim.when
    day = dt.date.max if published is None else published.earliest
    is_indirect = claim.stage is not None and claim.status in (REPORTED, DENIED)
    return Reading(
        id=claim_id,
        claim=claim,
        source=evidence.source,
        origin=evidence.copy_of or claim.document,
        published=published,
        when=when,
        fineness=fineness(when),
        matter=(claim.stage or claim.status) if is_indirect else claim.status,
        anchor_key=(day.toordinal(), claim_id),
    )


def fineness(date: PartialDate | None) -> int:
    """DAY, MONTH, YEAR or UNDATED."""
    return UNDATED if date is None else _FINENESS[date.precision]


def distinct_documents(readings: Iterable[Reading]) -> frozenset[str]:
    """The ids of the documents behind some readings."""
    return frozenset(reading.claim.document for reading in readings)


def distinct_origins(readings: Iterable[Reading]) -> frozenset[str]:
    """The same with copies of one text counted once: the independent sources."""
    return frozenset(reading.origin for reading in readings)
