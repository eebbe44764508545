"""Fingerprints worked out anew from what is in a database, which finds what was edited by hand."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.fingerprint import (
    bucket_of,
    edge_fingerprint,
    own_fingerprint,
    together,
)
from hedgerow.graph.neo4j.model import model
from hedgerow.graph.neo4j.projection import DerivedEdge, Link, Properties
from hedgerow.graph.neo4j.statements import ALL_EDGES, ALL_NODES, BUCKET, FINGERPRINT, types
from hedgerow.graph.neo4j.tally import kind_of

_BOOKKEEPING = (FINGERPRINT, BUCKET)


class Recomputed:
    """The fingerprints of a database's nodes; those of all its derived edges are kept in memory.

    Attributes:
        edited: nodes whose content does not have the fingerprint that was written with it.
        loose: derived edges that belong to no node, and nodes whose id is none; known at the end.
    """

    def __init__(self, server: Server) -> None:
        self.edited = 0
        self.loose = 0
        self._server = server
        self._edges: defaultdict[str, int] = defaultdict(int)

    def fingerprints(self) -> Iterator[tuple[str, int | None]]:
        """Each node's id and fingerprint, None where that is not the one written with it."""
        with self._server.rows(types(ALL_EDGES, model().edge_types)) as rows:
            for row in rows:
                self._take_edge(row["type"], row["start"], row["end"], row["properties"])
        with self._server.rows(types(ALL_NODES, model().link_types)) as rows:
            for row in rows:
                yield from self._node(row["labels"], row["properties"], row["links"])
        self.loose += len(self._edges)

    def _take_edge(self, type_: str, start: str, end: str, properties: Properties) -> None:
        owner = properties.get("id")
        if isinstance(owner, str) and kind_of(owner) in model().edges:
            self._edges[owner] += edge_fingerprint(DerivedEdge(type_, start, end, _own(properties)))
        else:
            self.loose += 1

    def _node(
        self, labels: list[str], properties: Mapping[str, Any], links: list[list[Any]]
    ) -> Iterator[tuple[str, int | None]]:
        node_id = properties.get("id")
        if not isinstance(node_id, str):
            self.loose += 1
            return
        own = own_fingerprint(
            [label for label in labels if label in model().labels],
            {name: value for name, value in _own(properties).items() if name not in _BOOKKEEPING},
            [Link(type_, str(target), str(role or "")) for type_, target, role in links],
        )
        found = together(own, self._edges.pop(node_id, 0))
        written = properties.get(FINGERPRINT), properties.get(BUCKET)
        is_edited = written != (found, bucket_of(node_id))
        self.edited += is_edited and FINGERPRINT in properties
        yield node_id, None if is_edited else found


def _own(properties: Mapping[str, Any]) -> Properties:
    """Properties as the projection gives them: days as Python's."""
    return {
        name: getattr(value, "to_native", lambda value=value: value)()
        for name, value in properties.items()
    }
