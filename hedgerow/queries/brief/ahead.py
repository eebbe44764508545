"""What lies ahead of a day, and which open ties have gone without confirmation for too long."""

import datetime as dt
from collections.abc import Iterable, Sequence

from hedgerow.ontology.partial_date import PartialDate
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.confirmation import horizon_of_kind, unconfirmed_since
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.dates.windows import days_from
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.words.phrases import CONCLUDED, NEGATIVE


def date_ahead(edge: Edge, last: dt.date) -> PartialDate | None:
    """What date of an edge may lie after a day: that of a plan, or a stated end.

    What is told as concluded, be it reported or contested, is no plan unless all that its date can
    mean lies ahead. Nor is the end of a tie ahead where it may have come about.
    """
    if ends_ahead(edge, last):
        return _end_ahead(edge, last)
    if edge.standing == NEGATIVE or edge.when is None:
        return None
    done = vocabulary().is_concluded(edge.stage or edge.status or "")
    return None if done and edge.when.earliest <= last else edge.when


def _end_ahead(edge: Edge, last: dt.date) -> PartialDate | None:
    end = edge.ended
    if edge.is_tie:
        return end if end is not None and end.earliest > last else None
    return end if vocabulary().tie_type(edge.what).kind is not None else None


def ends_ahead(edge: Edge, last: dt.date) -> bool:
    """Whether it is the end of an edge that may lie after a day, since it began before."""
    if edge.standing != CONCLUDED:
        return edge.is_tie
    return edge.when is None or edge.when.earliest <= last


def coming(edges: Sequence[Edge], last: dt.date, until: dt.date) -> list[Edge]:
    """The edges with a date after `last` and up to `until`, the nearest first.

    Dates that may as well lie before or after these days come at the end.
    """
    over = {edge.opened_by for edge in edges if edge.is_tie and edge.end is not None}
    found: list[tuple[bool, dt.date, str, Edge]] = []
    for edge in edges:
        date = date_ahead(edge, last)
        if date is not None and date.latest > last and date.earliest <= until:
            unsure = not surely_ahead(date, last, until)
            found.append((unsure, date.earliest, edge.id, edge))
    return [edge for *_, edge in sorted(found) if edge.id not in over]


def surely_ahead(date: PartialDate, last: dt.date, until: dt.date) -> bool:
    """Whether all days that a date can mean lie after `last` and up to `until`."""
    return date.earliest > last and date.latest <= until


def lapsed(edges: Iterable[Edge], period: DateRange) -> list[Edge]:
    """The open ties that were confirmed lately enough before a period and no more at its end."""
    start = days_from(period.first, -1)
    found = [
        edge
        for edge in edges
        if edge.is_tie and edge.end is None and _is_stale(edge, period.last)
        if not _is_stale(edge, start)
    ]
    return sorted(found, key=lambda edge: (-edge.documents, edge.id))


def _is_stale(edge: Edge, day: dt.date) -> bool:
    horizon = horizon_of_kind(edge.what)
    return unconfirmed_since(horizon, edge.last_confirmed, day) is not None
