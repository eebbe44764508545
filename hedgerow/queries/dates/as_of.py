"""How edges stand on a day: what had come about, what was in prospect, which ties were held."""

import datetime as dt
from dataclasses import dataclass

from hedgerow.graph.resolution import status_as_of
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.words.phrases import ENDED, HELD

POSSIBLY = "possibly"


@dataclass(frozen=True, slots=True)
class Position:
    """How an edge stands on a day.

    `standing` is concluded, prospective, negative or contested for an event, which then has a
    `status`; held, possibly or ended for a tie. `since` is the last day on which it can have come
    to stand so, None for a tie of which that is not known.
    """

    edge: Edge
    standing: str
    status: str | None
    since: dt.date | None


def position(edge: Edge, on: dt.date) -> Position | None:
    """How an edge stands at the end of a day; None where it had not begun or cannot be placed.

    What may lie after the day is left out, as is an event that nothing dates. What anyone denied,
    even later, is contested from the start: a denial is about the claim and not of a day. A tie
    counts as held from the latest day of its opening, or of its last confirmation where no opening
    is known, to the earliest of its end; outside of that it is possibly held.
    """
    return _tie(edge, on) if edge.is_tie else _event(edge, on)


def _event(edge: Edge, on: dt.date) -> Position | None:
    found = status_as_of(edge.history, vocabulary(), on=on)
    if found is None:
        return None
    status, standing = found
    dated = (parse_partial_date(s.on).latest for s in edge.history if s.on and s.status == status)
    return Position(edge, standing, status, max(day for day in dated if day <= on))


def _tie(edge: Edge, on: dt.date) -> Position | None:
    opened, confirmed = edge.when, edge.last_confirmed
    if opened is not None and opened.earliest > on:
        return None
    ended = None if edge.end is None else parse_partial_date(edge.end)
    begun = opened
    if begun is None and confirmed is not None:
        begun = parse_partial_date(confirmed)
    since = None if begun is None else begun.latest
    if ended is not None and ended.latest <= on:
        return Position(edge, ENDED, None, ended.latest)
    sure = since is not None and since <= on and (ended is None or on < ended.earliest)
    return Position(edge, HELD if sure else POSSIBLY, None, since)
