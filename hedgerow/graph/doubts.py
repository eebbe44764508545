"""The claims of a store that a person should look at: read unsurely, flagged, or contested.

Rows of event tables that were read unsurely are too many for that; `Snapshot.waiting_rows` tells
how many of which table there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from hedgerow.graph.catalogue import is_one
from hedgerow.graph.parts_rdf import actor_of, read_name
from hedgerow.graph.rdf import RESOLVED, local_id, node, prop
from hedgerow.graph.reading import describe, find_claim, subjects
from hedgerow.graph.resolution import CONTESTED, LEAST_CONFIDENCE
from hedgerow.graph.resolution.judging import BY_HAND, KNOWLEDGE
from hedgerow.graph.snapshot import Snapshot, present
from hedgerow.ontology.vocabulary import vocabulary

_UNSURE = """
SELECT ?claim ?document ?type ?status ?confidence ?actor WHERE { GRAPH ?document {
  ?claim hr:confidence ?confidence . FILTER(?confidence < $least)
  ?claim hr:document ?document ; hr:tieType ?type ; hr:status ?status ; hr:actor ?actor } }
"""
"""One walk over all claims, since looking up each of so many takes several times as long."""


_ENTERED = (BY_HAND, KNOWLEDGE)
"""Flags of what an analyst entered, which no other needs to look at for that."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubtful claim as far as a list of them needs it.

    A row of an event table in a contested event stands for all `rows` of one status there. Where
    its table was read unsurely it is `accepted`, as else it would not be in an event.
    """

    claim: str
    document: str
    type: str
    actors: tuple[str, ...]
    status: str
    confidence: float
    flags: tuple[str, ...]
    contested: bool
    rows: int = 1
    accepted: bool = False

    @property
    def is_unsure(self) -> bool:
        """Whether it was read so unsurely that it counts for nothing."""
        return self.confidence < LEAST_CONFIDENCE and not self.accepted


def doubts(snapshot: Snapshot) -> dict[str, Doubt]:
    """Every doubtful claim by its id."""
    contested = _contested(snapshot._database)
    flagged = _flagged(snapshot._database)
    return _unsure(snapshot) | dict(
        _looked_up(snapshot._database, flagged.union(contested), contested)
    )


def doubts_since(
    snapshot: Snapshot, before: Mapping[str, Doubt], touched: Iterable[str]
) -> dict[str, Doubt]:
    """The same from those of an earlier commit, reading only the local ids touched since."""
    contested = _contested(snapshot._database)
    was = {each: doubt.rows for each, doubt in before.items() if doubt.contested}
    changed = {each for each, _ in was.items() ^ contested.items()}
    anew = {each for each in touched if is_one(each, "claim")} | changed
    kept = {each: doubt for each, doubt in before.items() if each not in anew}
    return kept | dict(_looked_up(snapshot._database, anew, contested))


def _unsure(snapshot: Snapshot) -> dict[str, Doubt]:
    """The claims read unsurely, as if they had no flags and were not contested."""
    found = snapshot.query(_UNSURE, {"least": ox.Literal(LEAST_CONFIDENCE)})
    assert isinstance(found, ox.QuerySolutions)  # noqa: S101  it is a SELECT
    names = vocabulary().names
    actors: dict[str, set[str]] = defaultdict(set)
    last: dict[str, ox.QuerySolution] = {}
    for row in found:
        claim = local_id(row["claim"])
        actors[claim].add(actor_of(local_id(row["actor"])))
        last[claim] = row
    return {
        claim: Doubt(
            claim=claim,
            document=local_id(row["document"]),
            type=names[row["type"].value],
            actors=tuple(sorted(actors[claim])),
            status=names[row["status"].value],
            confidence=float(row["confidence"].value),
            flags=(),
            contested=False,
        )
        for claim, row in last.items()
    }


def _looked_up(
    database: ox.Store, claims: Iterable[str], contested: Mapping[str, int]
) -> Iterator[tuple[str, Doubt]]:
    """Those of some claims that are here and doubtful."""
    for each in sorted(claims):
        found = describe(database, each)
        if found.text("event_code") is not None and each in contested:
            yield each, _contested_row(database, each, contested[each])
        if not found.id("document"):
            continue
        doubt = Doubt(
            claim=each,
            document=found.required_id("document"),
            type=read_name(found, "tie_type"),
            actors=tuple(map(actor_of, found.ids("actor"))),
            status=read_name(found, "status"),
            confidence=float(found.required("confidence")),
            flags=tuple(each for each in found.texts("flag") if each not in _ENTERED),
            contested=each in contested,
        )
        if doubt.is_unsure or doubt.contested or doubt.flags:
            yield each, doubt


def _contested_row(database: ox.Store, claim: str, rows: int) -> Doubt:
    """A row of an event table; those that only wait are counted by table, not listed."""
    found = present(find_claim(database, claim), claim)
    return Doubt(
        claim=claim,
        document=found.document,
        type=found.type,
        actors=tuple(sorted(found.actors)),
        status=found.status,
        confidence=found.confidence,
        flags=(),
        contested=True,
        rows=rows,
        accepted=True,
    )


def _flagged(database: ox.Store) -> frozenset[str]:
    quads = database.quads_for_pattern(None, prop("flag"), None, None)
    return frozenset(local_id(quad.subject) for quad in quads)


def _contested(database: ox.Store) -> dict[str, int]:
    """The claims of events that some assert and others deny, each with how many it stands for."""
    found = {}
    for event in subjects(database, "standing", ox.Literal(CONTESTED), RESOLVED):
        alike: dict[object, list[str]] = defaultdict(list)
        for quad in database.quads_for_pattern(node(event), prop("claim"), None, RESOLVED):
            alike[_shared(database, quad.object)].append(local_id(quad.object))
        found.update({min(claims): len(claims) for claims in alike.values()})
    return found


def _shared(database: ox.Store, claim: object) -> object:
    """What the rows of one status have in common; a claim of an article has nothing."""
    assert isinstance(claim, ox.NamedNode)  # noqa: S101  events name their claims
    row = next(database.quads_for_pattern(claim, prop("event_code"), None, None), None)
    if row is None:
        return claim
    told = database.quads_for_pattern(claim, prop("status"), None, row.graph_name)
    return tuple(quad.object for quad in told)
