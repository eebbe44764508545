"""Rows of the queries of edges, steps and sentences to edges, entries of histories and sources."""

from collections.abc import Iterable

from hedgerow.graph.records import StatusEntry
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.rows import Row, actors_of, number_of, source_first, text_of, whole_of


def edge_of(row: Row, history: Iterable[tuple[int, StatusEntry]]) -> Edge:
    """The edge of a row, with the steps of its history by their place."""
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
        published=text_of(row, "published"),
        level=text_of(row, "level"),
        from_level=text_of(row, "from_level"),
        item=text_of(row, "item"),
        place=text_of(row, "place"),
        documents=whole_of(row, "documents"),
        confidence=number_of(row, "confidence"),
        last_confirmed=text_of(row, "last_confirmed"),
        opened_by=text_of(row, "opened_by"),
        closed_by=text_of(row, "closed_by"),
        events=actors_of(row, "events"),
        history=tuple(step for _, step in steps),
    )


def step_of(row: Row) -> StatusEntry:
    """The step of a row, without its claims."""
    return StatusEntry(
        status=str(row["status"]),
        on=text_of(row, "on"),
        basis=str(row["basis"]),
        stage=text_of(row, "stage"),
        claims=(),
    )


def source_of(row: Row) -> Source:
    """The sentence of a row, and where it stands."""
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
        publisher=text_of(row, "publisher"),
        published=text_of(row, "published"),
        address=str(row["address"]),
        confidence=number_of(row, "confidence"),
    )
