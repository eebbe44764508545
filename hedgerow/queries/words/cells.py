"""The cells in which answers show an edge and the sentence that tells it best."""

from collections.abc import Iterable

from hedgerow.queries.entries import most_telling_first, standing_of
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.words.phrases import date_text


def edge_cells(edge: Edge, sources: Iterable[Source]) -> Row:
    """What an edge is, how firm, since when, and its telling sentence with where that stands.

    The columns: `date, end, what, edge, actors, standing, status, stage, level, item, place,
    documents, id`, and `quote, publisher, published, source` of the sentence.
    """
    told = next(iter(most_telling_first(edge, sources)), None)
    return {
        "date": date_text(edge.stated, edge.published),
        "end": edge.end,
        "what": edge.what,
        "edge": edge.kind,
        "actors": edge.actors,
        "standing": standing_of(edge),
        "status": edge.status,
        "stage": edge.stage,
        "level": edge.level,
        "item": edge.item,
        "place": edge.place,
        "documents": edge.documents,
        "id": edge.id,
        "quote": None if told is None else told.quote,
        "publisher": None if told is None else told.publisher,
        "published": None if told is None else told.published,
        "source": None if told is None else told.address,
    }


def by_time(edge: Edge) -> tuple[str, str]:
    """For sorting edges: by the first day they can mean, those of no date last."""
    return ("9999" if edge.placed is None else edge.placed.earliest.isoformat(), edge.id)
