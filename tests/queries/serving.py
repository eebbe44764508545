"""Stores synced to a Neo4j server, so that both can be asked the same."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from hedgerow.errors import UsageError
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.sync import sync
from hedgerow.graph.neo4j.target import Target
from hedgerow.graph.snapshot import Snapshot
from hedgerow.queries.asking import Answer, ask
from hedgerow.queries.reading.archive import Reader
from tests.neo4j import Neo4j


@dataclass(frozen=True)
class Both:
    """A store, and a server that holds a copy of it."""

    store: Snapshot
    server: Server

    def answer_alike(self, name: str, **given: str) -> Answer | str:
        """What both answer; the message where both refuse."""
        told = _told(self.store, name, given)
        assert _told(self.server, name, given) == told
        return told


@contextmanager
def both(store: Snapshot, neo4j: Neo4j) -> Iterator[Both]:
    """A store and the server it is synced to, whatever that held before."""
    neo4j.empty()
    user, password = neo4j.auth or (None, None)
    with Server(Target(neo4j.uri, user, password)) as server:
        sync(store, server)
        yield Both(store, server)


def _told(reader: Reader, name: str, given: dict[str, str]) -> Answer | str:
    try:
        return ask(reader, name, {word.rstrip("_"): value for word, value in given.items()})
    except UsageError as error:
        return str(error)
