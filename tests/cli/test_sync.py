"""`hedgerow sync`: what it prints, its exit codes, and that it may be stopped at any moment."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hedgerow.graph.store import Store
from tests.cli.conftest import Ran, Run
from tests.graph.articles import article
from tests.graph.neo4j.reading_back import assert_equal
from tests.neo4j import Neo4j

IN_SMALL_BATCHES = """
from hedgerow.graph.neo4j import writer
writer.BATCH = 5
from hedgerow.cli import main
main()
"""
BEFORE_THE_END = """
import os, signal
from hedgerow.graph.neo4j.watermark import Run
Run.finish = lambda run, mark: os.kill(os.getpid(), signal.SIGKILL)
from hedgerow.cli import main
main()
"""


class Syncing:
    """The command on an emptied server, with a store of one article."""

    def __init__(self, run: Run, neo4j: Neo4j, store: Path) -> None:
        self._run, self._neo4j, self.store = run, neo4j, store

    def __call__(self, *arguments: str) -> Ran:
        return self._run("sync", self._neo4j.uri, *arguments)

    def begin(self, program: str) -> subprocess.Popen[str]:
        """The command in a process of its own."""
        return subprocess.Popen(  # noqa: S603
            [sys.executable, "-c", program, "sync", self._neo4j.uri],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def stop(self, how: signal.Signals) -> Ran:
        """The command, stopped while it writes."""
        with self.begin(IN_SMALL_BATCHES) as process:
            enough = random.randrange(1, 200)
            while self.nodes() < enough:
                assert process.poll() is None
                time.sleep(0.01)
            process.send_signal(how)
            out, err = process.communicate()
        return Ran(process.returncode, out, err)

    def nodes(self) -> int:
        return int(self._neo4j.run("MATCH (n:Hedgerow) RETURN count(n) AS n")[0]["n"])

    def assert_equal(self) -> None:
        with Store.read(self.store) as snapshot:
            assert_equal(self._neo4j, snapshot)


@pytest.fixture
def syncing(run: Run, neo4j: Neo4j, loaded: Path, monkeypatch: pytest.MonkeyPatch) -> Syncing:
    user, password = neo4j.auth or ("", "")
    monkeypatch.setenv("NEO4J_USERNAME", user)
    monkeypatch.setenv("NEO4J_PASSWORD", password)
    return Syncing(run, neo4j, loaded)


@pytest.mark.neo4j
def test_a_sync_says_what_it_wrote_in_80_columns(syncing: Syncing) -> None:
    first = syncing()
    assert first.code == 0
    assert "claim" in first.out
    assert first.err.startswith("everything was written, ")
    assert all(len(line) <= 80 for line in (first.out + first.err).splitlines())
    syncing.assert_equal()
    again = syncing()
    assert (again.code, again.out) == (0, "")
    assert again.err.startswith("the database is up to date")
    assert (syncing("--quiet").out, syncing("-q").err) == ("", "")


@pytest.mark.neo4j
def test_a_dry_run_writes_nothing_at_all(syncing: Syncing, neo4j: Neo4j) -> None:
    neo4j.drop_schema()
    ran = syncing("--dry-run")
    assert ran.code == 0
    assert "added" in ran.out
    assert neo4j.run("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]
    assert neo4j.run("SHOW CONSTRAINTS") == []
    syncing()
    with Store.open(syncing.store) as store:
        store.add([article("They met.", "meeting", "CHN VNM", date="2024-01-01")])
    before = neo4j.run("MATCH (n) RETURN count(n) AS n, collect(properties(n)) AS all")
    assert "document" in syncing("--dry-run").out
    assert neo4j.run("MATCH (n) RETURN count(n) AS n, collect(properties(n)) AS all") == before


@pytest.mark.neo4j
def test_a_check_fails_where_anything_differs(syncing: Syncing, neo4j: Neo4j) -> None:
    assert syncing("--check").code == 1
    assert syncing().code == 0
    equal = syncing("--check")
    assert (equal.code, equal.err) == (
        0,
        "no fingerprint differs; --deep finds what was edited by hand too\n",
    )
    neo4j.run("MATCH (e:Event) WITH e LIMIT 1 SET e.status = 'denied'")
    assert syncing("--check").code == 0
    assert syncing("--deep").code == 1
    assert syncing("--repair").code == 0
    assert syncing("--check", "--deep").code == 0
    syncing.assert_equal()


@pytest.mark.neo4j
def test_ctrl_c_ends_a_sync_that_can_be_gone_on_with(syncing: Syncing) -> None:
    stopped = syncing.stop(signal.SIGINT)
    assert stopped.code == 130
    assert "Traceback" not in stopped.err
    assert stopped.err.count("\n") <= 1
    assert syncing("--check").code == 1
    assert syncing().code == 0
    syncing.assert_equal()


@pytest.mark.neo4j
def test_ctrl_c_while_another_writer_holds_a_lock(syncing: Syncing, neo4j: Neo4j) -> None:
    assert syncing().code == 0
    with Store.open(syncing.store) as store:
        store.add([article("They met.", "meeting", "CHN VNM", date="2024-01-01")])
    with neo4j.driver.session() as session, session.begin_transaction() as tx:
        tx.run("MATCH (s:HedgerowSync) SET s.held = 1").consume()
        with syncing.begin(IN_SMALL_BATCHES) as process:
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(4)
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 130
        tx.rollback()
    assert syncing().code == 0


@pytest.mark.neo4j
@pytest.mark.parametrize("time_", [1, 2])
def test_a_killed_sync_can_be_gone_on_with(syncing: Syncing, time_: int) -> None:
    assert syncing.stop(signal.SIGKILL).code == -signal.SIGKILL
    assert syncing().code == 0
    syncing.assert_equal()


@pytest.mark.neo4j
def test_a_sync_killed_after_its_last_batch_has_nothing_left_to_write(syncing: Syncing) -> None:
    with syncing.begin(BEFORE_THE_END) as process:
        assert process.wait() == -signal.SIGKILL
    syncing.assert_equal()
    ran = syncing()
    assert (ran.code, ran.out) == (0, "")
    syncing.assert_equal()


@pytest.mark.neo4j
def test_a_missing_store_is_told(syncing: Syncing) -> None:
    ran = syncing("--store", "nowhere")
    assert ran.code == 2
    assert ran.err.startswith("hedgerow: There is no store at nowhere; ")
    assert ran.err.count("\n") == 1


def test_a_server_that_is_not_there_is_told_with_exit_code_5(
    run: Run, loaded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_USERNAME", "")
    ran = run("sync", "bolt://127.0.0.1:9")
    assert (ran.code, ran.out, ran.err.count("\n")) == (5, "", 1)


def test_help_fits_80_columns(run: Run) -> None:
    out = run("sync", "--help").out
    assert "--dry-run" in out
    assert os.environ["COLUMNS"] == "80"
    assert all(len(line) <= 80 for line in out.splitlines())
