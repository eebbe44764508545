"""Summaries: each event and tie with its history and its sentences, in one literal.

An event has some thirty quads, each of its sentences as many, and to read one takes microseconds.
So what is asked of it most stands a second time, in lines of JSON: first the edge, then a line a
sentence. It is written by the commit that resolves the edge, into a graph of its own that exports,
hashes and Neo4j leave out.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache

import pyoxigraph as ox

from hedgerow.graph import ledger
from hedgerow.graph.ids import to_iri
from hedgerow.graph.rdf import (
    SUMMARIES,
    NQuad,
    Term,
    end_of_line,
    node,
    prop,
    prop_token,
    token,
)
from hedgerow.graph.records import Event, Tie
from hedgerow.graph.resolution import Evidence
from hedgerow.ontology.vocabulary import vocabulary

EDGE = (
    *("id", "kind", "what", "actors", "directed", "standing", "status", "stated", "end"),
    *("end_basis", "published", "level", "from_level", "item", "place", "documents", "sources"),
    *("confidence", "first_confirmed", "last_confirmed", "opened_by", "closed_by", "events"),
    "history",
)
"""What the first line lists. A step of the history lists its status, date, basis and stage."""
SENTENCE = (
    *("claim", "document", "quote", "status", "stage", "phase", "stated", "attributed_to"),
    *("title", "publisher", "published", "address", "confidence", "copy_of", "attributes"),
)
"""What each other line lists; null for no attributes."""
_FIELD = "summary"
_WHOLE = "graph/summaries"
_END = end_of_line(SUMMARIES)
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def layout_quads(fingerprint: str) -> list[NQuad]:
    """That a store's summaries are laid out as here, by the resolution of a fingerprint."""
    return [_quad(_WHOLE, str(_layout(fingerprint)))]


def has_summaries(database: ox.Store) -> bool:
    """Whether every edge has its summary in this layout, written by who last resolved the edges."""
    fingerprint = ledger.read_fingerprint(database)
    return fingerprint is not None and _read(database, _WHOLE) == _layout(fingerprint)


def all_summaries(database: ox.Store) -> Iterator[str]:
    """The summary of each edge, in the database's order; what else stands among them is passed."""
    edges = (to_iri("event/"), to_iri("tie/"))
    for quad in database.quads_for_pattern(None, prop(_FIELD), None, SUMMARIES):
        is_edge = isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(edges)
        if is_edge and isinstance(quad.object, ox.Literal):
            yield quad.object.value


def summary_quad(edge: Event | Tie, evidence: Mapping[str, Evidence]) -> NQuad:
    """The summary of an edge, from the evidence by the claim's id."""
    first = _event(edge) if isinstance(edge, Event) else _tie(edge)
    lines = (first, *(_sentence(evidence[claim]) for claim in sorted(edge.claims)))
    return _quad(edge.id, str(ox.Literal("\n".join(map(_encode, lines)))))


def stored_summary_quads(database: ox.Store, edge: str) -> list[NQuad]:
    """The summary that a database has of an edge, if any."""
    found = _read(database, edge)
    return [] if found is None else [_quad(edge, str(found))]


def _layout(fingerprint: str) -> ox.Literal:
    return ox.Literal(f"{fingerprint}: {' '.join(EDGE)}; {' '.join(SENTENCE)}")


def _read(database: ox.Store, subject: str) -> Term | None:
    found = database.quads_for_pattern(node(subject), prop(_FIELD), None, SUMMARIES)
    return next((quad.object for quad in found), None)


def _quad(subject: str, literal: str) -> NQuad:
    return f"{token(subject)} {prop_token(_FIELD)} {literal}{_END}"


def _event(event: Event) -> list[object]:
    return [
        *(event.id, "event", event.type, event.actors, event.directed),
        *(event.standing, event.status, event.date, event.date_end, None, event.first_published),
        *(event.level, event.from_level, event.item, event.place),
        *(event.documents, event.sources, event.confidence, None, None, None, None, ()),
        [(step.status, step.on, step.basis, step.stage) for step in event.history],
    ]


def _tie(tie: Tie) -> list[object]:
    return [
        *(tie.id, "tie", tie.kind, tie.actors, tie.directed),
        *(None, None, tie.since, tie.until, tie.until_basis, None),
        *(tie.level, None, tie.item, None),
        *(tie.documents, tie.sources, 0.0, tie.first_confirmed, tie.last_confirmed),
        *(tie.opened_by, tie.closed_by, tie.events, ()),
    ]


@cache
def _core() -> tuple[str, ...]:
    """The attributes that are fields of every claim."""
    return tuple(word.name for word in vocabulary().attributes.values() if word.core)


def _sentence(evidence: Evidence) -> list[object]:
    claim = evidence.claim
    told = {name: value for name in _core() if (value := getattr(claim, name)) is not None}
    return [
        *(claim.id, claim.document, claim.quote, claim.status, claim.stage, claim.phase),
        *(claim.date, claim.attributed_to),
        *(evidence.title, evidence.publisher, evidence.published, evidence.address),
        *(
            claim.confidence,
            evidence.copy_of,
            dict(sorted({**told, **claim.attributes}.items())) or None,
        ),
    ]
