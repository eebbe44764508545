"""How an edge stands on the day of a question, or, where none was given, as it is told."""

import datetime as dt

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.queries.dates.as_of import Position, position
from hedgerow.queries.reading.edge import Edge


def stands(edge: Edge, on: dt.date, *, asked: bool) -> Position | None:
    """How an edge stands on a day; None where it cannot be placed by it.

    Where no day was asked for, what may have come about by it counts: an event dated to the running
    month or year, or not at all, stands as it is told.
    """
    found = position(edge, on)
    if asked or edge.is_tie or not all(may_be_by(step.on, on) for step in edge.history):
        return found
    if found is not None and (found.standing, found.status) == (edge.standing, edge.status):
        return found
    return Position(edge, str(edge.standing), edge.status, None)


def may_be_by(date: str | None, on: dt.date) -> bool:
    """Whether a date (EDTF) may lie on or before a day; what is undated may."""
    return date is None or parse_partial_date(date).earliest <= on
