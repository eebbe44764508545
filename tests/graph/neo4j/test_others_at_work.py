"""Other writers, other syncs and loads that go on while a sync does."""

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import TransientError

from hedgerow.errors import ServerError
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.planning import deep_plan
from hedgerow.graph.neo4j.sync import sync
from hedgerow.graph.store import Store
from tests.graph.articles import CODES
from tests.graph.neo4j.conftest import StoreOf, target_of
from tests.graph.neo4j.faults import at, many, told
from tests.graph.neo4j.reading_back import assert_equal
from tests.neo4j import Neo4j

pytestmark = [pytest.mark.neo4j, pytest.mark.usefixtures("small_batches")]


def test_another_writer_on_our_nodes_is_waited_for(
    neo4j: Neo4j, server: Server, store_of: StoreOf, caplog: pytest.LogCaptureFixture
) -> None:
    store = store_of(*many(30))
    sync(store, server)
    neo4j.run("MATCH (n:State:Hedgerow) MERGE (:Note {of: n.id})-[:ON]->(n)")
    notes = len(neo4j.run("MATCH (:Note)-[r:ON]->(:Hedgerow) RETURN r"))
    stop = threading.Event()

    def meddle() -> int:
        done = 0
        ids = [f"actor/{code}" for code in CODES]
        with GraphDatabase.driver(neo4j.uri, auth=neo4j.auth) as driver:
            while not stop.is_set():
                random.shuffle(ids)
                with suppress(TransientError), driver.session() as session:
                    with session.begin_transaction() as tx:
                        for each in ids:
                            tx.run("MATCH (n:Hedgerow {id: $id}) SET n.seen = 1", id=each).consume()
                            time.sleep(0.01)
                        tx.commit()
                    done += 1
        return done

    with ThreadPoolExecutor(2) as pool:
        meddling = [pool.submit(meddle) for _ in range(2)]
        try:
            for first in (30, 60, 90):
                store.add(many(30, first))
                with suppress(ServerError):  # deadlocks may go on for longer than is waited
                    sync(store, server)
        finally:
            stop.set()
        assert sum(each.result() for each in meddling)
    sync(store, server, planned=deep_plan)
    assert_equal(neo4j, store)
    assert len(neo4j.run("MATCH (:Note)-[r:ON]->(:Hedgerow) RETURN r")) == notes


def test_a_lock_that_is_let_go_in_time_does_no_harm(
    neo4j: Neo4j, server: Server, store_of: StoreOf
) -> None:
    store = store_of(*many(10))
    sync(store, server)
    store.add(many(10, first=10))
    with neo4j.driver.session() as session, session.begin_transaction() as tx:
        tx.run("MATCH (n:Hedgerow) SET n.held = 1 REMOVE n.held").consume()
        with ThreadPoolExecutor(1) as pool:
            syncing = pool.submit(sync, store, server)
            time.sleep(0.7)
            assert not syncing.done()
            tx.rollback()
            assert syncing.result().way == "journal"
    assert_equal(neo4j, store)


@pytest.mark.parametrize("stores", [1, 2])
def test_of_two_syncs_the_later_goes_on_alone(
    neo4j: Neo4j, server: Server, store_of: StoreOf, stores: int
) -> None:
    first = store_of(*many(30))
    second = first if stores == 1 else store_of(*many(30, first=15))

    def overtake() -> None:
        with Server(target_of(neo4j)) as other:
            sync(second, other, force=True)

    with pytest.raises(ServerError, match="Another sync") as error:
        sync(first, server, force=True, progress=at(2, overtake))
    told(error)
    assert_equal(neo4j, second)
    sync(first, server, force=True)
    assert_equal(neo4j, first)


def test_syncs_that_begin_at_once_on_a_new_database(neo4j: Neo4j, store_of: StoreOf) -> None:
    neo4j.drop_schema()
    stores = store_of(*many(30)), store_of(*many(30, first=15))
    begin = threading.Barrier(4)

    def run(store: Store) -> str:
        with Server(target_of(neo4j)) as server:
            begin.wait()
            try:
                return sync(store, server, force=True).way
            except ServerError as error:
                return str(error)

    with ThreadPoolExecutor(4) as pool:
        said = list(pool.map(run, stores * 2))
    others = [each for each in said if each not in ("first", "compared", "journal", "unchanged")]
    assert len(others) < len(said)
    assert all("nother sync" in each for each in others), others
    with Server(target_of(neo4j)) as server:
        for store in stores:
            sync(store, server, force=True)
            assert_equal(neo4j, store)


def test_a_load_during_a_sync_is_left_to_the_next(
    neo4j: Neo4j, server: Server, store_of: StoreOf, tmp_path: Path
) -> None:
    store = store_of(*many(20))
    with Store.read(tmp_path / "store0") as snapshot:
        sync(snapshot, server, progress=at(1, lambda: store.add(many(20, first=20))))
        assert_equal(neo4j, snapshot)
    assert sync(store, server).way == "journal"
    assert_equal(neo4j, store)
