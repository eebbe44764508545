"""Whatever fails during a sync is told in one sentence, and the next sync mends it."""

import random
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from itertools import permutations
from pathlib import Path

import pytest
from neo4j import GraphDatabase, ManagedTransaction
from neo4j.exceptions import TransientError

from hedgerow.errors import HedgerowError, ServerError
from hedgerow.graph.intake import Item
from hedgerow.graph.neo4j import connection, writer
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.planning import deep_plan
from hedgerow.graph.neo4j.sync import Report, sync
from hedgerow.graph.neo4j.target import Target
from hedgerow.graph.neo4j.writer import Rows, Writer
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store
from scripts.neo4j_jars import QUICK, NoServer
from scripts.neo4j_run import warm
from scripts.neo4j_server import Neo4jServer
from tests.graph.articles import CODES, WORDS, article
from tests.graph.neo4j.conftest import StoreOf, target_of
from tests.graph.neo4j.reading_back import assert_equal
from tests.neo4j import Neo4j, connected, missing

pytestmark = pytest.mark.neo4j
TYPES = sorted(WORDS.tie_types)
PAIRS = [" ".join(pair) for pair in permutations(CODES, 2)]


def many(number: int, first: int = 0) -> list[Item]:
    """Articles of all types, each of its own."""
    return [
        article(
            f"Article {n}.",
            TYPES[n % len(TYPES)],
            PAIRS[n % len(PAIRS)],
            date=f"{2000 + n % 25}-01",
        )
        for n in range(first, first + number)
    ]


def told(error: pytest.ExceptionInfo[HedgerowError]) -> str:
    """One sentence with a next step."""
    text = str(error.value)
    assert "\n" not in text
    assert text.endswith(".")
    assert ";" in text
    return text


def at(batch: int, act: Callable[[], object]) -> Callable[[int, int], None]:
    """A progress that acts once, after so many batches."""
    left = batch

    def progress(done: int, of: int) -> None:
        nonlocal left
        left -= 1
        if left == -1:
            act()

    return progress


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a small store takes many."""
    monkeypatch.setattr(writer, "BATCH", 40)


@pytest.fixture
def no_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "RETRY_SECONDS", 0)


@pytest.fixture(scope="module")
def mortal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """A server that these tests kill; it may be down when a test gets it."""
    server = Neo4jServer(tmp_path_factory.mktemp("mortal"), java=QUICK)
    try:
        warm()
        server.start()
    except NoServer as reason:
        missing(reason)
    yield server
    server.kill()


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


class Proxy:
    """Passes connections on to a server; the first ones break after so many bytes either way."""

    def __init__(self, uri: str, sent: int, received: int, breaks: int) -> None:
        self._limits = {"sent": sent, "received": received}
        self._breaks = breaks
        self._there = ("127.0.0.1", int(uri.rpartition(":")[2]))
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.uri = f"bolt://127.0.0.1:{self._listening.getsockname()[1]}"
        self._open = [self._listening]
        self._threads: list[threading.Thread] = []
        self._start(self._accept)

    def close(self) -> None:
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        for each in self._open:
            each.close()

    def _start(self, work: Callable[..., None], *given: object) -> None:
        self._threads.append(threading.Thread(target=work, args=given))
        self._threads[-1].start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                self._open += (client, server := socket.create_connection(self._there))
                self._start(self._pass, client, server, "sent")
                self._start(self._pass, server, client, "received")

    def _pass(self, source: socket.socket, sink: socket.socket, way: str) -> None:
        passed = 0
        with suppress(OSError):
            while data := source.recv(4096):
                passed += len(data)
                if passed > self._limits[way] and self._breaks:
                    self._breaks -= 1
                    break
                sink.sendall(data)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


FAR = 1 << 40


@pytest.mark.parametrize(
    ("sent", "received"), [(30_000, FAR), (90_000, FAR), (FAR, 4_000), (FAR, 9_000)]
)
def test_a_connection_that_breaks_once_is_made_anew(
    neo4j: Neo4j, store_of: StoreOf, sent: int, received: int
) -> None:
    store = store_of(*many(40))
    with closing(Proxy(neo4j.uri, sent, received, breaks=1)) as proxy:
        to = Target(proxy.uri, *(neo4j.auth or ()))
        # whether a commit went through is not known where its answer was lost
        with suppress(ServerError), Server(to) as server:
            sync(store, server)
        with Server(to) as server:
            sync(store, server)
    assert_equal(neo4j, store)


@pytest.mark.usefixtures("no_retries")
@pytest.mark.parametrize("sent", [20_000, 60_000])
def test_a_connection_that_keeps_breaking_is_told(
    neo4j: Neo4j, server: Server, store_of: StoreOf, sent: int
) -> None:
    store = store_of(*many(40))
    with closing(Proxy(neo4j.uri, sent, FAR, breaks=99)) as proxy:
        to = Target(proxy.uri, *(neo4j.auth or ()))
        with pytest.raises(ServerError) as error, Server(to) as cut:
            sync(store, cut)
    assert "check that it runs" in told(error)
    sync(store, server)
    assert_equal(neo4j, store)


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


def delete_folder(journal: Path) -> None:
    shutil.rmtree(journal)


def delete_newest(journal: Path) -> None:
    max(journal.iterdir()).unlink()


def delete_middle(journal: Path) -> None:
    sorted(journal.iterdir())[-2].unlink()


def truncate_newest(journal: Path) -> None:
    max(journal.iterdir()).write_text("")


def garble_newest(journal: Path) -> None:
    max(journal.iterdir()).write_bytes(b"\xff\x00\xfe" * 20)


@pytest.mark.parametrize(
    "damage", [delete_folder, delete_newest, delete_middle, truncate_newest, garble_newest]
)
def test_without_a_whole_journal_all_is_compared(
    neo4j: Neo4j,
    server: Server,
    store_of: StoreOf,
    tmp_path: Path,
    damage: Callable[[Path], None],
) -> None:
    store = store_of(*many(10))
    sync(store, server)
    for first in (10, 13, 16):
        store.add(many(3, first))
    damage(tmp_path / "store0" / "journal")
    assert sync(store, server).way == "compared"
    assert_equal(neo4j, store)
    store.add(many(3, first=19))
    sync(store, server)
    assert_equal(neo4j, store)
    assert sync(store, server).tally.total() == 0


@pytest.mark.parametrize("diverges", [False, True])
def test_an_older_copy_of_the_store_is_followed_too(
    neo4j: Neo4j, server: Server, store_of: StoreOf, tmp_path: Path, diverges: bool
) -> None:
    store, folder = store_of(*many(20)), tmp_path / "store0"
    sync(store, server)
    store.close()
    shutil.copytree(folder, tmp_path / "copy")
    with Store.open(folder) as later:
        later.add(many(4, first=20))
        later.add(many(4, first=24))
        sync(later, server)
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "copy", folder)
    with Store.open(folder) as restored:
        for first in (40, 44) if diverges else ():
            restored.add(many(4, first))
        assert sync(restored, server).way == "compared"
        assert_equal(neo4j, restored)
