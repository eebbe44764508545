"""Finding an edge by its id, present or former, with the others between the same actors."""

import pyoxigraph as ox

from hedgerow.errors import UsageError
from hedgerow.graph.ids import to_iri
from hedgerow.queries.questions.edge_ids import edge_id
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edge_rows import read_edges
from hedgerow.queries.reading.edges import Selection, edges_of
from hedgerow.queries.reading.matters import find_matter
from hedgerow.viz.explorer.problems import sought

CLAIM = "claim/"


def find_edge(reader: Reader, text: str) -> tuple[Edge, tuple[Edge, ...]]:
    """The edge of an id or its first digits, and all between the same actors, itself among them.

    Raises:
        HTTPException: nothing has the id, or a claim has it.
    """
    with sought():
        matter = find_matter(reader, edge_id(reader, text))
        if matter.id.startswith(CLAIM):
            raise UsageError(
                f"{matter.id} is a claim; ask for its event or tie, or read its document."
            )
    beside = edges_of(reader, Selection(*matter.actors[:2]))
    found = next((edge for edge in beside if edge.id == matter.id), None)
    if found is None:
        # What is of many actors counts for no pair.
        (found,) = read_edges(reader, (ox.NamedNode(to_iri(matter.id)),))
    return found, beside
