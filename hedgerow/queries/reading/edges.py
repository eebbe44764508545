"""Reading the edges between two actors, of one actor, or of one type or kind, and their sentences.

A store has a summary of each edge, from which all is read. A server has none, nor has a store of an
earlier version: there the ids of a selection are read first, then what is wanted of these. All is
kept for each commit of a reader, since questions and measures ask for the same.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import pyoxigraph as ox

from hedgerow.graph.collector import collector_paused
from hedgerow.queries.reading import edge_rows
from hedgerow.queries.reading.archive import Reader, run
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.kept import kept
from hedgerow.queries.reading.rated import rated
from hedgerow.queries.reading.selection import Selection
from hedgerow.queries.reading.summaries import edge_in, sources_in, told_in, values_in
from hedgerow.queries.reading.summarised import nodes, summaries_for, summaries_of

__all__ = [
    "Selection",
    "attribute_of",
    "edges_for",
    "edges_of",
    "ids_of",
    "sources_for",
    "sources_of",
    "told_of",
]


def edges_of(reader: Reader, wanted: Selection) -> tuple[Edge, ...]:
    """The edges of a selection by id."""
    return kept(reader, ("edges", wanted), lambda: _read_edges(reader, wanted))


def sources_of(reader: Reader, wanted: Selection) -> Mapping[str, tuple[Source, ...]]:
    """The sentences behind each edge of a selection, by the edge's id and then the claim's."""
    return kept(reader, ("sources", wanted), lambda: rated(reader, _read_sources(reader, wanted)))


def sources_for(reader: Reader, edges: Iterable[Edge]) -> Mapping[str, tuple[Source, ...]]:
    """The sentences behind some edges, as `sources_of` has them: for the few that are shown."""
    ids = tuple(sorted({edge.id for edge in edges}))
    return kept(reader, ("sources", ids), lambda: rated(reader, _read_sources_for(reader, ids)))


def edges_for(reader: Reader, ids: Iterable[str]) -> tuple[Edge, ...]:
    """Some edges that are here, by id: for the few that are shown."""
    wanted = tuple(sorted(set(ids)))
    return kept(reader, ("edges", wanted), lambda: _read_edges_for(reader, wanted))


def attribute_of(
    reader: Reader, wanted: Selection, attribute: str
) -> Mapping[str, tuple[str, ...]]:
    """The values of an attribute for each edge of a selection by the edge's id.

    They are sorted and each stands once; edges of which no claim tells it are left out.
    """
    key = ("attribute", wanted, attribute)
    return kept(reader, key, lambda: _read_attribute(reader, wanted, attribute))


def told_of(reader: Reader, wanted: Selection, attribute: str) -> Mapping[str, str]:
    """The value of an attribute by the id of the claim, of a selection's edges, that tells it."""
    key = ("told", wanted, attribute)
    return kept(reader, key, lambda: _read_told(reader, wanted, attribute))


def ids_of(reader: Reader, wanted: Selection) -> tuple[ox.NamedNode, ...]:
    """The ids of a selection's edges, as the queries of edges and sentences need them."""
    return kept(reader, ("ids", wanted), lambda: _read_ids(reader, wanted))


def _read_edges(reader: Reader, wanted: Selection) -> tuple[Edge, ...]:
    summaries = summaries_of(reader, wanted)
    if summaries is None:
        return edge_rows.read_edges(reader, ids_of(reader, wanted))
    with collector_paused():
        return tuple(map(edge_in, summaries))


def _read_edges_for(reader: Reader, ids: tuple[str, ...]) -> tuple[Edge, ...]:
    if not ids:
        return ()
    summaries = summaries_for(reader, ids)
    if summaries is None:
        return edge_rows.read_edges(reader, nodes(ids))
    return tuple(map(edge_in, summaries))


def _read_sources(reader: Reader, wanted: Selection) -> Mapping[str, tuple[Source, ...]]:
    summaries = summaries_of(reader, wanted)
    if summaries is None:
        return MappingProxyType(edge_rows.read_sources(reader, ids_of(reader, wanted)))
    with collector_paused():
        return MappingProxyType(sources_in(summaries))


def _read_sources_for(reader: Reader, ids: tuple[str, ...]) -> Mapping[str, tuple[Source, ...]]:
    summaries = summaries_for(reader, ids)
    if summaries is None:
        return MappingProxyType(edge_rows.read_sources(reader, nodes(ids)))
    return MappingProxyType(sources_in(summaries))


def _read_attribute(
    reader: Reader, wanted: Selection, attribute: str
) -> Mapping[str, tuple[str, ...]]:
    summaries = summaries_of(reader, wanted)
    if summaries is None:
        found = edge_rows.read_attribute(reader, ids_of(reader, wanted), attribute)
        return MappingProxyType(found)
    values = kept(reader, ("values", wanted), lambda: values_in(summaries))
    return MappingProxyType(values.get(attribute, {}))


def _read_told(reader: Reader, wanted: Selection, attribute: str) -> Mapping[str, str]:
    summaries = summaries_of(reader, wanted)
    if summaries is None:
        return MappingProxyType(edge_rows.read_told(reader, ids_of(reader, wanted), attribute))
    told = kept(reader, ("told", wanted), lambda: told_in(summaries))
    return MappingProxyType(dict(told.get(attribute, {})))


def _read_ids(reader: Reader, wanted: Selection) -> tuple[ox.NamedNode, ...]:
    return nodes(str(row["id"]) for row in run(reader, wanted.ids, wanted.bindings))
