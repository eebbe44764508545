"""A connection to the test server, and small stores on disk."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hedgerow.graph.intake import Item
from hedgerow.graph.neo4j import connection, writer
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.target import Target
from hedgerow.graph.store import Store
from tests.neo4j import Neo4j

StoreOf = Callable[..., Store]


def target_of(neo4j: Neo4j) -> Target:
    user, password = neo4j.auth or (None, None)
    return Target(neo4j.uri, user, password)


@pytest.fixture
def server(neo4j: Neo4j) -> Iterator[Server]:
    """Our own connection to the emptied server."""
    with Server(target_of(neo4j)) as opened:
        yield opened


@pytest.fixture
def store_of(tmp_path: Path) -> Iterator[StoreOf]:
    """Makes stores on disk with some articles in them."""
    made: list[Store] = []

    def make(*items: Item) -> Store:
        made.append(Store.open(tmp_path / f"store{len(made)}"))
        made[-1].add(items)
        return made[-1]

    yield make
    for store in made:
        store.close()


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a small store takes many."""
    monkeypatch.setattr(writer, "BATCH", 40)


@pytest.fixture
def no_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "RETRY_SECONDS", 0)
