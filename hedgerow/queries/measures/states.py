"""Which actors are states, and the fixed list of partners over which ties are spread."""

from collections.abc import Iterable

from hedgerow.ontology.actors import actors

PARTNERS_OF = "G20"
"""The fixed list of partners for diversification: the states of this body."""


def is_state(code: str) -> bool:
    """Whether an actor is a state of today."""
    actor = actors().get(code)
    return actor is not None and actor.kind == "state"


def fixed_partners(state: str, poles: Iterable[str] = ()) -> tuple[str, ...]:
    """The partners over whom a state's ties are spread: those of a fixed list, and the poles."""
    members = actors().members(PARTNERS_OF)
    return tuple(sorted({*filter(is_state, members), *poles} - {state}))
