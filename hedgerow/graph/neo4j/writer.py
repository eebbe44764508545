"""Writing nodes in batches, each in one transaction with the mark."""

from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, TypeVar

import neo4j
from neo4j.exceptions import Neo4jError

from hedgerow.graph.neo4j import statements
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.errors import is_about_memory
from hedgerow.graph.neo4j.fingerprint import bucket_of
from hedgerow.graph.neo4j.model import model
from hedgerow.graph.neo4j.projection import Node
from hedgerow.graph.neo4j.watermark import Run
from hedgerow.graph.streams import ahead, batched

T = TypeVar("T")
BATCH = 5_000
"""Nodes in one transaction, some 15,000 relationships and 20 MB on the server."""


@dataclass(frozen=True, slots=True)
class Upsert:
    """A node to write, its fingerprint, and whether the server has another state of it."""

    node: Node
    fingerprint: int
    known: bool


@dataclass(slots=True)
class Rows:
    """One batch as the rows of its statements."""

    stale: list[str] = field(default_factory=list)
    nodes: dict[tuple[str, ...], list[Any]] = field(default_factory=lambda: defaultdict(list))
    links: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))
    edges: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, upserts: Iterable[Upsert]) -> "Rows":
        """The rows of some nodes."""
        rows = cls()
        for each in upserts:
            node = each.node
            own = {statements.FINGERPRINT: each.fingerprint, statements.BUCKET: bucket_of(node.id)}
            if each.known:
                rows.stale.append(node.id)
            rows.nodes[node.labels].append(node.properties | own)
            for link in node.links:
                rows.links[link.type].append([node.id, link.target, link.role])
            for edge in node.edges:
                rows.edges[edge.type].append([edge.start, edge.end, edge.properties])
        return rows


class Writer:
    """Writes what a plan says, batch by batch.

    `commit` is what the mark says while it goes on: the last commit that the database followed as
    a whole, if going on from there would mend what is half done, else None.
    """

    def __init__(self, server: Server, run: Run, commit: str | None) -> None:
        self._server = server
        self._run = run
        self._commit = commit

    def write(self, upserts: Generator[Upsert]) -> Iterator[Sequence[Upsert]]:
        """Write nodes; gives each batch once it is committed.

        The next batch is made while the server works on the last.
        """

        def batches() -> Generator[tuple[Sequence[Upsert], Rows]]:
            with closing(upserts):
                for batch in batched(upserts, BATCH):
                    yield batch, Rows.of(batch)

        for batch, rows in ahead(batches()):
            self._write(batch, rows)
            yield batch

    def remove(self, ids: Iterable[str]) -> Iterator[Sequence[str]]:
        """Delete nodes with all that hangs on them; gives each batch once it is committed."""
        for batch in batched(ids, BATCH):
            self._remove(batch)
            yield batch

    def sweep(self) -> int:
        """Delete derived edges of no node, and nodes without an id; gives how many of these."""

        def work(tx: neo4j.ManagedTransaction) -> int:
            self._run.hold(tx, self._commit)
            _run(tx, statements.types(statements.DELETE_LOOSE_EDGES, model().edge_types))
            record = tx.run(statements.DELETE_LOOSE_NODES).single()
            return record["gone"] if record else 0

        return self._server.write(work)

    def _write(self, batch: Sequence[Upsert], rows: Rows) -> None:
        try:
            self._server.write(lambda tx: self._put(tx, rows))
        except _TooMuch as too_much:
            for half in _halves(batch, too_much):
                self._write(half, Rows.of(half))

    def _remove(self, batch: Sequence[str]) -> None:
        try:
            self._server.write(lambda tx: self._take(tx, batch))
        except _TooMuch as too_much:
            for half in _halves(batch, too_much):
                self._remove(half)

    def _put(self, tx: neo4j.ManagedTransaction, rows: Rows) -> None:
        self._run.hold(tx, self._commit)
        if rows.stale:
            for statement in statements.forget(labels=True):
                _run(tx, statement, ids=rows.stale)
        for labels, nodes in rows.nodes.items():
            _run(tx, statements.merge_nodes(labels), rows=nodes)
        for type_, links in rows.links.items():
            _run(tx, statements.create_links(type_), rows=links)
        for type_, edges in rows.edges.items():
            _run(tx, statements.create_edges(type_), rows=edges)

    def _take(self, tx: neo4j.ManagedTransaction, ids: Sequence[str]) -> None:
        self._run.hold(tx, self._commit)
        for statement in statements.forget(labels=False):
            _run(tx, statement, ids=list(ids))
        _run(tx, statements.DELETE_NODES, ids=list(ids))


class _TooMuch(Exception):
    """A transaction takes more memory than the server gives; smaller ones may do."""

    def __init__(self, error: Neo4jError) -> None:
        super().__init__(str(error))
        self.error = error


def _run(tx: neo4j.ManagedTransaction, statement: str, **given: Any) -> None:  # noqa: ANN401
    """Run a statement; the driver would repeat one for which there is no memory."""
    try:
        tx.run(statement, given).consume()
    except Neo4jError as error:
        if is_about_memory(error):
            raise _TooMuch(error) from error
        raise


def _halves(batch: Sequence[T], too_much: _TooMuch) -> Sequence[Sequence[T]]:
    if len(batch) == 1:
        raise too_much.error
    middle = len(batch) // 2
    return batch[:middle], batch[middle:]
