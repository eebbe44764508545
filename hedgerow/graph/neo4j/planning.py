"""What a sync has to do, found in the cheapest way that is exact.

- The mark names the store's last commit: nothing; then not even the mark is written.
- It names an earlier one that the journal reaches back to: compare what was touched since.
- The database has no nodes of ours: write all.
- The last sync was cut off, or of another store, or someone changed the number of nodes: trust
  nothing that is there, work all fingerprints out anew.
- Else, as for another version of the model: compare the fingerprints, bucket by bucket.
"""

from collections.abc import Iterable

from hedgerow.graph.neo4j.comparison import BucketSums, Comparison
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.deep import Recomputed
from hedgerow.graph.neo4j.fingerprint import model_fingerprint, node_fingerprint
from hedgerow.graph.neo4j.plan import Plan, all_upserts, plan_all, plan_differences
from hedgerow.graph.neo4j.statements import NODES_BY_BUCKET, NODES_BY_ID, NODES_IN_BUCKETS
from hedgerow.graph.neo4j.watermark import Mark, count_nodes, read_mark
from hedgerow.graph.neo4j.writer import BATCH
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.streams import batched


def is_current(snapshot: Snapshot, server: Server) -> bool:
    """Whether the mark says that the database is where the store is, and nothing is missing."""
    mark = read_mark(server)
    commit = snapshot.commit
    if commit is None or not mark.whole:
        return False
    here = snapshot.identity, commit, model_fingerprint(), count_nodes(server)
    return (mark.store, mark.commit, mark.model, mark.nodes) == here


def make_plan(snapshot: Snapshot, server: Server) -> Plan:
    """The plan of a plain sync."""
    mark, nodes = read_mark(server), count_nodes(server)
    if not nodes:
        return plan_all(snapshot)
    if not mark.whole or mark.store != snapshot.identity or mark.nodes != nodes:
        return deep_plan(snapshot, server)
    touched = _touched(snapshot, mark)
    if touched is None:
        return full_plan(snapshot, server)
    comparison = _compared_by_id(snapshot, server, touched)
    return plan_differences(snapshot, comparison, "journal", nodes)


def full_plan(snapshot: Snapshot, server: Server) -> Plan:
    """A plan that trusts nothing but the fingerprints on the server."""
    comparison = Comparison()
    comparison.add_here((each.node.id, each.fingerprint) for each in all_upserts(snapshot))
    sums: BucketSums = {
        row["bucket"]: (row["nodes"], row["sum"]) for row in server.read(NODES_BY_BUCKET)
    }
    buckets = comparison.leave_out_equal(sums)
    with server.rows(NODES_IN_BUCKETS, {"buckets": buckets}) as rows:
        comparison.add_there((row["id"], row["fingerprint"]) for row in rows)
    return plan_differences(snapshot, comparison, "compared", count_nodes(server))


def deep_plan(snapshot: Snapshot, server: Server) -> Plan:
    """A plan that trusts nothing on the server, but works out fingerprints from what is there."""
    comparison = Comparison()
    comparison.add_here((each.node.id, each.fingerprint) for each in all_upserts(snapshot))
    recomputed = Recomputed(server)
    comparison.add_there(recomputed.fingerprints())
    nodes = count_nodes(server)
    return plan_differences(snapshot, comparison, "compared", nodes, recomputed)


def _touched(snapshot: Snapshot, mark: Mark) -> set[str] | None:
    """What the journal says was touched since the mark; None where that is not known."""
    if mark.model != model_fingerprint() or mark.commit is None:
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
