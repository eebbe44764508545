"""What a sync has to do, found in the cheapest way that is exact.

- The mark names the store's last commit: nothing.
- It names an earlier one that the journal reaches back to: compare what was touched since.
- The database has no nodes of ours: write all.
- Else: compare all fingerprints, bucket by bucket.
"""

from collections import Counter
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from typing import Literal

import pyoxigraph as ox

from hedgerow.graph.neo4j.comparison import BucketSums, Comparison
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.deep import Recomputed
from hedgerow.graph.neo4j.fingerprint import model_fingerprint, node_fingerprint
from hedgerow.graph.neo4j.model import model
from hedgerow.graph.neo4j.statements import NODES_BY_BUCKET, NODES_BY_ID, NODES_IN_BUCKETS
from hedgerow.graph.neo4j.tally import Tally
from hedgerow.graph.neo4j.watermark import Mark, count_nodes, read_mark
from hedgerow.graph.neo4j.writer import BATCH, Upsert
from hedgerow.graph.rdf import LEDGER, ONTOLOGY, RDF_TYPE
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.streams import batched

Way = Literal["unchanged", "journal", "first", "compared"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to write and what to delete.

    `nodes` are on the server before. `commit` is that up to which the database stays right while
    the plan is carried out. `edited` nodes were found, and `loose` ends that are to be swept away.
    """

    way: Way
    upserts: Callable[[], Generator[Upsert]]
    removals: Callable[[], Generator[str]]
    tally: Tally
    nodes: int
    commit: str | None = None
    edited: int = 0
    loose: int = 0

    @property
    def remarks(self) -> list[str]:
        """What a deep comparison found, in words."""
        found = []
        if self.edited:
            found.append(f"{self.edited:,} nodes were edited on the server")
        if self.loose:
            found.append(f"{self.loose:,} relationships or nodes there belong to nothing of ours")
        return found


def make_plan(snapshot: Snapshot, server: Server) -> Plan:
    """The plan of a plain sync."""
    mark, nodes = read_mark(server), count_nodes(server)
    touched = _touched(snapshot, mark, nodes)
    if touched is not None:
        way: Way = "journal" if touched else "unchanged"
        return _planned(
            snapshot, _compared_by_id(snapshot, server, touched), way, nodes, commit=mark.commit
        )
    if not nodes:
        return _first(snapshot)
    return full_plan(snapshot, server)


def full_plan(snapshot: Snapshot, server: Server) -> Plan:
    """A plan that trusts nothing but the fingerprints on the server."""
    comparison = Comparison()
    comparison.add_here((each.node.id, each.fingerprint) for each in _all(snapshot))
    sums: BucketSums = {
        row["bucket"]: (row["nodes"], row["sum"]) for row in server.read(NODES_BY_BUCKET)
    }
    buckets = comparison.leave_out_equal(sums)
    with server.rows(NODES_IN_BUCKETS, {"buckets": buckets}) as rows:
        comparison.add_there((row["id"], row["fingerprint"]) for row in rows)
    return _planned(snapshot, comparison, "compared", count_nodes(server))


def deep_plan(snapshot: Snapshot, server: Server) -> Plan:
    """A plan that trusts nothing on the server, but works out fingerprints from what is there."""
    comparison = Comparison()
    comparison.add_here((each.node.id, each.fingerprint) for each in _all(snapshot))
    recomputed = Recomputed(server)
    comparison.add_there(recomputed.fingerprints())
    nodes = count_nodes(server)
    return _planned(snapshot, comparison, "compared", nodes, recomputed=recomputed)


def _touched(snapshot: Snapshot, mark: Mark, nodes: int) -> set[str] | None:
    """What the journal says was touched since the mark; None where that cannot be relied on."""
    current = mark.store == snapshot.identity and mark.model == model_fingerprint()
    if not current or mark.commit is None or mark.nodes != nodes:
        return None
    return snapshot.touched_since(mark.commit)


def _compared_by_id(snapshot: Snapshot, server: Server, ids: Iterable[str]) -> Comparison:
    comparison = Comparison()
    for batch in batched(sorted(ids), BATCH):
        found = (snapshot.node(each) for each in batch)
        comparison.add_here((node.id, node_fingerprint(node)) for node in found if node)
        there = server.read(NODES_BY_ID, {"ids": batch})
        comparison.add_there((row["id"], row["fingerprint"]) for row in there)
    return comparison


def _first(snapshot: Snapshot) -> Plan:
    """All of it; what is to come is only counted by class, as comparing would be for nothing."""
    nothing: Iterable[str] = ()
    tally = Tally(added=Counter({"node": _count(snapshot)}))
    return Plan("first", lambda: _all(snapshot), lambda: (each for each in nothing), tally, 0)


def _count(snapshot: Snapshot) -> int:
    """How many nodes a store gives: what has a class, and every part, which has a whole."""
    properties = " ".join(f"<{iri}>" for iri in (RDF_TYPE.value, *model().wholes))
    found = snapshot.query(
        f"SELECT (COUNT(*) AS ?nodes) WHERE {{ VALUES ?property {{ {properties} }} "
        f"GRAPH ?graph {{ ?s ?property ?o }} FILTER(?graph NOT IN ({ONTOLOGY}, {LEDGER})) }}"
    )
    assert isinstance(found, ox.QuerySolutions)  # noqa: S101  it is a SELECT
    return int(next(found)["nodes"].value)


def _planned(
    snapshot: Snapshot,
    comparison: Comparison,
    way: Way,
    nodes: int,
    *,
    commit: str | None = None,
    recomputed: Recomputed | None = None,
) -> Plan:
    def upserts() -> Generator[Upsert]:
        for node_id, known in comparison.different():
            node = snapshot.node(node_id)
            if node is not None:
                yield Upsert(node, node_fingerprint(node), known)

    return Plan(
        way,
        upserts,
        comparison.gone,
        comparison.tally(),
        nodes,
        commit,
        edited=recomputed.edited if recomputed else 0,
        loose=recomputed.loose if recomputed else 0,
    )


def _all(snapshot: Snapshot) -> Generator[Upsert]:
    for node in snapshot.nodes():
        yield Upsert(node, node_fingerprint(node), known=False)
