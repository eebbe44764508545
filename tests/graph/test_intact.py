"""Damage to the files of a snapshot that was acknowledged: told, and never a wrong answer."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hedgerow.errors import StoreError
from hedgerow.graph import holder, intact, locks, tables_intake
from hedgerow.graph.folder import StoreFolder
from hedgerow.graph.intact import is_damage
from hedgerow.graph.store import Store
from tests.graph.articles import article
from tests.graph.rows import batch, row, table

FIRST = article("One.", "visit", "USA VNM", date="2023-05-02")
SECOND = article("Two.", "call", "CHN VNM", date="2023-05-02")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store of two commits."""
    with Store.open(tmp_path / "store") as store:
        store.add([FIRST])
        store.add([SECOND])
    return tmp_path / "store"


def snapshot_of(path: Path) -> Path:
    return path / "snapshots" / f"{StoreFolder(path).sequence:08}"


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def zero(file: Path) -> None:
    size = file.stat().st_size
    file.write_bytes(file.read_bytes()[: size // 2].ljust(size, b"\0"))


@pytest.mark.parametrize("harm", [cut, zero, Path.unlink])
@pytest.mark.parametrize("kind", ["MANIFEST-*", "*.log", "CURRENT", "OPTIONS-*", "FILES"])
def test_a_damaged_file_is_never_taken_for_less_content(
    path: Path, kind: str, harm: Callable[[Path], None]
) -> None:
    with Store.read(path) as snapshot:
        written = snapshot.canonical_hash()
    found = sorted(snapshot_of(path).glob(kind))
    if not found:
        pytest.skip("this commit has none")
    harm(found[0])
    if (kind, harm) == ("FILES", Path.unlink):  # as in a store of an earlier version
        with Store.read(path) as snapshot:
            assert snapshot.canonical_hash() == written
        return
    for opened in (Store.read, Store.open):
        with pytest.raises(StoreError, match=r"restore the store from a backup|no readable"):
            opened(path)
    assert snapshot_of(path).is_dir()


@pytest.mark.parametrize("harm", [cut, zero, Path.unlink])
def test_a_damaged_table_is_told_of(path: Path, harm: Callable[[Path], None]) -> None:
    for file in snapshot_of(path).glob("*.sst"):
        harm(file)
    with pytest.raises((StoreError, RuntimeError)) as caught, Store.read(path) as snapshot:
        snapshot.canonical_hash()
    assert isinstance(caught.value, StoreError) or is_damage(caught.value)


def test_a_number_cut_short_is_not_taken_for_an_earlier_commit(tmp_path: Path) -> None:
    path = tmp_path / "store"
    with Store.open(path) as store:
        for number in range(10):
            store.add([article(f"Number {number}.", "call", "CHN VNM")])
        written = store.canonical_hash()
    whole = (path / "current").read_text()
    (path / "current").write_text(whole[0])
    for opened in (Store.read, Store.open):
        with pytest.raises(StoreError, match="current is damaged"):
            opened(path)
    (path / "current").write_text(whole)
    with Store.open(path) as store:
        assert store.canonical_hash() == written


def test_nothing_is_dropped_before_the_current_snapshot_was_seen_to_be_whole(path: Path) -> None:
    newest = snapshot_of(path)
    (path / "current").write_text("1\n")
    with pytest.raises(StoreError):
        Store.open(path)
    assert newest.is_dir()


def test_a_reader_that_meets_a_half_deleted_snapshot_takes_the_newest(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest = StoreFolder(path).sequence
    half = path / "snapshots" / f"{newest - 1:08}"
    next(half.glob("MANIFEST-*")).unlink()  # its writer was killed while it deleted it
    told = iter([newest - 1])
    true = StoreFolder.sequence.fget
    assert true is not None
    monkeypatch.setattr(StoreFolder, "sequence", property(lambda each: next(told, newest)))
    with Store.read(path) as snapshot:
        assert snapshot.sequence == newest


def test_the_note_of_a_writer_that_died_never_blocks(path: Path) -> None:
    for note in ('{"pid": 1, "host": "here", "since": "2020-01-01"}', "{", ""):
        (path / "holder").write_text(note)
        Store.open(path).close()


@pytest.mark.skipif(not hasattr(locks, "fcntl"), reason="Windows locks in another way")
def test_a_disk_that_cannot_lock_is_told_of_and_nothing_is_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(37, "No locks available")

    before = sorted(path.rglob("*"))
    monkeypatch.setattr("fcntl.flock", refused)
    for opened in (Store.read, Store.open):
        with pytest.raises(StoreError, match=r"cannot lock files .*No locks available"):
            opened(path)
    assert sorted(path.rglob("*")) == before


def test_a_folder_that_cannot_be_written_is_told_of_in_our_words(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(holder, "lock_exclusively", refused)
    with pytest.raises(StoreError, match=r"cannot be written .*Permission denied.*lets you write"):
        Store.open(path)


def test_other_errors_are_not_taken_for_damage() -> None:
    assert not is_damage(RuntimeError("dictionary changed size"))
    assert not is_damage(OSError(28, "No space left"))
    assert is_damage(RuntimeError("Corruption: block checksum mismatch"))
    assert "restore" in str(intact.damaged(Path("a")))


def test_a_table_that_the_disk_cannot_take_is_told_of_in_our_words(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError("IO error: No space left on device")  # as RocksDB tells it

    with Store.read(path) as snapshot:
        written = snapshot.canonical_hash()
    store = Store.open(path)
    with monkeypatch.context() as patched:
        patched.setattr(tables_intake.TableIntake, "_load", refused)
        with pytest.raises(StoreError, match="what was stored before is safe"):
            store.add_tables([(table(), [batch(row("visit", "USA VNM"))])])
    with Store.open(path) as again:
        assert again.canonical_hash() == written
