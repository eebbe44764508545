"""Backups: equal, whole or not at all, and refused where they were changed."""

import os
import shutil
import threading
from pathlib import Path

import pyoxigraph as ox
import pytest

from hedgerow.errors import StoreBusy, StoreError, UsageError
from hedgerow.graph import backup as backups
from hedgerow.graph.backup import backup
from hedgerow.graph.manifest import read_manifest
from hedgerow.graph.store import Store
from tests.graph.doctor.sick import found, hash_of
from tests.graph.test_folder import numbered


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "news.store"
    with Store.open(path) as store:
        store.add(numbered(1))
        store.withdraw(numbered(1)[0][0].id, reason="retracted", by="analyst")
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "monday.backup"


def entries(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def test_a_backup_is_a_store_that_says_the_same(path: Path, target: Path) -> None:
    made = backup(path, target)
    assert hash_of(target) == hash_of(path)
    assert found(target) == []
    assert (made.counts["documents"], made.counts["withdrawn"]) == (2, 1)
    assert read_manifest(target) == made
    with Store.open(target) as copy:
        copy.add(numbered(2))
    with Store.read(path) as store:
        assert store.counts().documents == 2


def test_a_backup_on_another_disk_is_equal_too(path: Path) -> None:
    if not Path("/dev/shm").is_dir() or os.stat("/dev/shm").st_dev == path.stat().st_dev:  # noqa: PTH116, S108
        pytest.skip("there is no other disk")
    target = Path("/dev/shm") / f"hedgerow-{os.getpid()}"  # noqa: S108
    try:
        assert backup(path, target).quads_sha256
        assert hash_of(target) == hash_of(path)
    finally:
        shutil.rmtree(target, ignore_errors=True)


def test_a_backup_is_made_while_others_read_and_write(path: Path, tmp_path: Path) -> None:
    stop, hashes, failed = threading.Event(), set[str](), list[BaseException]()

    def write() -> None:
        try:
            with Store.open(path) as store:
                hashes.add(store.canonical_hash())
                batch = 2
                while not stop.is_set():
                    store.add(numbered(batch))
                    hashes.add(store.canonical_hash())
                    batch += 1
        except BaseException as error:  # noqa: BLE001  told below
            failed.append(error)

    writer = threading.Thread(target=write)
    writer.start()
    with Store.read(path):
        made = [tmp_path / f"{number}.backup" for number in range(5)]
        for each in made:
            backup(path, each)
    stop.set()
    writer.join()
    assert not failed
    assert {hash_of(each) for each in made} <= hashes


def test_nothing_is_overwritten_by_a_backup(path: Path, target: Path) -> None:
    target.write_text("years of work")
    with pytest.raises(UsageError, match="there already"):
        backup(path, target)
    assert target.read_text() == "years of work"


def test_a_backup_into_the_store_itself_is_refused(path: Path) -> None:
    with pytest.raises(UsageError, match="in the store itself"):
        backup(path, path / "copies" / "monday")


def test_a_backup_onto_a_disk_that_is_not_there_is_refused(path: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="see that its disk is there"):
        backup(path, tmp_path / "disk" / "monday.backup")
    assert not (tmp_path / "disk").exists()


def test_what_a_killed_backup_left_goes_with_the_next(path: Path, target: Path) -> None:
    left = target.with_name(f".{target.name}.0123abcd")
    left.mkdir()
    other = target.with_name(".tuesday.backup.0123abcd")
    other.mkdir()
    target.with_name(f".{target.name}.making").touch()
    backup(path, target)
    assert entries(path.parent) == {path.name, target.name, other.name}


def test_a_backup_that_another_makes_is_left_alone(path: Path, target: Path) -> None:
    with backups.built(target) as draft:
        draft.mkdir()
        with pytest.raises(StoreBusy, match="wait until it has finished"):
            backup(path, target)
        assert draft.exists()
    assert target.exists()


def test_a_backup_that_fails_leaves_nothing(
    path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "hashes_of", full)
    with pytest.raises(StoreError, match="No space left"):
        backup(path, target)
    assert entries(path.parent) == {path.name}


def test_a_copy_that_differs_from_the_store_is_no_backup(
    path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashes = iter("ab")
    monkeypatch.setattr(backups, "content_hash", lambda *_: next(hashes))
    with pytest.raises(StoreError, match="disk may be failing"):
        backup(path, target)
    assert not target.exists()


def test_two_copies_have_one_hash_of_all_quads(path: Path, target: Path) -> None:
    backup(path, target)
    both = [ox.Store.read_only(str(max((p / "snapshots").iterdir()))) for p in (path, target)]
    assert backups.content_hash(both[0]) == backups.content_hash(both[1])
