"""The graph as files for `neo4j-admin database import full`, which builds a database offline.

For graphs that are too large to be synced over Bolt. The nodes carry their fingerprints and a mark
says up to which commit, so that a sync after the import finds nothing to do.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from hedgerow.graph.neo4j.admin_columns import (
    LINK,
    TEXT,
    TRUTH,
    WHOLE,
    Columns,
    edge_columns,
    node_columns,
)
from hedgerow.graph.neo4j.admin_files import SCHEMA, SCRIPT, Files, whole_folder
from hedgerow.graph.neo4j.fingerprint import bucket_of, model_fingerprint, node_fingerprint
from hedgerow.graph.neo4j.model import LABEL
from hedgerow.graph.neo4j.plan import count_nodes_of
from hedgerow.graph.neo4j.projection import Node
from hedgerow.graph.neo4j.statements import BUCKET, FINGERPRINT, SYNC, schema
from hedgerow.graph.neo4j.watermark import NAME, Mark
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.streams import batched

_MARK = Columns(
    {"name": TEXT, "store": TEXT, "commit": TEXT, "model": TEXT, "nodes": WHOLE, "whole": TRUTH}
)
"""Of the node that says what was synced last."""
_AT_ONCE = 1_000
"""Nodes between two calls of the progress."""


@dataclass(frozen=True, slots=True)
class Written:
    """How much was written."""

    nodes: int
    relationships: int


def write_admin_csv(
    snapshot: Snapshot,
    folder: Path,
    *,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Written:
    """Write everything that a sync would bring to a database into an empty or new folder.

    The script that starts the import is put there last, when all is written. `progress` is told
    the number of nodes written and how many there are.

    Raises:
        UsageError: the folder is not empty or cannot be written to.
        StoreError: a value cannot be kept in CSV.
    """
    nodes, relationships, total = 0, 0, count_nodes_of(snapshot)
    with whole_folder(folder) as draft:
        with Files(draft) as files:
            for batch in batched(snapshot.nodes(), _AT_ONCE):
                relationships += sum(_write(files, node) for node in batch)
                nodes += len(batch)
                progress(nodes, total)
            mark = Mark(snapshot.identity, snapshot.commit, model_fingerprint(), nodes, whole=True)
            known = {name: value for name, value in asdict(mark).items() if value is not None}
            files.add("nodes", (SYNC,), _MARK, {"name": NAME, **known})
        statements = "".join(f"{each};\n" for each in schema())
        (draft / SCHEMA).write_text(statements, encoding="utf-8")
        (draft / SCRIPT).write_text(files.script(), encoding="utf-8", newline="\n")
    return Written(nodes, relationships)


def _write(files: Files, node: Node) -> int:
    """Write a node and what goes out or derives from it; gives the number of relationships."""
    own = {FINGERPRINT: node_fingerprint(node), BUCKET: bucket_of(node.id)}
    files.add("nodes", (*node.labels, LABEL), node_columns(node.labels), node.properties | own)
    for link in node.links:
        role = {"role": link.role} if link.role else {}
        files.add("relationships", (link.type,), LINK, role, node.id, link.target)
    for edge in node.edges:
        columns = edge_columns(node.labels)
        files.add("relationships", (edge.type,), columns, edge.properties, edge.start, edge.end)
    return len(node.links) + len(node.edges)
