"""Fingerprints: equal where a node, what goes out from it and what derives from it are equal.

A fingerprint is 48 bits of BLAKE2b over canonical JSON of the node and its links, plus one such
number for each derived edge. The edges are added, so that they can be read back in any order.
"""

import datetime as dt
import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from hedgerow.graph.neo4j.projection import DerivedEdge, Link, Node
from hedgerow.graph.schema_rdf import fingerprint as schema_fingerprint

BUCKETS = 1024
"""Nodes are compared by the sums of their buckets first, about 500 nodes each at 500,000 nodes."""
_MASK = (1 << 48) - 1
"""48 bits, so that the sum over a bucket stays far below the 63 that Neo4j's integers have."""
_PREPARED = ("model.yaml", "deriving.py", "model.py", "projection.py", "fingerprint.py")


def node_fingerprint(node: Node) -> int:
    """The fingerprint of a node as the store has it."""
    own = own_fingerprint(node.labels, node.properties, node.links)
    return (own + sum(map(edge_fingerprint, node.edges))) & _MASK


def own_fingerprint(
    labels: Iterable[str], properties: Mapping[str, Any], links: Iterable[Link]
) -> int:
    """The part of a fingerprint that does not come from derived edges."""
    return _hash([sorted(labels), sorted(properties.items()), sorted(links)])


def edge_fingerprint(edge: DerivedEdge) -> int:
    """The part of a fingerprint that comes from one derived edge."""
    return _hash([edge.type, edge.start, edge.end, sorted(edge.properties.items())])


def together(own: int, edges: int) -> int:
    """The fingerprint of a node from its own part and the sum of those of its edges."""
    return (own + edges) & _MASK


def bucket_of(node_id: str) -> int:
    """The bucket in which a node is compared."""
    return zlib.crc32(node_id.encode()) % BUCKETS


@cache
def model_fingerprint() -> str:
    """A hash of all that a node's form in Neo4j depends on besides the store: ontology and code."""
    digest = hashlib.sha256(schema_fingerprint().encode())
    for name in _PREPARED:
        digest.update((files(__package__) / name).read_bytes())
    return digest.hexdigest()


def _hash(content: object) -> int:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=_dated)
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=6).digest(), "big")


def _dated(value: object) -> object:
    """A day as JSON that no text can be taken for."""
    if isinstance(value, dt.date):
        return {"date": value.isoformat()}
    return {"other": str(value)}
