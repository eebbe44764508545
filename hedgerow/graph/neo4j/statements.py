"""The Cypher of the sync, put together from the model's closed lists; values are parameters only.

Relationships are made anew with their node, never merged: a node that changes first loses all that
goes out from it or derives from it.
"""

from collections.abc import Sequence
from functools import cache

from hedgerow.graph.neo4j.model import LABEL, model

FINGERPRINT, BUCKET = "_fingerprint", "_bucket"
SYNC = f"{LABEL}Sync"
"""The label of the node that says what was synced last."""
TYPES, LABELS = "<types>", "<labels>"
"""Stand for lists that are filled in later."""

NODES_BY_BUCKET = (
    f"MATCH (n:{LABEL}) RETURN n.{BUCKET} AS bucket, count(*) AS nodes, sum(n.{FINGERPRINT}) AS sum"
)
NODES_IN_BUCKETS = (
    f"MATCH (n:{LABEL}) WHERE n.id IS NOT NULL AND (n.{BUCKET} IS NULL OR n.{BUCKET} IN $buckets) "
    f"RETURN n.id AS id, n.{FINGERPRINT} AS fingerprint"
)
NODES_BY_ID = (
    f"UNWIND $ids AS id MATCH (n:{LABEL} {{id: id}}) "
    f"RETURN n.id AS id, n.{FINGERPRINT} AS fingerprint"
)
ALL_NODES = (
    f"MATCH (n:{LABEL}) RETURN labels(n) AS labels, properties(n) AS properties, "
    f"[(n)-[r:{TYPES}]->(m:{LABEL}) | [type(r), m.id, r.role]] AS links"
)
ALL_EDGES = (
    f"MATCH (a:{LABEL})-[r:{TYPES}]->(b:{LABEL}) "
    "RETURN type(r) AS type, a.id AS start, b.id AS end, properties(r) AS properties"
)
SCHEMA_MADE = (
    "SHOW INDEXES YIELD name WHERE name STARTS WITH 'hedgerow_' RETURN collect(name) AS made"
)
COUNT = f"MATCH (n:{LABEL}) RETURN count(n) AS nodes"
FORGET_LINKS = f"UNWIND $ids AS id MATCH (:{LABEL} {{id: id}})-[r:{TYPES}]->(:{LABEL}) DELETE r"
FORGET_LABELS = f"UNWIND $ids AS id MATCH (n:{LABEL} {{id: id}}) REMOVE n:{LABELS}"
DELETE_LOOSE_NODES = (
    f"MATCH (n:{LABEL}) WHERE n.id IS NULL OR NOT (n.id IS :: STRING) DETACH DELETE n"
)
DELETE_NODES = f"UNWIND $ids AS id MATCH (n:{LABEL} {{id: id}}) DETACH DELETE n"


@cache
def schema() -> tuple[str, ...]:
    """The constraints and indexes that the sync and the questions rest on."""
    return (
        f"CREATE CONSTRAINT hedgerow_id IF NOT EXISTS FOR (n:{LABEL}) REQUIRE n.id IS UNIQUE",
        f"CREATE CONSTRAINT hedgerow_sync IF NOT EXISTS FOR (n:{SYNC}) REQUIRE n.name IS UNIQUE",
        *(_node_index(label, name) for label, name in model().indexes),
        *(
            f"CREATE INDEX hedgerow_edge_{type_.lower()} IF NOT EXISTS "
            f"FOR ()-[r:{type_}]-() ON (r.id)"
            for type_ in model().edge_types
        ),
    )


MERGE_NODES = (
    f"UNWIND $rows AS row MERGE (n:{LABEL} {{id: row[1].id}}) SET n = row[1] SET n:$(row[0])"
)
"""Rows `[labels, properties]`: a node is there and has these properties only."""
CREATE_LINKS = (
    f"UNWIND $rows AS row MATCH (a:{LABEL} {{id: row[1]}}) MERGE (b:{LABEL} {{id: row[2]}}) "
    "CREATE (a)-[r:$(row[0])]->(b) SET r.role = row[3]"
)
"""Rows `[type, start, end, role]`; where the end is not here yet it is begun with its id alone."""
CREATE_EDGES = (
    f"UNWIND $rows AS row MERGE (a:{LABEL} {{id: row[1]}}) MERGE (b:{LABEL} {{id: row[2]}}) "
    "CREATE (a)-[r:$(row[0])]->(b) SET r = row[3]"
)
"""Rows `[type, start, end, properties]`."""


@cache
def forget_links() -> str:
    """What takes from the nodes of `$ids` their links."""
    return types(FORGET_LINKS, model().link_types)


@cache
def forget_labels() -> str:
    """What takes from the nodes of `$ids` their labels of ours."""
    return FORGET_LABELS.replace(LABELS, ":".join(model().labels))


@cache
def forget_edges() -> str:
    """What deletes the edges of any type that derive from the nodes of `$ids`."""
    searches = (
        f"CALL (id) {{ MATCH (:{LABEL})-[r:{type_}]->(:{LABEL}) USING INDEX r:{type_}(id) "
        "WHERE r.id = id DELETE r }"
        for type_ in model().edge_types
    )
    return f"UNWIND $ids AS id {' '.join(searches)}"


@cache
def delete_loose_edges() -> str:
    """What deletes the derived edges that belong to no node that edges derive from."""
    owners = f"({'|'.join(model().edges)})/[^/]+"
    return (
        f"MATCH (:{LABEL})-[r:{'|'.join(model().edge_types)}]->(:{LABEL}) "
        f"WHERE r.id IS NULL OR NOT toString(r.id) =~ '{owners}' "
        f"OR NOT EXISTS {{ (:{LABEL} {{id: r.id}}) }} DELETE r"
    )


def types(statement: str, names: Sequence[str]) -> str:
    """A statement on relationships of some types."""
    return statement.replace(TYPES, "|".join(names))


def _node_index(label: str, name: str) -> str:
    return (
        f"CREATE INDEX hedgerow_{label.lower()}_{name.lower()} IF NOT EXISTS "
        f"FOR (n:{label}) ON (n.{name})"
    )
