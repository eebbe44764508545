"""A timeline as GraphML: a node an actor, an edge a pair of actors in an event or tie."""

import io

from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline.graph import graph_of
from hedgerow.viz.timeline.rendering import Rendering


def to_graphml(timeline: Timeline) -> Rendering:
    """The graph with dates as EDTF texts, so that a month or year stays what it is."""
    import networkx as nx  # noqa: PLC0415  slow to import

    graph = graph_of(timeline)
    for _, _, data in graph.edges(data=True):
        data.pop("id")
    out = io.BytesIO()
    nx.write_graphml(graph, out, encoding="utf-8")
    return Rendering(out.getvalue())
