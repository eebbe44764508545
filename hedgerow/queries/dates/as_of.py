"""How edges stand on a day: what had come about, what was in prospect, which ties were held."""

import datetime as dt
from dataclasses import dataclass

from hedgerow.graph.resolution import status_as_of
from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.words.phrases import ENDED, HELD

POSSIBLY = "possibly"


@dataclass(frozen=True, slots=True)
class Position:
    """How an edge stands on a day.

    `standing` is concluded, prospective, negative or contested for an event, which then has a
    `status`; held, possibly or ended for a tie. `since` is the day by which it had come to stand
    so, None for a tie of which that is not known.
    """

    edge: Edge
    standing: str
    status: str | None
    since: dt.date | None


def position(edge: Edge, on: dt.date) -> Position | None:
    """How an edge stands at the end of a day; None where it had not begun or cannot be placed.

    What may lie after the day is left out, as is an event that nothing dates. What anyone denied,
    even later, is contested from the start: a denial is about the claim and not of a day. A tie
    counts as held from the latest day of its opening, or of its first confirmation where no opening
    is known, to the earliest of its end; outside of that it is possibly held. Where of its end no
    more is known than when it was told, that earliest day is the one after its last confirmation.
    """
    return _tie(edge, on) if edge.is_tie else _event(edge, on)


def held_on(begun: PartialDate | None, ended: PartialDate | None, on: dt.date) -> str:
    """Held, possibly or ended: how a tie stands on a day.

    `begun` is its opening, or its first confirmation where no opening is known; `ended` holds the
    days on which it can have ended.
    """
    if ended is not None and ended.latest <= on:
        return ENDED
    sure = begun is not None and begun.latest <= on and (ended is None or on < ended.earliest)
    return HELD if sure else POSSIBLY


def has_ended(tie: Edge | None, on: dt.date) -> bool:
    """Whether a tie, if there is one, had surely ended by the end of a day."""
    found = None if tie is None else position(tie, on)
    return found is not None and found.standing == ENDED


def stood_since(edge: Edge, status: str, on: dt.date) -> dt.date:
    """The day by which an event had come to a status for the last time, as known from its steps.

    Of several steps that tell the same, the surest date counts: a later or coarser report of it
    makes it no younger.
    """
    days: list[dt.date] = []
    for step in edge.history:
        day = None if step.on is None else parse_partial_date(step.on).latest
        if day is None or day > on:
            continue
        if step.status == status:
            days.append(day)
        elif vocabulary().is_stopped(step.status):
            days.clear()
    return min(days)


def _event(edge: Edge, on: dt.date) -> Position | None:
    found = status_as_of(edge.history, vocabulary(), on=on)
    if found is None:
        return None
    status, standing = found
    return Position(edge, standing, status, stood_since(edge, status, on))


def _tie(edge: Edge, on: dt.date) -> Position | None:
    if edge.when is not None and edge.when.earliest > on:
        return None
    begun, ended = edge.begun, edge.ended
    standing = held_on(begun, ended, on)
    turned = ended if standing == ENDED else begun
    return Position(edge, standing, None, None if turned is None else turned.latest)
