"""Ties in time: none ends before it begins, and no two levels hold at once."""

import datetime as dt
from collections.abc import Iterator
from itertools import groupby, pairwise

from hedgerow.graph.doctor.documents import UNREADABLE
from hedgerow.graph.doctor.patient import Patient
from hedgerow.graph.doctor.trouble import Trouble
from hedgerow.graph.rdf import RESOLVED
from hedgerow.graph.reading import instances
from hedgerow.graph.records import Tie
from hedgerow.graph.resolved import find_event, find_tie
from hedgerow.ontology.partial_date import date_or_none, parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary


def check_intervals(patient: Patient) -> Iterator[Trouble]:
    """Ties that end before they begin, and ties of one ladder that surely overlap."""
    database, ties = patient.database, []
    for each in patient.each(list(instances(database, "Tie", RESOLVED))):
        try:
            tie = find_tie(database, each)
        except UNREADABLE as error:
            yield Trouble("unreadable", each, str(error))
            continue
        if tie is not None:
            yield from _order(tie)
            if tie.level is not None and tie.since is not None:
                ties.append(tie)
    ties.sort(key=_thread)
    for _, thread in groupby(ties, key=_thread):
        yield from _overlaps(list(thread))


def check_future(patient: Patient) -> Iterator[Trouble]:
    """Events that are concluded and yet to come."""
    for each in patient.each(list(instances(patient.database, "Event", RESOLVED))):
        try:
            event = find_event(patient.database, each)
        except UNREADABLE as error:
            yield Trouble("unreadable", each, str(error))
            continue
        if event is None or event.date is None or event.standing != "concluded":
            continue
        status = vocabulary().status(event.status)
        date = date_or_none(event.date)
        if status.standing == "concluded" and date and date.earliest > patient.tomorrow:
            message = f"is {status.label} on {event.date}, which is to come"
            yield Trouble("future_date", each, message)


def _order(tie: Tie) -> Iterator[Trouble]:
    if tie.since is not None and tie.ended is not None:
        since = parse_partial_date(tie.since)
        if since.earliest > tie.ended.latest:
            yield Trouble("interval", tie.id, f"begins {tie.since} and ends {tie.until}")


def _thread(tie: Tie) -> tuple[str, str, tuple[str, ...]]:
    return tie.bucket, tie.kind, tie.actors


def _overlaps(thread: list[Tie]) -> Iterator[Trouble]:
    """Both held for sure on some day."""
    in_order = sorted(thread, key=lambda tie: (_surely(tie), tie.id))
    for one, other in pairwise(in_order):
        begun = max(day for day, _ in (_surely(one), _surely(other)))
        ended = min(day for _, day in (_surely(one), _surely(other)))
        if begun < ended:
            message = f"holds while {other.id} does, from {begun} to {ended}"
            yield Trouble("overlap", one.id, message)


def _surely(tie: Tie) -> tuple[dt.date, dt.date]:
    """From the latest day of its beginning to the earliest of its end."""
    begun = dt.date.max if tie.since is None else parse_partial_date(tie.since).latest
    return begun, dt.date.max if tie.ended is None else tie.ended.earliest
