"""Writing nodes in batches, each in one transaction with the mark."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, TypeVar

import neo4j

from hedgerow.graph.neo4j import statements
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.errors import TooLittleMemory
from hedgerow.graph.neo4j.fingerprint import bucket_of
from hedgerow.graph.neo4j.model import model
from hedgerow.graph.neo4j.projection import Node
from hedgerow.graph.neo4j.tally import kind_of
from hedgerow.graph.neo4j.watermark import Run
from hedgerow.graph.streams import ahead, batched

T = TypeVar("T")
Row = list[Any]
BATCH = 5_000
"""Nodes in one transaction, with some 12,000 relationships."""
TRIES = 2
"""After so many tries a batch is halved: a commit that lacks memory is repeated by the driver."""


@dataclass(frozen=True, slots=True)
class Upsert:
    """A node to write and its fingerprint.

    `known`: the server has another state of it. `fresh`: it has nothing of it for sure, not even
    derived edges that outlived their node.
    """

    node: Node
    fingerprint: int
    known: bool = False
    fresh: bool = False


@dataclass(slots=True)
class Rows:
    """One batch as the rows of its statements; `stale` are ids of nodes to take all from first."""

    stale: list[str] = field(default_factory=list)
    nodes: list[Row] = field(default_factory=list)
    links: list[Row] = field(default_factory=list)
    edges: list[Row] = field(default_factory=list)

    @classmethod
    def of(cls, upserts: Iterable[Upsert]) -> "Rows":
        """The rows of some nodes."""
        rows = cls()
        for each in upserts:
            node = each.node
            own = {statements.FINGERPRINT: each.fingerprint, statements.BUCKET: bucket_of(node.id)}
            if not each.fresh:
                rows.stale.append(node.id)
            rows.nodes.append([list(node.labels), node.properties | own])
            rows.links += [
                [link.type, node.id, link.target, link.role or None] for link in node.links
            ]
            rows.edges += [
                [edge.type, edge.start, edge.end, edge.properties] for edge in node.edges
            ]
        return rows


class Writer:
    """Writes what a plan says, batch by batch."""

    def __init__(self, server: Server, run: Run) -> None:
        self._server = server
        self._run = run
        self._most = BATCH

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
            self._in_parts(batch, self._take)
            yield batch

    def sweep(self) -> None:
        """Delete derived edges that belong to no node, and nodes whose id is none."""

        def work(tx: neo4j.ManagedTransaction) -> None:
            self._run.hold(tx)
            _run(tx, statements.delete_loose_edges())
            _run(tx, statements.DELETE_LOOSE_NODES)

        self._server.write(work)

    def _write(self, batch: Sequence[Upsert], rows: Rows) -> None:
        self._in_parts(
            batch, lambda tx, part: self._put(tx, rows if part is batch else Rows.of(part))
        )

    def _in_parts(
        self, batch: Sequence[T], work: Callable[[neo4j.ManagedTransaction, Sequence[T]], None]
    ) -> None:
        """Work on a batch in one transaction, or on its halves if the server cannot take it."""
        tries = 0

        def tried(tx: neo4j.ManagedTransaction) -> None:
            nonlocal tries
            tries += 1
            if tries > TRIES and len(batch) > 1:
                raise TooLittleMemory(self._server.target.uri)
            work(tx, batch)

        if len(batch) <= self._most:
            try:
                return self._server.write(tried)
            except TooLittleMemory:
                if len(batch) == 1:
                    raise
                self._most = len(batch) // 2
        middle = len(batch) // 2
        for half in (batch[:middle], batch[middle:]):
            self._in_parts(half, work)
        return None

    def _put(self, tx: neo4j.ManagedTransaction, rows: Rows) -> None:
        self._run.hold(tx)
        if rows.stale:
            self._forget_edges(tx, rows.stale)
            _run(tx, statements.forget_links(), ids=rows.stale)
            _run(tx, statements.forget_labels(), ids=rows.stale)
        _run(tx, statements.MERGE_NODES, rows=rows.nodes)
        _run(tx, statements.CREATE_LINKS, rows=rows.links)
        _run(tx, statements.CREATE_EDGES, rows=rows.edges)

    def _take(self, tx: neo4j.ManagedTransaction, ids: Sequence[str]) -> None:
        self._run.hold(tx)
        self._forget_edges(tx, ids)
        _run(tx, statements.DELETE_NODES, ids=list(ids))

    def _forget_edges(self, tx: neo4j.ManagedTransaction, ids: Sequence[str]) -> None:
        """Delete what derives from nodes, of whatever type: what they tell may have been edited."""
        owners = [each for each in ids if kind_of(each) in model().edges]
        if owners:
            _run(tx, statements.forget_edges(), ids=owners)


def _run(tx: neo4j.ManagedTransaction, statement: str, **given: Any) -> None:  # noqa: ANN401
    tx.run(statement, given).consume()
