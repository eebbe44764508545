"""What a sync is going to do."""

from collections import Counter
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from typing import Literal

import pyoxigraph as ox

from hedgerow.graph.neo4j.comparison import Comparison
from hedgerow.graph.neo4j.deep import Recomputed
from hedgerow.graph.neo4j.fingerprint import node_fingerprint
from hedgerow.graph.neo4j.model import model
from hedgerow.graph.neo4j.tally import Tally
from hedgerow.graph.neo4j.writer import Upsert
from hedgerow.graph.rdf import APART, ONTOLOGY, RDF_TYPE
from hedgerow.graph.snapshot import Snapshot

Way = Literal["unchanged", "journal", "first", "compared"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to write and what to delete.

    `nodes` are on the server before. Of those `edited` were found to be by hand; `loose` ends are
    to be swept away before anything is written.
    """

    way: Way
    upserts: Callable[[], Generator[Upsert]]
    removals: Callable[[], Generator[str]]
    tally: Tally
    nodes: int
    edited: int = 0
    loose: int = 0

    @property
    def differs(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.tally.total() or self.loose)

    @property
    def remarks(self) -> list[str]:
        """What a deep comparison found, in words."""
        found = []
        if self.edited:
            found.append(f"nodes edited on the server: {self.edited:,}")
        if self.loose:
            found.append(f"relationships or nodes there that belong to nothing: {self.loose:,}")
        return found


def plan_all(snapshot: Snapshot) -> Plan:
    """To write everything to a database that has nothing of ours; it is counted, not compared."""
    nothing: Iterable[str] = ()
    tally = Tally(added=Counter({"node": count_nodes_of(snapshot)}))
    return Plan(
        "first", lambda: all_upserts(snapshot), lambda: (each for each in nothing), tally, 0
    )


def count_nodes_of(snapshot: Snapshot) -> int:
    """How many nodes a store gives: what has a class, and every part, which has a whole.

    Rows of event tables that wait give none.
    """
    properties = " ".join(f"<{iri}>" for iri in (RDF_TYPE.value, *model().wholes))
    others = ", ".join(map(str, (*APART, ONTOLOGY)))
    found = snapshot.query(
        f"SELECT (COUNT(*) AS ?nodes) WHERE {{ VALUES ?property {{ {properties} }} "
        f"GRAPH ?graph {{ ?s ?property ?o }} FILTER(?graph NOT IN ({others})) }}"
    )
    assert isinstance(found, ox.QuerySolutions)  # noqa: S101  it is a SELECT
    return int(next(found)["nodes"].value) - sum(snapshot.waiting_rows().values())


def plan_differences(
    snapshot: Snapshot,
    comparison: Comparison,
    way: Way,
    nodes: int,
    recomputed: Recomputed | None = None,
) -> Plan:
    """To write and delete what a comparison found."""

    def upserts() -> Generator[Upsert]:
        for node_id, known in comparison.different():
            node = snapshot.node(node_id)
            if node is not None:
                fresh = recomputed is not None and not known  # loose edges are swept away first
                yield Upsert(node, node_fingerprint(node), known, fresh)

    return Plan(
        way,
        upserts,
        comparison.gone,
        comparison.tally(),
        nodes,
        edited=recomputed.edited if recomputed else 0,
        loose=recomputed.loose if recomputed else 0,
    )


def all_upserts(snapshot: Snapshot) -> Generator[Upsert]:
    """Every node of a store."""
    for node in snapshot.nodes():
        yield Upsert(node, node_fingerprint(node), fresh=True)
