"""Edges, sentences and attributes from rows of queries, where no summaries are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from hedgerow.graph.rdf import node
from hedgerow.graph.records import StatusEntry
from hedgerow.graph.snapshot import Filling
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.questions.library import part
from hedgerow.queries.reading.archive import Reader, run
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.rows import (
    Row,
    actors_of,
    number_of,
    outlet_of,
    source_first,
    text_of,
    whole_of,
)
from hedgerow.queries.reading.summaries import confirmed_by_now

Ids = tuple[ox.NamedNode, ...]


def read_edges(reader: Reader, ids: Ids) -> tuple[Edge, ...]:
    """The edges of some ids, by id."""
    histories: dict[str, list[tuple[int, StatusEntry]]] = defaultdict(list)
    for row in run(reader, part("steps"), {"ids": ids}):
        histories[str(row["id"])].append((whole_of(row, "position"), _step(row)))
    rows = sorted(run(reader, part("edges"), {"ids": ids}), key=lambda row: str(row["id"]))
    edges = (_edge(row, histories.get(str(row["id"]), ())) for row in rows)
    return tuple(confirmed_by_now(edge, lambda id_: _sources_of(reader, id_)) for edge in edges)


def read_sources(reader: Reader, ids: Ids) -> Mapping[str, tuple[Source, ...]]:
    """The sentences behind the edges of some ids, by the edge's id and then the claim's."""
    found: dict[str, list[Source]] = defaultdict(list)
    for row in run(reader, part("sentences"), {"ids": ids}):
        found[str(row["id"])].append(_source(row))
    return {edge: tuple(sorted(told, key=lambda one: one.claim)) for edge, told in found.items()}


def _sources_of(reader: Reader, edge: str) -> tuple[Source, ...]:
    return read_sources(reader, (node(edge),)).get(edge, ())


def read_attribute(reader: Reader, ids: Ids, attribute: str) -> Mapping[str, tuple[str, ...]]:
    """The values of an attribute by the edge's id, sorted and each once."""
    iri = ox.NamedNode(vocabulary().attribute(attribute).iri)
    bindings: Filling = {"ids": ids, "attribute": iri}
    found: dict[str, set[str]] = defaultdict(set)
    for row in run(reader, part("attributes"), bindings):
        found[str(row["id"])].add(str(row["value"]))
    return {edge: tuple(sorted(values)) for edge, values in found.items()}


def read_told(reader: Reader, ids: Ids, attribute: str) -> Mapping[str, str]:
    """The values of an attribute by the claim's id."""
    iri = ox.NamedNode(vocabulary().attribute(attribute).iri)
    rows = run(reader, part("attributes"), {"ids": ids, "attribute": iri})
    return {str(row["claim"]): str(row["value"]) for row in rows}


def _edge(row: Row, history: Iterable[tuple[int, StatusEntry]]) -> Edge:
    is_tie = row["kind"] is not None
    steps = sorted(history, key=lambda each: each[0])
    return Edge(
        id=str(row["id"]),
        kind="tie" if is_tie else "event",
        what=str(row["kind"] if is_tie else row["type"]),
        actors=source_first(row),
        directed=row["source"] is not None,
        standing=text_of(row, "standing"),
        status=text_of(row, "status"),
        stated=text_of(row, "stated"),
        end=text_of(row, "end"),
        end_basis=text_of(row, "end_basis"),
        published=text_of(row, "published"),
        level=text_of(row, "level"),
        from_level=text_of(row, "from_level"),
        item=text_of(row, "item"),
        place=text_of(row, "place"),
        documents=whole_of(row, "documents"),
        sources=whole_of(row, "documents" if row["sources"] is None else "sources"),
        confidence=number_of(row, "confidence"),
        first_confirmed=text_of(row, "first_confirmed"),
        last_confirmed=text_of(row, "last_confirmed"),
        opened_by=text_of(row, "opened_by"),
        closed_by=text_of(row, "closed_by"),
        events=actors_of(row, "events"),
        history=tuple(step for _, step in steps),
    )


def _step(row: Row) -> StatusEntry:
    return StatusEntry(
        status=str(row["status"]),
        on=text_of(row, "on"),
        basis=str(row["basis"]),
        stage=text_of(row, "stage"),
        claims=(),
    )


def _source(row: Row) -> Source:
    return Source(
        claim=str(row["claim"]),
        document=str(row["document"]),
        quote=text_of(row, "quote") or "",
        status=str(row["status"]),
        stage=text_of(row, "stage"),
        phase=str(row["phase"]),
        stated=text_of(row, "stated"),
        attributed_to=text_of(row, "attributed_to"),
        title=text_of(row, "title"),
        publisher=outlet_of(row),
        published=text_of(row, "published"),
        address=str(row["address"]),
        confidence=number_of(row, "confidence"),
        copy_of=text_of(row, "copy_of"),
    )
