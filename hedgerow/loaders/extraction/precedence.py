"""Which claims of a document give way: talks inside a visit are the visit."""

from collections import defaultdict
from datetime import timedelta

from hedgerow.graph.records import Claim
from hedgerow.loaders.extraction.gazetteer import gazetteer
from hedgerow.loaders.extraction.voting import yields_to
from hedgerow.ontology.vocabulary import vocabulary

A_VISIT = timedelta(days=4)


def after_precedence(claims: list[Claim]) -> list[Claim]:
    """Drop a claim where the document tells the same matter by a type that outranks it."""
    by_type: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_type[claim.type].append(claim)
    kept = [
        claim
        for claim in claims
        if not any(
            _tells_better(other, claim)
            for better in yields_to(claim.type, "document")
            for other in by_type[better]
        )
    ]
    return sorted(kept, key=lambda claim: (claim.start, claim.id))


def _tells_better(other: Claim, claim: Claim) -> bool:
    if not set(claim.actors) <= set(other.actors):
        return False
    statuses = vocabulary().statuses
    if statuses[other.status].standing != statuses[claim.status].standing:
        return False
    return not _apart(other, claim) and not _in_third_country(claim)


def _apart(first: Claim, second: Claim) -> bool:
    """Whether two claims are dated to more than a visit's length from each other."""
    if first.when is None or second.when is None:
        return False
    earlier, later = sorted((first.when, second.when), key=lambda when: when.earliest)
    return later.earliest - earlier.latest > A_VISIT


def _in_third_country(claim: Claim) -> bool:
    if claim.place is None:
        return False
    host = gazetteer().actor_of(claim.place)
    return host is not None and host not in claim.actors
