"""A graph as Neo4j holds it and as a store has it, in one form, so that they can be compared."""

from collections import Counter
from typing import Any

from hedgerow.graph.neo4j.fingerprint import bucket_of, node_fingerprint
from hedgerow.graph.snapshot import Snapshot
from tests.neo4j import Neo4j

Nodes = dict[str, tuple[frozenset[str], dict[str, Any]]]
Relationships = Counter[tuple[str, str, str, str]]


def in_store(snapshot: Snapshot) -> tuple[Nodes, Relationships]:
    """The nodes by id, and the relationships: from, type, to, and properties as text."""
    nodes: Nodes = {}
    found: Relationships = Counter()
    for node in snapshot.nodes():
        assert node.id not in nodes
        own = {"_fingerprint": node_fingerprint(node), "_bucket": bucket_of(node.id)}
        nodes[node.id] = frozenset((*node.labels, "Hedgerow")), node.properties | own
        for link in node.links:
            role = {"role": link.role} if link.role else {}
            found[node.id, link.type, link.target, told(role)] += 1
        for edge in node.edges:
            found[edge.start, edge.type, edge.end, told(edge.properties)] += 1
    return nodes, found


def in_neo4j(neo4j: Neo4j) -> tuple[Nodes, Relationships]:
    """The same of everything with our label."""
    rows = neo4j.run("MATCH (n:Hedgerow) RETURN labels(n) AS labels, properties(n) AS p")
    nodes = {row["p"]["id"]: (frozenset(row["labels"]), native(row["p"])) for row in rows}
    assert len(nodes) == len(rows)
    rows = neo4j.run(
        "MATCH (a:Hedgerow)-[r]->(b:Hedgerow) "
        "RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS p"
    )
    ends = ((row["a"], row["type"], row["b"], told(native(row["p"]))) for row in rows)
    return nodes, Counter(ends)


def native(properties: dict[str, Any]) -> dict[str, Any]:
    return {k: v.to_native() if hasattr(v, "to_native") else v for k, v in properties.items()}


def told(properties: dict[str, Any]) -> str:
    return repr(sorted(properties.items()))


def assert_equal(neo4j: Neo4j, snapshot: Snapshot) -> None:
    """Node by node and relationship by relationship."""
    nodes, relationships = in_neo4j(neo4j)
    expected_nodes, expected_relationships = in_store(snapshot)
    assert nodes.keys() == expected_nodes.keys()
    assert nodes == expected_nodes
    assert relationships == expected_relationships
