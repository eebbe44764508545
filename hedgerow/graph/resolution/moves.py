"""What an event does to a tie, and which of its claims say so."""

from typing import Literal

from hedgerow.graph.records import Event
from hedgerow.graph.resolution.choosing import majority
from hedgerow.graph.resolution.history import CONTESTED
from hedgerow.graph.resolution.readings import ENDED, SUSPENDED, Reading
from hedgerow.graph.resolution.shelf import Group
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import TieKind, Vocabulary

EXTENT, PARTIAL = "extent", "partial"

Move = Literal["opens", "changes", "closes", "confirms", "holds", "prepares"]
"""`confirms` is an event in a tie's life, `holds` a claim that it exists, `prepares` a stage (say a
signature) of a tie that is held from a later status on."""


def move_of(group: Group, event: Event, kind: TieKind, words: Vocabulary) -> Move | None:
    """What an event does to a tie of the kind; None where it bears on none.

    Only what is concluded, to the status from which the kind is held, opens or changes one;
    contested matters do nothing.
    """
    if event.standing == CONTESTED or group.tie_type.effect is None:
        return None
    settled = words.is_concluded(event.status)
    if settled and words.status(event.status).rank < words.status(kind.held_from).rank:
        return "prepares" if group.tie_type.effect == "opens" and not group.turn else None
    if group.turn == SUSPENDED:
        return "closes" if event.status == SUSPENDED else None
    if group.turn == ENDED or group.tie_type.effect == "closes":
        return _ending(group) if settled or event.status == ENDED else None
    return group.tie_type.effect if settled else None


def _ending(group: Group) -> Move:
    """A tie that is eased in part goes on."""
    extent = majority(group.readings, lambda one: one.claim.attributes.get(EXTENT))
    return "confirms" if extent == PARTIAL else "closes"


def acts(one: Reading, group: Group, kind: TieKind, words: Vocabulary, move: Move) -> bool:
    """Whether a claim tells the step itself, not a stage on the way to it."""
    if not words.is_concluded(one.claim.status):
        return one.claim.status == (group.turn or ENDED)
    if move == "prepares":
        return True
    return words.status(one.claim.status).rank >= words.status(kind.held_from).rank


def passed_end(one: Reading) -> str | None:
    """The end of an interval if it lay in the past when it was told; before, it is only a plan."""
    end = one.claim.date_end
    if end is None or one.published is None:
        return None
    return end if parse_partial_date(end).latest < one.published.earliest else None
