"""Which claims analysts called the same event, or different ones."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from hedgerow.graph.records import Judgement
from hedgerow.graph.resolution.judging import in_order

LINKING = ("same", "different")


@dataclass(frozen=True, slots=True)
class Links:
    """What analysts say about claims' being one event.

    `units` maps a claim to the representative of those it is the same as; `cuts` maps a claim to
    those it must not share an event with.
    """

    units: Mapping[str, str]
    cuts: Mapping[str, frozenset[str]]


def links_between(claim_ids: Iterable[str], judgements: Sequence[Judgement]) -> Links:
    """The links and cuts that hold among some claims.

    The newest judgement is heeded first; an older one is set aside where it contradicts a newer
    one, directly or through what other claims are the same as.
    """
    known = set(claim_ids)
    parent = {claim_id: claim_id for claim_id in known}
    apart: dict[str, set[str]] = defaultdict(set)
    for judgement in reversed(in_order(judgements)):
        if judgement.decision in LINKING:
            for pair in combinations(sorted(known & set(judgement.claims)), 2):
                _heed(judgement.decision, *pair, parent, apart)
    units = {claim_id: _root(parent, claim_id) for claim_id in known}
    return Links(units, {claim_id: frozenset(others) for claim_id, others in apart.items()})


def _heed(
    decision: str, first: str, second: str, parent: dict[str, str], apart: dict[str, set[str]]
) -> None:
    one, two = _root(parent, first), _root(parent, second)
    if decision == "different" and one != two:
        apart[first].add(second)
        apart[second].add(first)
    elif decision == "same" and not _cut(one, two, parent, apart):
        parent[max(one, two)] = min(one, two)


def _cut(one: str, two: str, parent: dict[str, str], apart: dict[str, set[str]]) -> bool:
    return any(
        {_root(parent, first), _root(parent, second)} == {one, two}
        for first, others in apart.items()
        for second in others
    )


def _root(parent: Mapping[str, str], claim_id: str) -> str:
    while parent[claim_id] != claim_id:
        claim_id = parent[claim_id]
    return claim_id
