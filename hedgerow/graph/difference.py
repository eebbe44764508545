"""What a commit writes: quads to drop and quads to add."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox

BULK = 2_000
"""From this many quads on, writing new files costs less than going through the journal."""


@dataclass(slots=True)
class Difference:
    """Quads to remove, graphs to remove, and quads to add, applied in that order."""

    removed: list[ox.Quad] = field(default_factory=list)
    dropped: list[ox.NamedNode] = field(default_factory=list)
    added: list[ox.Quad] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.removed or self.dropped or self.added)

    def replace(self, old: Sequence[ox.Quad], new: Sequence[ox.Quad]) -> None:
        """Have the new quads where the old ones are; those in both stay untouched."""
        if not old or not new:
            self.removed += old
            self.added += new
            return
        before, after = set(old), set(new)
        self.removed += before - after
        self.added += after - before

    def include(self, other: "Difference") -> None:
        """Apply another difference along with this one."""
        self.removed += other.removed
        self.dropped += other.dropped
        self.added += other.added

    def apply(self, database: ox.Store) -> None:
        """Write it to a database; not atomic, see `StoreFolder` for what makes it so."""
        for quad in self.removed:
            database.remove(quad)
        for graph in self.dropped:
            database.remove_graph(graph)
        if len(self.added) < BULK:
            database.extend(self.added)
        else:
            database.bulk_extend(self.added)
