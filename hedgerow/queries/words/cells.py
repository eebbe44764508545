"""The cells in which answers show an edge and the sentence that tells it best."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.as_of import Position
from hedgerow.queries.dates.histories import date_as_of
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.rated import mark_of
from hedgerow.queries.reading.rows import Cell, Row
from hedgerow.queries.sources.telling_sentence import most_telling_first
from hedgerow.queries.words.edge_words import standing_of
from hedgerow.queries.words.phrases import ENDED, PROSPECTIVE, date_text


def edge_cells(edge: Edge, sources: Iterable[Source], on: dt.date = dt.date.max) -> Row:
    """What an edge is, how firm, since when, and its telling sentence with where that stands.

    The columns: `date, end, what, edge, actors, standing, status, stage, level, item, place,
    documents, independent_sources, id`, and `quote, publisher, published, source, reliability,
    credibility` of the sentence; `handling` is the strictest mark of all.
    The standing of a tie is that of a day, else that after all that is told.
    """
    ordered = most_telling_first(edge, tuple(sources))
    told = next(iter(ordered), None)
    return {
        "date": date_text(edge.stated, edge.published),
        "end": edge.end_text,
        "what": edge.what,
        "edge": edge.kind,
        "actors": edge.actors,
        "standing": standing_of(edge, on),
        "status": edge.status,
        "stage": edge.stage,
        "level": edge.level,
        "item": edge.item,
        "place": edge.place,
        "documents": edge.documents,
        "independent_sources": edge.sources,
        "id": edge.id,
        "quote": None if told is None else told.quote,
        "publisher": None if told is None else told.publisher,
        "published": None if told is None else told.published,
        "source": None if told is None else told.address,
        "reliability": None if told is None else told.reliability,
        "credibility": None if told is None else told.credibility,
        "handling": mark_of(ordered),
    }


def cells_as_of(stands: Position, sources: Iterable[Source], on: dt.date) -> Row:
    """The same of an edge as it stands on a day, and the sentence that best tells that.

    A plan keeps the date it is told with, which may lie ahead of the day.
    """
    edge = replace(stands.edge, status=stands.status)
    ended, ahead = stands.standing == ENDED, stands.standing == PROSPECTIVE
    return edge_cells(edge, sources) | {
        "date": date_text(edge.stated, edge.published) if ahead else date_as_of(stands, on),
        "end": edge.end_text if ended or not edge.is_tie else None,
        "standing": stands.standing,
        "stage": stage_as_of(edge, stands.status, on),
    }


def stage_as_of(edge: Edge, status: str | None, on: dt.date) -> str | None:
    """What was last reported or denied by a day, where that is the status."""
    steps = [step for step in edge.history if step.status == status]
    known = [step for step in steps if step.on and parse_partial_date(step.on).latest <= on]
    return next((step.stage for step in reversed(known or steps) if step.stage), None)


def label_of(row: Mapping[str, Cell]) -> str:
    """The type of the event, or the kind of the tie, of a row in words."""
    words, what = vocabulary(), str(row["what"])
    return (words.kind(what) if row.get("edge") == "tie" else words.tie_type(what)).label


def by_time(edge: Edge) -> tuple[str, str]:
    """For sorting edges: by the first day they can mean, those of no date last."""
    return ("9999" if edge.placed is None else edge.placed.earliest.isoformat(), edge.id)
