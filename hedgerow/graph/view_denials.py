"""Which denials count in a view of a day: all, however late, of what had been asserted by then."""

import datetime as dt
from collections.abc import Iterator

import pyoxigraph as ox

from hedgerow.graph.rdf import RESOLVED, local_id, prop
from hedgerow.graph.resolution import CONTESTED, DENIED, status_as_of
from hedgerow.graph.resolved import find_event
from hedgerow.graph.snapshot import Snapshot, present
from hedgerow.ontology.vocabulary import vocabulary


def denials_of(snapshot: Snapshot, day: dt.date) -> frozenset[str]:
    """The ids of the claims that deny what surely was asserted by a day."""
    return frozenset(_denials(snapshot._database, day))


def _denials(database: ox.Store, day: dt.date) -> Iterator[str]:
    contested = (None, prop("standing"), ox.Literal(CONTESTED), RESOLVED)
    for quad in database.quads_for_pattern(*contested):
        event = local_id(quad.subject)
        history = present(find_event(database, event), event).history
        found = status_as_of(history, vocabulary(), on=day)
        if found is not None and found[0] != DENIED:
            steps = (step for step in history if step.status == DENIED)
            yield from (claim for step in steps for claim in step.claims)
