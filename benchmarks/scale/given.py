"""The quads that every engine loads: made-up claims, and the events and ties resolved from them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import TypeVar

import pyoxigraph as ox

from benchmarks.synthetic import states_by_weight
from hedgerow.graph.rdf import ACTORS, APART, ONTOLOGY, end_of_line
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store

QUADS_A_CLAIM = 48
"""As many come of a made-up claim, with its share of the document, the event and the tie."""
PAIRS = ((0, 1), (0, 9), (2, 5), (4, 19), (30, 60))
"""Whom the questions are about: places of states by how often they are named."""
OURS = tuple(end_of_line(graph).encode() for graph in (*APART, ACTORS, ONTOLOGY))
"""How quads end that every store has, or that only hedgerow needs."""
EVENTS = """
SELECT ?event WHERE { ?event a hr:Event ; hr:documents ?documents }
ORDER BY DESC(?documents) ?event LIMIT 5
"""
T = TypeVar("T")


@dataclass(frozen=True)
class Given:
    """A folder with the quads and what is asked of them; `store` is the engine's own place."""

    folder: Path
    store: Path
    claims: int

    @property
    def quads(self) -> Path:
        return self.folder / "quads.nq"

    def count(self) -> int:
        with self.quads.open("rb") as lines:
            return sum(1 for _ in lines)

    def arguments(self) -> list[dict[str, str]]:
        """What the variables of each question stand for, a dictionary an ask."""
        found: list[dict[str, str]] = json.loads((self.folder / "asked.json").read_text())
        return found

    def write(self) -> None:
        """Take over what the store in `store` says of its claims, and pick whom to ask about."""
        with Store.read(self.store) as snapshot:
            self._write_quads(snapshot)
            found = snapshot.query(EVENTS)
            assert isinstance(found, ox.QuerySolutions)  # noqa: S101  it is a SELECT
            events = [str(row["event"]) for row in found]
        states = states_by_weight()
        asked = [
            {"a": _iri("actor", states[a]), "b": _iri("actor", states[b]), "event": event}
            | {"dyad": _iri("dyad", "-".join(sorted((states[a], states[b]))))}
            for (a, b), event in zip(PAIRS, events, strict=True)
        ]
        (self.folder / "asked.json").write_text(json.dumps(asked))

    def _write_quads(self, snapshot: Snapshot) -> None:
        with TemporaryFile() as all_quads, self.quads.open("wb") as kept:
            snapshot.export_nquads(all_quads, canonical=False)
            all_quads.seek(0)
            kept.writelines(line for line in all_quads if not line.endswith(OURS))


def in_pieces(each: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of so many."""
    rest = iter(each)
    while piece := list(islice(rest, size)):
        yield piece


def _iri(kind: str, name: str) -> str:
    return f"<https://w3id.org/hedgerow/{kind}/{name}>"
