"""Reading several selections of edges as one."""

from collections.abc import Iterable, Mapping

from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.edges import Selection, attribute_of, edges_of, sources_of


def all_edges(reader: Reader, wanted: Iterable[Selection]) -> tuple[Edge, ...]:
    """The edges that are in any of the selections, each once, by id."""
    found = {edge.id: edge for each in wanted for edge in edges_of(reader, each)}
    return tuple(found[edge] for edge in sorted(found))


def all_sources(reader: Reader, wanted: Iterable[Selection]) -> Mapping[str, tuple[Source, ...]]:
    """The sentences behind the edges of all the selections, by the edge's id."""
    return {edge: told for each in wanted for edge, told in sources_of(reader, each).items()}


def all_values(
    reader: Reader, wanted: Iterable[Selection], attribute: str
) -> Mapping[str, tuple[str, ...]]:
    """The values of an attribute for the edges of all the selections, by the edge's id."""
    return {
        edge: values
        for each in wanted
        for edge, values in attribute_of(reader, each, attribute).items()
    }
