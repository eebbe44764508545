"""What a database says about itself: whose graph it holds, up to which commit, who is writing."""

import datetime as dt
import uuid
from dataclasses import dataclass

import neo4j

from hedgerow.errors import ServerError
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.errors import AGAIN
from hedgerow.graph.neo4j.statements import COUNT, SYNC

NAME = "hedgerow"
"""Of the one mark in a database."""
_READ = f"MATCH (s:{SYNC} {{name: $name}}) RETURN properties(s) AS mark"
_CLAIM = f"MERGE (s:{SYNC} {{name: $name}}) SET s.run = $run, s.started = $now"
_HOLD = (
    f"MATCH (s:{SYNC} {{name: $name, run: $run}}) "
    "SET s.store = $store, s.whole = false RETURN s.name AS name"
)
_FINISH = (
    f"MATCH (s:{SYNC} {{name: $name, run: $run}}) SET s.commit = $commit, s.store = $store, "
    "s.model = $model, s.nodes = $nodes, s.whole = true, s.finished = $now RETURN s.name AS name"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What was synced last.

    `whole`: that sync ended; where it was cut off, the rest is what the one before it left.
    `commit` is None for a store that is not on disk.
    """

    store: str | None = None
    commit: str | None = None
    model: str | None = None
    nodes: int | None = None
    whole: bool | None = None


def read_mark(server: Server) -> Mark:
    """The mark of a database; an empty one where nothing was ever synced."""
    rows = server.read(_READ, {"name": NAME})
    kept = rows[0]["mark"] if rows else {}
    return Mark(**{name: kept.get(name) for name in Mark.__slots__})


def count_nodes(server: Server) -> int:
    """How many nodes of ours there are; the server knows without counting."""
    return int(server.read(COUNT)[0]["nodes"])


class Run:
    """One run of the sync, which ends as soon as another one begins on the same database.

    Each of its transactions calls `hold` first. That locks the mark until the transaction ends, so
    that two runs never write between each other's reading and writing.
    """

    def __init__(self, server: Server, store: str) -> None:
        self._server = server
        self._given = {"name": NAME, "run": uuid.uuid4().hex, "store": store}
        server.write(lambda tx: tx.run(_CLAIM, self._given | {"now": _now()}).consume())

    def hold(self, tx: neo4j.ManagedTransaction) -> None:
        """Note, in a batch's own transaction, that the database is between two states.

        Raises:
            ServerError: another run has begun.
        """
        if tx.run(_HOLD, self._given).single() is None:
            raise self._taken()

    def finish(self, mark: Mark) -> None:
        """Note that all is written.

        Raises:
            ServerError: another run has begun.
        """
        given = self._given | {"commit": mark.commit, "model": mark.model, "nodes": mark.nodes}

        def work(tx: neo4j.ManagedTransaction) -> bool:
            return tx.run(_FINISH, given | {"now": _now()}).single() is not None

        if not self._server.write(work):
            raise self._taken()

    def _taken(self) -> ServerError:
        return ServerError(
            f"Another sync has begun on {self._server.target.uri} and goes on alone; when it has "
            f"finished, {AGAIN}"
        )


def _now() -> str:
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
