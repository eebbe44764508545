"""Finding events and ties in a database."""

from collections.abc import Iterator, Sequence

import pyoxigraph as ox

from hedgerow.graph.events_rdf import read_event
from hedgerow.graph.rdf import RDF_TYPE, RESOLVED, hr, local_id, node
from hedgerow.graph.reading import describe, parts, subjects
from hedgerow.graph.records import Event, Tie
from hedgerow.graph.ties_rdf import read_tie

_EVENT = hr("Event")
_TIE = hr("Tie")


def find_event(database: ox.Store, event: str) -> Event | None:
    """An event by its id or a former one, or None if there is none."""
    if not _is_a(database, event, _EVENT):
        current = subjects(database, "formerly", node(event), RESOLVED)
        if not current:
            return None
        event = current[0]
    return _event(database, event)


def find_tie(database: ox.Store, tie: str) -> Tie | None:
    """A tie by its id, or None if there is none."""
    return _tie(database, tie) if _is_a(database, tie, _TIE) else None


def events_of(database: ox.Store, actors: Sequence[str] = ()) -> Iterator[Event]:
    """The events that all of some actors take part in, by id; every event without actors."""
    for event in _shared(database, _EVENT, "event/", actors):
        yield _event(database, event)


def ties_of(database: ox.Store, actors: Sequence[str] = ()) -> Iterator[Tie]:
    """The ties that all of some actors are in, by id; every tie without actors."""
    for tie in _shared(database, _TIE, "tie/", actors):
        yield _tie(database, tie)


def _event(database: ox.Store, event: str) -> Event:
    entries = parts(database, "history_of", event, RESOLVED)
    return read_event(describe(database, event, RESOLVED), entries)


def _tie(database: ox.Store, tie: str) -> Tie:
    rungs = parts(database, "rung_of", tie, RESOLVED)
    return read_tie(describe(database, tie, RESOLVED), rungs)


def _shared(database: ox.Store, cls: ox.NamedNode, prefix: str, actors: Sequence[str]) -> list[str]:
    if not actors:
        quads = database.quads_for_pattern(None, RDF_TYPE, cls, RESOLVED)
        return sorted(local_id(quad.subject) for quad in quads)
    found = (set(subjects(database, "actor", node(f"actor/{each}"), RESOLVED)) for each in actors)
    return sorted(each for each in set.intersection(*found) if each.startswith(prefix))


def _is_a(database: ox.Store, subject: str, cls: ox.NamedNode) -> bool:
    return ox.Quad(node(subject), RDF_TYPE, cls, RESOLVED) in database
