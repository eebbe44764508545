"""Damage to the files of a store's folder."""

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pyoxigraph as ox
import pytest

from hedgerow.errors import StoreError
from hedgerow.graph.doctor import folder
from hedgerow.graph.doctor.examine import Check, run_check
from hedgerow.graph.doctor.indexes import check_indexes
from hedgerow.graph.doctor.patient import Patient
from hedgerow.graph.doctor.repair import repair
from hedgerow.graph.doctor.trouble import Trouble
from hedgerow.graph.folder import StoreFolder
from hedgerow.graph.locks import is_locked, lock_shared
from hedgerow.graph.store import Store
from tests.graph.doctor.sick import found, hash_of, names


def test_leftovers_of_a_crash_are_found_and_dropped(sound: Path, path: Path) -> None:
    for left in ("db/half", "snapshots/99999999"):
        (path / left).mkdir(parents=True)
    (path / "current.new").write_text("9")
    assert [each.subject for each in found(path)] == ["current.new", "db", "snapshots/99999999"]
    assert not any(each.is_wrong for each in found(path))
    repair(path)
    assert found(path) == []
    assert hash_of(path) == hash_of(sound)


def test_repair_keeps_its_commit_where_a_killed_writer_left_that_number(
    sound: Path, path: Path
) -> None:
    sequence = StoreFolder(path).sequence
    (path / "snapshots" / f"{sequence + 1:08}").mkdir()
    repair(path)
    assert StoreFolder(path).sequence == sequence + 1
    assert found(path) == []
    assert hash_of(path) == hash_of(sound)


def test_a_sound_store_on_a_read_only_disk_is_sound(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path / "db").mkdir()
    opened = Path.open

    def read_only(self: Path, mode: str = "r", *rest: Any, **more: Any) -> IO[Any]:
        if set(mode) & set("wax+"):
            raise OSError(errno.EROFS, "Read-only file system")
        return opened(self, mode, *rest, **more)

    monkeypatch.setattr(Path, "open", read_only)
    assert [(each.name, each.is_wrong) for each in found(path)] == [("leftover", False)]


def test_a_lock_that_cannot_be_had_is_no_damage(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(_: Path) -> bool:
        raise StoreError("The disk cannot lock files.")

    (path / "db").mkdir()
    monkeypatch.setattr(folder, "is_locked", no_locks)
    assert [(each.name, each.is_wrong) for each in found(path)] == [("not_locked", False)]


@pytest.mark.parametrize(("number", "name"), [(errno.EMFILE, "unchecked"), (errno.EIO, "snapshot")])
def test_only_an_error_of_the_disk_is_told_as_damage(number: int, name: str, path: Path) -> None:
    def failing(_: Patient) -> Iterator[Trouble]:
        raise OSError(number, "failed")

    patient = Patient(ox.Store())
    assert [each.name for each in run_check(Check("any", failing), patient)] == [name]


def test_the_doctor_holds_no_lock_that_a_writer_would_miss(path: Path) -> None:
    (path / "db").mkdir()
    lock = path / "lock"
    with lock_shared(lock):
        assert "leftover" in names(path)
        assert not is_locked(lock)


def test_a_store_that_nothing_was_ever_stored_in_is_not_damaged(path: Path) -> None:
    empty = path.with_name("empty.store")
    (empty / "snapshots" / "00000001").mkdir(parents=True)
    (empty / "format").write_text("1\n")
    assert [(each.name, each.is_wrong) for each in found(empty)] == [("empty", False)]
    with pytest.raises(StoreError, match="holds no documents yet; run 'hedgerow load"):
        Store.read(empty)
    (empty / "snapshots" / "00000007").mkdir()
    with pytest.raises(StoreError, match="write 7 into it, or restore a backup"):
        Store.read(empty)


def test_what_a_writer_at_work_has_is_no_leftover(path: Path) -> None:
    with Store.open(path):
        assert (path / "db").exists()
        assert found(path) == []


@pytest.mark.parametrize("harm", ["missing", "cut", "strange"])
def test_a_note_of_the_journal_that_was_lost_is_found(sound: Path, path: Path, harm: str) -> None:
    note = sorted((path / "journal").iterdir())[-2]
    if harm == "missing":
        note.unlink()
    elif harm == "cut":
        note.write_text(note.read_text()[:-3])
    else:
        note.write_text("0" * 32 + note.read_text()[32:])
    assert names(path) == {"journal"}
    repair(path)
    assert found(path) == []
    assert hash_of(path) == hash_of(sound)


def test_notes_that_were_dropped_for_their_size_are_no_gap(path: Path) -> None:
    for note in sorted((path / "journal").iterdir())[:-2]:
        note.unlink()
    assert found(path) == []


@pytest.mark.parametrize("content", ["seven\n", "", "99999999\n"])
def test_a_damaged_current_is_found(path: Path, content: str) -> None:
    (path / "current").write_text(content)
    (told,) = found(path)
    assert told.name == "snapshot"
    assert "restore" in told.kind.remedy


def test_a_table_of_the_database_that_is_missing_is_found(path: Path) -> None:
    current = path / "snapshots" / f"{int((path / 'current').read_text()):08}"
    max(current.glob("*.sst"), key=lambda file: file.stat().st_size).unlink()
    assert names(path) == {"snapshot"}


def test_a_damaged_block_in_whichever_file_is_found(path: Path) -> None:
    current = path / "snapshots" / f"{int((path / 'current').read_text()):08}"
    for table in sorted(current.glob("*.sst")):
        whole = table.read_bytes()
        third = len(whole) // 3
        table.unlink()  # another snapshot may have it as well
        table.write_bytes(whole[:third] + bytes(64) + whole[third + 64 :])
        with pytest.raises(RuntimeError, match="Corruption"):
            list(check_indexes(Patient(ox.Store.read_only(str(current)))))
        table.write_bytes(whole)
    assert list(check_indexes(Patient(ox.Store.read_only(str(current))))) == []


def test_a_damaged_block_ends_one_check_and_not_the_examination(path: Path) -> None:
    current = path / "snapshots" / f"{int((path / 'current').read_text()):08}"
    table = max(current.glob("*.sst"), key=lambda file: file.stat().st_size)
    whole = table.read_bytes()
    table.unlink()
    table.write_bytes(bytes(64) + whole[64:])
    assert "snapshot" in names(path, quick=False)


def test_what_is_no_store_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no store"):
        found(tmp_path)
