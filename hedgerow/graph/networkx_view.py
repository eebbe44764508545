"""Events and ties as a networkx graph, for measures and drawings."""

from collections.abc import Iterable

import networkx as nx

from hedgerow.graph.ids import pairs_of
from hedgerow.graph.records import Event, Tie
from hedgerow.graph.snapshot import Snapshot
from hedgerow.ontology.actors import actors

_EVENT_FIELDS = (
    "type",
    "status",
    "standing",
    "date",
    "level",
    "item",
    "confidence",
    "documents",
    "sources",
)
_TIE_FIELDS = ("kind", "since", "until", "level", "item", "last_confirmed", "documents", "sources")


def to_networkx(snapshot: Snapshot, *, among: Iterable[str] = ()) -> "nx.MultiDiGraph[str]":
    """A node an actor, an edge a pair of actors in an event or tie.

    Edges are keyed by the event's or tie's id and carry `edge` (`event` or `tie`), `symmetric`, and
    the record's fields that are known. A directed one runs from its first actor to each other one;
    a symmetric one from the smaller code to the larger. With `among`, only what all those actors
    take part in.

    Examples:
        >>> from hedgerow.graph.store import Store
        >>> to_networkx(Store.open()).number_of_edges()
        0
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    wanted = tuple(among)
    for event in snapshot.events(actors=wanted):
        _draw(graph, event, "event", _EVENT_FIELDS)
    for tie in snapshot.ties(actors=wanted):
        _draw(graph, tie, "tie", _TIE_FIELDS)
    for code in graph:
        graph.nodes[code]["name"] = actors().name(code)
    return graph


def _draw(
    graph: "nx.MultiDiGraph[str]", record: Event | Tie, what: str, fields: tuple[str, ...]
) -> None:
    known = {field: getattr(record, field) for field in fields}
    data = {field: value for field, value in known.items() if value is not None}
    for tail, head in pairs_of(record.actors, directed=record.directed):
        graph.add_edge(tail, head, key=record.id, edge=what, symmetric=not record.directed, **data)
