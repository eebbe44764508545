"""How many nodes of which kind a sync adds, changes and removes."""

from collections import Counter
from dataclasses import dataclass, field

PARTS = {"party": "mention", "status": "status entry"}
"""What parts are, where their ids use another word."""


@dataclass(slots=True)
class Tally:
    """How many nodes are to be added, changed and removed, by what their ids say they are."""

    added: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)

    def total(self) -> int:
        """How many differ."""
        return self.added.total() + self.changed.total() + self.removed.total()


def kind_of(node_id: str) -> str:
    """What an id says a node is: `claim`, or `mention` of a party in one."""
    segments = node_id.split("/")
    kind = segments[2] if len(segments) > 2 else segments[0]
    return PARTS.get(kind, kind)
