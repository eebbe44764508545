"""The store on disk: one writer, readers that never wait, nothing lost or doubled by a crash."""

import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from hedgerow.errors import StoreBusy, StoreError
from hedgerow.graph.intake import Item
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store
from tests.graph.articles import article

WRITER = """
import sys
from pathlib import Path
from hedgerow.graph.store import Store
from tests.graph.test_folder import numbered
with Store.open(Path(sys.argv[1])) as store:
    for batch in range(int(sys.argv[2]), 10_000):
        store.add(numbered(batch))
        print(batch, flush=True)
"""


def numbered(batch: int) -> list[Item]:
    """The documents of a batch: three of one bucket, so that each batch changes what was there."""
    return [
        article(f"Report {batch}.{each}.", "visit", "RUS VNM", date=f"20{batch % 25:02}-05-0{each}")
        for each in (1, 2, 3)
    ]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.store"


def test_what_was_written_is_there_when_opened_again(path: Path) -> None:
    with Store.open(path) as store:
        store.add(numbered(1))
        written = store.canonical_hash()
    with Store.open(path) as store:
        assert store.canonical_hash() == written
        store.add(numbered(2))
        assert store.counts().documents == 6


def test_a_closed_store_keeps_nothing_twice(path: Path) -> None:
    with Store.open(path) as store:
        store.add(numbered(1))
    assert {entry.name for entry in path.iterdir()} == {
        "current",
        "format",
        "holder",
        "journal",
        "lock",
        "snapshots",
    }


def test_a_second_writer_is_told_who_holds_the_store(path: Path) -> None:
    with Store.open(path):
        with pytest.raises(StoreBusy) as caught:
            Store.open(path)
        told = str(caught.value)
    assert f"process {os.getpid()} on {socket.gethostname()} since 20" in told
    assert re.fullmatch(r"[^\n]+; wait until [^\n]+ try again\.", told)
    Store.open(path).close()


def test_a_reader_sees_the_last_commit_while_a_writer_works(path: Path) -> None:
    with Store.open(path) as store:
        store.add(numbered(1))
        with Store.read(path) as before:
            store.add(numbered(2))
            assert before.counts().documents == 3
            with Store.read(path) as after:
                assert after.counts().documents == 6
                assert after.sequence == before.sequence + 1


def test_a_reader_keeps_its_snapshot_however_many_commits_follow(path: Path) -> None:
    with Store.open(path) as store:
        store.add(numbered(1))
        with Snapshot.open(path) as reader:
            for batch in range(2, 7):
                store.add(numbered(batch))
            assert len(list(reader.claims())) == 3
            assert len(list((path / "snapshots").iterdir())) == 3
        store.add(numbered(7))
    assert len(list((path / "snapshots").iterdir())) == 2


def test_what_a_cut_off_commit_left_is_dropped(path: Path) -> None:
    with Store.open(path) as store:
        store.add(numbered(1))
        written = store.canonical_hash()
    leftover = path / "snapshots" / f"{int((path / 'current').read_text()) + 1:08}"
    leftover.mkdir()
    (leftover / "CURRENT").write_text("half")
    (path / "db").mkdir()
    half = ox.Store(path / "db" / "half")
    half.add(ox.Quad(*[ox.NamedNode("https://w3id.org/hedgerow/document/half")] * 4))
    half.flush()
    del half
    with Store.open(path) as store:
        assert store.canonical_hash() == written
        assert not leftover.exists()
        store.add(numbered(2))
        assert store.counts().documents == 6


@pytest.mark.parametrize("seed", range(3))
def test_a_writer_killed_at_any_moment_loses_nothing_and_doubles_nothing(
    path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    acknowledged = -1
    for _ in range(2):
        acknowledged = max(acknowledged, *killed_writer(path, acknowledged + 1, chance))
        with Store.open(path) as store:
            documents = store.counts().documents
            batches = documents // 3
            assert documents % 3 == 0
            assert batches in (acknowledged + 1, acknowledged + 2)
            expected = Store.open()
            expected.add([item for batch in range(batches) for item in numbered(batch)])
            assert store.canonical_hash() == expected.canonical_hash()
        acknowledged = batches - 1


def killed_writer(path: Path, first: int, chance: random.Random) -> Iterator[int]:
    """The batches that a writer acknowledged before it was killed without warning."""
    command = [sys.executable, "-c", WRITER, str(path), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:  # noqa: S603
        assert writer.stdout is not None
        yield int(writer.stdout.readline())
        time.sleep(chance.uniform(0, 0.4))
        writer.send_signal(signal.SIGKILL)
        for line in writer.stdout:
            yield int(line)


def test_a_commit_that_cannot_be_written_leaves_the_store_as_it_was(path: Path) -> None:
    store = Store.open(path)
    store.add(numbered(1))
    written = store.canonical_hash()
    (path / "snapshots").rename(path / "elsewhere")
    (path / "snapshots").write_text("in the way")
    with pytest.raises(StoreError, match="what was stored before is safe"):
        store.add(numbered(2))
    (path / "snapshots").unlink()
    (path / "elsewhere").rename(path / "snapshots")
    with Store.open(path) as again:
        assert again.canonical_hash() == written


def test_there_is_nothing_to_read_before_the_first_load(path: Path) -> None:
    with pytest.raises(StoreError, match=r"no store at .*hedgerow load"):
        Store.read(path)


def test_a_file_is_not_a_store(path: Path) -> None:
    path.write_text("notes")
    for opened in (Store.open, Store.read):
        with pytest.raises(StoreError):
            opened(path)


def test_a_folder_of_other_files_is_left_alone(path: Path) -> None:
    path.mkdir()
    (path / "thesis.doc").write_text("years of work")
    with pytest.raises(StoreError, match="name another folder"):
        Store.open(path)
    assert [entry.name for entry in path.iterdir()] == ["thesis.doc"]


def test_a_store_of_another_format_is_named_as_such(path: Path) -> None:
    Store.open(path).close()
    (path / "format").write_text("99\n")
    for opened in (Store.open, Store.read):
        with pytest.raises(StoreError, match="format 99, this version reads 1"):
            opened(path)


def test_a_damaged_store_is_said_to_be_damaged(path: Path) -> None:
    Store.open(path).close()
    (path / "current").write_text("seven\n")
    with pytest.raises(StoreError, match="damaged"):
        Store.read(path)
    (path / "current").write_text("7\n")
    with pytest.raises(StoreError, match="no readable snapshot"):
        Store.read(path)
    with pytest.raises(StoreError, match="backup"):
        Store.open(path)


def test_a_closed_store_says_so(path: Path) -> None:
    store = Store.open(path)
    store.close()
    with pytest.raises(StoreError, match="was closed; open it again"):
        store.add(numbered(1))
    with pytest.raises(StoreError, match="was closed; open it again"):
        store.counts()


def test_a_store_resolved_by_another_version_is_resolved_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(path) as store:
        store.add(numbered(1))
        before, written = store.sequence, store.canonical_hash()
    monkeypatch.setattr("hedgerow.graph.store.fingerprint", lambda: "that of another version")
    with Store.open(path) as store:
        assert store.sequence == before + 1
        assert store.canonical_hash() == written


def test_a_store_without_its_current_is_never_taken_for_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "a.store"
    with Store.open(path):
        pass
    (path / "snapshots" / "00000007").mkdir(parents=True)
    (path / "current").unlink(missing_ok=True)
    with pytest.raises(StoreError, match="is missing"):
        Store.open(path)
    assert (path / "snapshots" / "00000007").is_dir()
