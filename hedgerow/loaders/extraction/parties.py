"""Who can be a party to what."""

from hedgerow.loaders.extraction.candidates import Filler
from hedgerow.ontology.actors import actors
from hedgerow.ontology.vocabulary import TieType

_STATES = frozenset({"state", "former_state", "entity"})
_RELATIONS = "diplomatic_relations"
_BODY = "body"
_FIRM = "firm"


def may_be_party(filler: Filler, tie_type: TieType, *, source: bool = False) -> bool:
    """Whether a tie of the type can be told of an actor, as its source or another party.

    Firms deal in arms alone; only states have diplomatic relations; only bodies have members.
    """
    if filler.mention.kind == _FIRM and _FIRM not in tie_type.attributes:
        return False
    if tie_type.kind == _RELATIONS:
        return is_state(filler.actor)
    return source or tie_type.roles[1] != _BODY or not is_state(filler.actor)


def is_state(actor_id: str) -> bool:
    """Whether an actor is a state, or acts as one."""
    actor = actors().get(actor_id)
    return actor is not None and actor.kind in _STATES
