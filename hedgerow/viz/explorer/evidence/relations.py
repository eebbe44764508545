"""What an edge belongs to: the events of a tie, the ties of an event."""

import datetime as dt
from collections.abc import Iterable, Iterator

from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.words.cells import by_time
from hedgerow.queries.words.edge_words import words_of
from hedgerow.queries.words.phrases import date_text
from hedgerow.viz.explorer.evidence.standing import look_of, stands
from hedgerow.viz.explorer.evidence.told import Related

OPENED, CLOSED, BORE_OUT = "opened it", "ended it", "changed or confirmed it"
OF_EVENT = {OPENED: "opens", CLOSED: "ends", BORE_OUT: "bears on"}


def related(edge: Edge, beside: Iterable[Edge], on: dt.date) -> Iterator[Related]:
    """The edges among those beside it that belong to it, in the order of time."""
    for other in sorted(beside, key=by_time):
        if edge.is_tie and not other.is_tie:
            how = _part(other.id, edge)
            if how is not None:
                yield _related(other, how, on)
        elif other.is_tie and not edge.is_tie:
            how = _part(edge.id, other)
            if how is not None:
                yield _related(other, OF_EVENT[how], on)


def _part(event: str, tie: Edge) -> str | None:
    """What an event did to a tie, None where it is none of its own."""
    if event == tie.opened_by:
        return OPENED
    if event == tie.closed_by:
        return CLOSED
    return BORE_OUT if event in tie.events else None


def _related(other: Edge, how: str, on: dt.date) -> Related:
    found = stands(other, on, asked=False)
    return Related(
        id=other.id,
        how=how,
        words=words_of(other, other.stage, on),
        date=_when(other),
        look="" if found is None else look_of(found),
    )


def _when(edge: Edge) -> str:
    since = date_text(edge.stated, edge.published)
    return f"{since} to {edge.end_text}" if edge.end else since
