"""What the history of an edge says as of a day: when it got there, what stopped it, how sure."""

import datetime as dt

from hedgerow.graph.records import StatusEntry
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.as_of import Position
from hedgerow.queries.dates.confirmation import horizon_of_kind, unconfirmed_since
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.words.phrases import HELD, date_text


def step_to(edge: Edge, status: str | None, on: dt.date = dt.date.max) -> StatusEntry | None:
    """The last step by a day at which an event reached a status; None where none is dated."""
    steps = [step for step in edge.history if step.status == status and step.on is not None]
    by_then = [step for step in steps if parse_partial_date(step.on or "").latest <= on]
    return by_then[-1] if by_then else None


def date_as_of(stands: Position, on: dt.date) -> str:
    """For display, when an edge came to stand as it does on a day.

    The date of an event may be that of a later stage; then the date of the stage it had reached.
    """
    edge = stands.edge
    step = None if edge.when is None or edge.when.latest <= on else step_to(edge, stands.status, on)
    if step is None:
        return date_text(edge.stated, edge.published)
    return date_text(step.on if step.basis == "stated" else None, step.on)


def unconfirmed_as_of(stands: Position, on: dt.date) -> str | None:
    """The last confirmation of a tie that is held on a day, if it is older than its horizon."""
    if stands.standing != HELD:
        return None
    return unconfirmed_since(horizon_of_kind(stands.edge.what), stands.edge.last_confirmed, on)


def stops(edge: Edge) -> list[StatusEntry]:
    """The steps at which it was ended, suspended or called off; of one with several dates one."""
    found: list[StatusEntry] = []
    for step in sorted(filter(_is_stop, edge.history), key=_fineness):
        if not any(step.status == one.status and _can_be_same(step, one) for one in found):
            found.append(step)
    return found


def _is_stop(step: StatusEntry) -> bool:
    return vocabulary().is_stopped(step.status)


def _fineness(step: StatusEntry) -> tuple[bool, int]:
    """Stated dates first, days before months."""
    return step.basis != "stated", -len(step.on or "")


def _can_be_same(step: StatusEntry, other: StatusEntry) -> bool:
    if step.basis != "stated" or step.on is None or other.on is None:
        return True
    return parse_partial_date(step.on).overlaps(parse_partial_date(other.on))
