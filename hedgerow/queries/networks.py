"""Lines of a timeline as a networkx graph."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from hedgerow.graph.ids import pairs_of
from hedgerow.ontology.actors import actors
from hedgerow.queries.entries import TimelineEntry

if TYPE_CHECKING:
    import networkx as nx

FIELDS = (
    *("type", "standing", "status", "date", "end", "level", "item", "words", "documents"),
    *("reliability", "credibility", "handling"),
)


def network_of(entries: Iterable[TimelineEntry]) -> "nx.MultiDiGraph[str]":
    """A node an actor with its `name`, an edge a pair of actors in an event or tie.

    Edges are keyed by the id of the event or tie and carry those of its fields that are known. A
    directed one runs from its source, a symmetric one from the smaller code to the larger.
    """
    import networkx as nx  # noqa: PLC0415  slow to import

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entry in entries:
        known = {field: getattr(entry, field) for field in FIELDS}
        data = {field: value for field, value in known.items() if value is not None}
        for tail, head in pairs_of(entry.actors, directed=entry.directed):
            graph.add_edge(tail, head, key=entry.id, edge=entry.edge, **data)
    for code in graph:
        graph.nodes[code]["name"] = actors().name(code)
    return graph
