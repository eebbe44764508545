"""Restoring: from a backup whose every file is as it was, or from a full export, or not at all."""

import gzip
import json
from pathlib import Path

import pytest

from hedgerow.errors import InputError, StoreBusy, StoreError, UsageError
from hedgerow.graph.backup import backup
from hedgerow.graph.manifest import NAME
from hedgerow.graph.restore import restore
from hedgerow.graph.store import Store
from tests.graph.doctor.sick import hash_of
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


def test_a_backup_restored_is_the_store_again(path: Path, target: Path, tmp_path: Path) -> None:
    backup(path, target)
    again = tmp_path / "again.store"
    assert restore(target, again).kept is None
    assert hash_of(again) == hash_of(path)
    with Store.open(path) as one, Store.open(again) as other:
        assert (one.identity, one.commit) == (other.identity, other.commit)


def test_a_store_that_is_there_is_kept_beside_when_replaced(path: Path, target: Path) -> None:
    backup(path, target)
    with Store.open(path) as store:
        store.add(numbered(2))
    newer = hash_of(path)
    with pytest.raises(UsageError, match="--replace"):
        restore(target, path)
    kept = restore(target, path, replace=True).kept
    assert kept == path.with_name("news.store.before-restore")
    assert (hash_of(kept), hash_of(path)) == (newer, hash_of(target))
    assert restore(target, path, replace=True).kept == kept.with_name(f"{kept.name}-2")


def test_a_store_that_is_written_to_is_not_replaced(path: Path, target: Path) -> None:
    backup(path, target)
    with Store.open(path), pytest.raises(StoreBusy):
        restore(target, path, replace=True)


@pytest.mark.parametrize("harm", ["cut", "bit", "missing", "strange", "written"])
def test_a_backup_that_was_changed_is_not_restored(
    path: Path, target: Path, tmp_path: Path, harm: str
) -> None:
    backup(path, target)
    table = max(target.rglob("*.sst"), key=lambda file: file.stat().st_size)
    data = table.read_bytes()
    table.unlink()
    if harm == "cut":
        table.write_bytes(data[:-1])
    elif harm == "bit":
        table.write_bytes(bytes([data[0] ^ 1]) + data[1:])
    elif harm != "missing":
        table.write_bytes(data)
    if harm == "strange":
        (table.parent / "more.sst").write_bytes(data)
    if harm == "written":
        with Store.open(target) as store:
            store.add(numbered(3))
    with pytest.raises(StoreError, match="not as the backup's manifest has it"):
        restore(target, tmp_path / "again.store")
    assert entries(tmp_path) == {path.name, target.name}


def test_what_a_system_puts_into_folders_does_not_harm_a_backup(
    path: Path, target: Path, tmp_path: Path
) -> None:
    backup(path, target)
    (target / "snapshots" / ".DS_Store").write_text("icons")
    restore(target, tmp_path / "again.store")
    assert hash_of(tmp_path / "again.store") == hash_of(path)
    assert not [*(tmp_path / "again.store").rglob(".DS_Store")]


def test_a_store_named_by_a_dot_is_replaced(
    path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup(path, target)
    monkeypatch.chdir(path)
    kept = restore(target, Path(), replace=True).kept
    assert kept == path.with_name("news.store.before-restore")
    assert hash_of(path) == hash_of(kept)


def test_a_store_on_a_disk_that_is_not_there_is_not_made(
    path: Path, target: Path, tmp_path: Path
) -> None:
    backup(path, target)
    with pytest.raises(UsageError, match="see that its disk is there"):
        restore(target, tmp_path / "disk" / "news.store")


@pytest.mark.parametrize("name", ["../../evil", "/etc/evil", "a/../../evil", "c:\\evil", ""])
def test_a_manifest_that_names_places_outside_is_refused(
    path: Path, target: Path, tmp_path: Path, name: str
) -> None:
    backup(path, target)
    told = json.loads((target / NAME).read_text())
    told["files"][name] = "0" * 64
    (target / NAME).write_text(json.dumps(told))
    with pytest.raises(StoreError, match="do not trust it"):
        restore(target, tmp_path / "again.store")


@pytest.mark.parametrize("content", ["", "[]", "{}", "null", '{"format": "x"}'])
def test_a_damaged_manifest_is_said_to_be_damaged(
    path: Path, target: Path, tmp_path: Path, content: str
) -> None:
    backup(path, target)
    (target / NAME).write_text(content)
    with pytest.raises(StoreError, match="damaged"):
        restore(target, tmp_path / "again.store")


@pytest.mark.parametrize("packed", [False, True])
def test_a_full_export_is_restored_with_what_was_withdrawn(
    path: Path, tmp_path: Path, packed: bool
) -> None:
    file = tmp_path / ("all.nq.gz" if packed else "all.nq")
    opened = gzip.open if packed else open
    with Store.read(path) as store, opened(file, "wb") as out:
        store.export_nquads(out, canonical=False)  # type: ignore[arg-type]
    again = tmp_path / "again.store"
    restore(file, again)
    assert hash_of(again) == hash_of(path)
    with Store.read(again) as store:
        assert len(store.withdrawals()) == 1


def test_an_export_with_a_forged_quote_makes_no_store(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.nq"
    with Store.read(path) as store, file.open("wb") as out:
        store.export_nquads(out, canonical=False)
    lines = file.read_text().splitlines(keepends=True)
    forged = next(line for line in lines if "#quote>" in line and "Report" in line)
    file.write_text("".join(lines).replace(forged, forged.replace("Report", "Rumour")))
    with pytest.raises(StoreError, match="1 of its records were refused"):
        restore(file, tmp_path / "again.store")
    assert entries(tmp_path) == {path.name, "all.nq"}


def test_a_damaged_export_makes_no_store(tmp_path: Path) -> None:
    file = tmp_path / "all.nq.gz"
    file.write_bytes(gzip.compress(b"<a> <b>")[:-4])
    with pytest.raises(InputError):
        restore(file, tmp_path / "again.store")
    assert entries(tmp_path) == {"all.nq.gz"}


def test_what_is_no_store_is_never_moved_away(path: Path, target: Path, tmp_path: Path) -> None:
    backup(path, target)
    thesis = tmp_path / "thesis"
    thesis.mkdir()
    with pytest.raises(UsageError, match="left alone"):
        restore(target, thesis, replace=True)
