"""Why claims that a person called the same event are not one event."""

from collections.abc import Callable, Sequence

from hedgerow.graph.catalogue import edges_resting_on
from hedgerow.graph.judged import Judged
from hedgerow.graph.records import Claim
from hedgerow.graph.snapshot import Snapshot
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.review.weight import COUNTS, whether_it_counts

_ALIKE: Sequence[tuple[str, Callable[[Claim], object]]] = (
    ("are between other actors", lambda claim: frozenset(claim.actors)),
    ("are of other kinds", lambda claim: vocabulary().tie_type(claim.type).family),
    ("are of other types", lambda claim: claim.type),
    ("go in other directions", lambda claim: claim.actors if claim.directed else None),
    ("begin and end", lambda claim: claim.phase),
)


def why_apart(snapshot: Snapshot, judged: Judged, claims: Sequence[str]) -> str | None:
    """Why the claims rest in several events, or in none; None where one event has them all."""
    resting = [{e for e in edges_resting_on(snapshot, each) if _is_event(e)} for each in claims]
    if set.intersection(*resting):
        return None
    found = list(snapshot.claims(ids=claims))
    for each in found:
        told = whether_it_counts(snapshot, each)
        if told != COUNTS:
            return f"{each.id} {told}"
    standing = list(filter(None, map(judged.standing, found)))
    differing = (why for why, told in _ALIKE if len({told(each) for each in standing}) > 1)
    return next((f"they {why}" for why in differing), "what else was decided keeps them apart")


def _is_event(edge: str) -> bool:
    return edge.startswith("event/")
