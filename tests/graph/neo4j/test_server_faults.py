"""A server that dies, comes back, is read-only or short of memory, in the midst of a sync."""

import random
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from neo4j import ManagedTransaction

from hedgerow.errors import ServerError
from hedgerow.graph.neo4j import writer
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.sync import Report, sync
from hedgerow.graph.neo4j.target import Target
from hedgerow.graph.neo4j.writer import Rows, Writer
from hedgerow.graph.snapshot import Snapshot
from scripts.neo4j_server import Neo4jServer
from tests.graph.neo4j.conftest import StoreOf
from tests.graph.neo4j.faults import at, many, told
from tests.graph.neo4j.reading_back import assert_equal
from tests.neo4j import connected, running

pytestmark = [pytest.mark.neo4j, pytest.mark.usefixtures("small_batches")]


@pytest.fixture(scope="module")
def mortal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """A server that these tests kill; it may be down when a test gets it."""
    with running(tmp_path_factory.mktemp("mortal")) as server:
        yield server


def start(server: Neo4jServer, **conf: str) -> None:
    server.kill()
    server.conf = {name.replace("__", "."): value for name, value in conf.items()}
    server.start()


def synced(server: Neo4jServer, store: Snapshot) -> Report:
    """Sync, and look whether that went well."""
    with Server(Target(server.uri)) as to, connected(server.uri, None) as there:
        report = sync(store, to, force=True)
        assert_equal(there, store)
    return report


@pytest.mark.usefixtures("no_retries")
def test_a_server_killed_in_a_first_sync_then_read_only_is_told_then_gone_on_with(
    mortal: Neo4jServer, store_of: StoreOf
) -> None:
    store = store_of(*many(40))
    killer = threading.Timer(random.uniform(0, 0.3), mortal.kill)
    with Server(Target(mortal.uri)) as to, pytest.raises(ServerError) as error:
        sync(store, to, progress=at(3, killer.start))
    killer.join()
    assert "check that it runs" in told(error)
    start(mortal, server__databases__read_only="neo4j")
    with Server(Target(mortal.uri)) as to:
        with pytest.raises(ServerError, match="read-only") as error:
            sync(store, to)
        told(error)
    start(mortal)
    assert synced(mortal, store).way in ("compared", "first")


def test_a_server_that_comes_back_is_waited_for(mortal: Neo4jServer, store_of: StoreOf) -> None:
    store = store_of(*many(40))
    synced(mortal, store)
    store.add(many(30, first=40))
    with Server(Target(mortal.uri)) as to, ThreadPoolExecutor(1) as pool:
        back = None

        def die() -> None:
            nonlocal back
            mortal.kill()
            back = pool.submit(mortal.start)

        report = sync(store, to, progress=at(2, die))
        assert back is not None
        back.result()
    assert report.way == "journal"
    assert synced(mortal, store).way == "unchanged"


@pytest.mark.usefixtures("no_retries")
def test_a_server_killed_in_a_sync_by_journal_then_emptied_and_short_of_memory(
    mortal: Neo4jServer, store_of: StoreOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = store_of(*many(30))
    synced(mortal, store)
    store.add(many(30, first=30))
    with Server(Target(mortal.uri)) as to, pytest.raises(ServerError) as error:
        sync(store, to, progress=at(random.randrange(3), mortal.kill))
    told(error)
    mortal.start()
    assert synced(mortal, store).way in ("journal", "compared")
    store.add(many(240, first=60))
    mortal.wipe()
    start(mortal, dbms__memory__transaction__total__max="10m")
    monkeypatch.setattr(writer, "BATCH", 5_000)
    sizes = []
    put = Writer._put

    def spy(self: Writer, tx: ManagedTransaction, rows: Rows) -> None:
        sizes.append(len(rows.nodes))
        put(self, tx, rows)

    monkeypatch.setattr(Writer, "_put", spy)
    assert synced(mortal, store).way == "first"
    assert sizes[1] <= sizes[0] / 2 + 1
