"""Several processes at one store: readers see whole commits, a second writer is turned away."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from hedgerow.graph.backup import backup
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.planning import deep_plan
from hedgerow.graph.neo4j.sync import sync
from hedgerow.graph.store import Store
from tests.graph.neo4j.conftest import target_of
from tests.graph.test_folder import numbered
from tests.neo4j import Neo4j
from tests.viz.explorer.conftest import client_of

COMMITS = 18
WRITER = """
import sys
from pathlib import Path
from hedgerow.graph.store import Store
from tests.graph.test_folder import numbered
with Store.open(Path(sys.argv[1])) as store:
    for batch in range(1, int(sys.argv[2])):
        sys.stdin.readline()
        store.add(numbered(batch))
        print(store.sequence, store.canonical_hash(), flush=True)
"""
READER = """
import sys
from pathlib import Path
from hedgerow.graph.store import Store
last = 0
while last < int(sys.argv[2]):
    with Store.read(Path(sys.argv[1])) as snapshot:
        before = last
        last = snapshot.sequence
        print(last, snapshot.canonical_hash(), flush=True)
        assert last >= before
"""


class Writer:
    """A process that commits each time it is asked to."""

    def __init__(self, asked: IO[str], told: IO[str]) -> None:
        self._asked, self._told = asked, told
        self.acknowledged: dict[int, str] = {}

    def ask(self, commits: int = 1) -> None:
        """Have it go on; it does not wait for us, nor we for it."""
        self._asked.write("\n" * commits)
        self._asked.flush()

    def hear(self, commits: int = 1) -> None:
        """Wait until it has acknowledged so many more."""
        for _ in range(commits):
            sequence, found = self._told.readline().split()
            self.acknowledged[int(sequence)] = found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "store") as store:
        store.add(numbered(0))
    return tmp_path / "store"


@contextmanager
def running(code: str, *arguments: object) -> Iterator["subprocess.Popen[str]"]:
    """Another process; it must end well."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:  # noqa: S603
        try:
            yield process
            assert process.wait(60) == 0
        finally:
            process.kill()


@contextmanager
def writing(path: Path, commits: int = COMMITS) -> Iterator[Writer]:
    """A writer of so many commits, the first of which is there."""
    with running(WRITER, path, commits + 1) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        writer = Writer(process.stdin, process.stdout)
        with Store.read(path) as first:
            writer.acknowledged[first.sequence] = first.canonical_hash()
        yield writer


def test_readers_see_whole_commits_only_while_one_writes(path: Path) -> None:
    with Store.read(path) as first:
        newest = first.sequence + COMMITS
    readers = [running(READER, path, newest) for _ in range(2)]
    with writing(path) as writer, readers[0] as one, readers[1] as other:
        seen: list[list[str]] = [[], []]
        for told, process in zip(seen, (one, other), strict=True):
            assert process.stdout is not None
            told.append(process.stdout.readline())
        writer.ask(COMMITS)
        writer.hear(COMMITS)
        for told, process in zip(seen, (one, other), strict=True):
            told.extend(process.stdout or ())
    for told in seen:
        found = {int(line.split()[0]): line.split()[1] for line in told}
        assert found.items() <= writer.acknowledged.items()
        assert len(found) > 2
        assert newest in found


def test_a_second_load_is_turned_away_and_changes_nothing(path: Path, tmp_path: Path) -> None:
    told = {"text": "India and Vietnam held talks.", "published": "2024-01-01"}
    (tmp_path / "a.json").write_text(json.dumps(told))
    command = [sys.executable, "-m", "hedgerow", "load", str(tmp_path / "a.json")]
    with Store.open(path) as store:
        files = sorted(path.rglob("*"))
        second = subprocess.run(  # noqa: S603
            [*command, "--store", str(path)], capture_output=True, text=True, check=False
        )
        assert second.returncode == 4
        assert second.stderr.count("\n") == 1
        assert "is being written by process" in second.stderr
        assert sorted(path.rglob("*")) == files
        store.add(numbered(1))
        assert store.counts().documents == 6


def test_the_explorer_answers_and_follows_while_another_process_loads(path: Path) -> None:
    explorer = client_of(path)
    with writing(path, 6) as writer:
        for batch in range(1, 7):
            writer.ask()
            during = explorer.get("/api/status").json()["documents"]
            assert during in (3 * batch, 3 * batch + 3)
            writer.hear()
            assert explorer.get("/api/status").json()["documents"] == 3 * batch + 3


def test_a_backup_made_while_another_process_loads_is_one_of_its_commits(
    path: Path, tmp_path: Path
) -> None:
    with writing(path) as writer:
        writer.ask(COMMITS)
        copies = [tmp_path / f"copy{number}" for number in range(3)]
        for each in copies:
            writer.hear(COMMITS // 3)
            backup(path, each)
    for each in copies:
        with Store.read(each) as copy:
            assert writer.acknowledged[copy.sequence] == copy.canonical_hash()


@pytest.mark.neo4j
def test_a_sync_while_another_process_loads_is_followed_by_the_next(
    path: Path, neo4j: Neo4j
) -> None:
    with Server(target_of(neo4j)) as server:
        with writing(path, 8) as writer:
            writer.ask(8)
            for _ in range(3):
                with Store.read(path) as snapshot:
                    sync(snapshot, server)
                    assert not deep_plan(snapshot, server).differs
            writer.hear(8)
        with Store.read(path) as snapshot:
            sync(snapshot, server)
            assert not deep_plan(snapshot, server).differs
            assert snapshot.counts().documents == 27
