"""What a commit writes: quads to drop and quads to add."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

import pyoxigraph as ox

from hedgerow.graph.ids import from_iri
from hedgerow.graph.journal import EVERYTHING
from hedgerow.graph.rdf import ACTORS, ONTOLOGY, RESOLVED, SUMMARIES, NQuad, local_id

WHOLE = (ONTOLOGY, ACTORS, RESOLVED, SUMMARIES)
"""Graphs that are made anew as a whole."""
BULK = 2_000
"""From this many quads on, writing new files costs less than going through the journal."""
PIECE = 500_000
"""So many quads are handed over at once, about 120 MB; larger pieces take less time and room."""


@dataclass(slots=True)
class Difference:
    """Quads to remove, graphs to remove, and quads to add, applied in that order."""

    removed: list[NQuad] = field(default_factory=list)
    dropped: list[ox.NamedNode] = field(default_factory=list)
    added: list[NQuad] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.removed or self.dropped or self.added)

    def replace(self, old: Sequence[NQuad], new: Sequence[NQuad]) -> None:
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

    def touched(self, database: ox.Store) -> set[str]:
        """The local ids of the subjects it says anything else about; look before it is applied.

        A graph of many is not looked through: `EVERYTHING` stands for its subjects.
        """
        subjects = {quad.partition(" ")[0] for quad in chain(self.removed, self.added)}
        ids = {from_iri(subject[1:-1]) for subject in subjects}
        for graph in self.dropped:
            if graph in WHOLE:
                return {EVERYTHING}
            quads = database.quads_for_pattern(None, None, None, graph)
            ids.update(local_id(quad.subject) for quad in quads)
        return ids

    def apply(self, database: ox.Store) -> None:
        """Write it to a database; not atomic, see `StoreFolder` for what makes it so."""
        for quad in ox.parse(_text(self.removed), format=ox.RdfFormat.N_QUADS):
            database.remove(quad)
        for graph in self.dropped:
            database.remove_graph(graph)
        load = database.load if len(self.added) < BULK else database.bulk_load
        for start in range(0, len(self.added), PIECE):
            piece = _text(self.added[start : start + PIECE])
            load(piece, format=ox.RdfFormat.N_QUADS, lenient=True)  # terms were checked when made


def _text(quads: list[NQuad]) -> bytes:
    return "".join(quads).encode()
