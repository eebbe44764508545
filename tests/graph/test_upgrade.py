"""Upgrades: a backup first, what was given stays, and what changes is counted."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from hedgerow.errors import StoreBusy, StoreError
from hedgerow.graph import folder
from hedgerow.graph import upgrade as upgrades
from hedgerow.graph.ledger import Version
from hedgerow.graph.rdf import RESOLVED
from hedgerow.graph.restore import restore
from hedgerow.graph.schema_rdf import this_version
from hedgerow.graph.store import Store
from hedgerow.graph.upgrade import MIGRATIONS, upgrade
from tests.graph.articles import article
from tests.graph.doctor.sick import about, damage, first, found, hash_of, put
from tests.graph.test_folder import numbered


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "news.store"
    with Store.open(path) as store:
        store.add(
            [*numbered(1), article("They agreed.", "partnership_upgrade", "CHN VNM", "agreed")]
        )
    return path


def of_another_version(database: ox.Store) -> None:
    """As an earlier version may have left it: without versions in words, a status otherwise."""
    put(database, "ledger/store", "ontology_fingerprint", "0" * 64)
    put(database, "ledger/store", "hedgerow_version", None)
    quad = first(database, "standing", "graph/resolved")
    database.remove(quad)
    database.add(about(quad, ox.Literal("contested")))
    tie = first(database, "opened_by", "graph/resolved").subject
    for quad in list(database.quads_for_pattern(tie, None, None, RESOLVED)):
        database.remove(quad)


def test_a_store_of_this_version_is_left_alone(path: Path) -> None:
    assert upgrade(path) is None
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_an_upgrade_keeps_the_store_beside_and_counts_what_changes(path: Path) -> None:
    sound = hash_of(path)
    damage(path, of_another_version)
    before = hash_of(path)
    done = upgrade(path)
    assert done is not None
    assert (done.before, done.after) == (Version("0" * 64, None, "0.1.0"), this_version())
    assert sorted(how for _, how in done.changes.elements()) == ["added", "changed"]
    assert done.changes["partnership", "added"] == 1
    assert (hash_of(path), hash_of(done.kept)) == (sound, before)
    assert done.kept.name.startswith("news.store.early-20")
    assert found(path) == []
    assert upgrade(path) is None


def test_whoever_opens_an_earlier_store_to_write_is_told_so(path: Path) -> None:
    told: list[Version] = []
    Store.open(path, told.append).close()
    assert told == []
    damage(path, of_another_version)
    Store.open(path, told.append).close()
    assert [str(each) for each in told] == ["an early hedgerow"]


def test_the_version_that_resolved_a_store_is_written_in_it(path: Path) -> None:
    with Store.read(path) as store:
        assert store.version == this_version()
        assert str(store.version) == "hedgerow 0.1.0 with ontology 0.1.0"


@pytest.fixture
def format_two(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A hedgerow whose format is 2, which has a file more; gives the folders it migrated."""
    migrated: list[Path] = []

    def to_two(store: Path) -> None:
        (store / "two").write_text("new in format 2\n")
        migrated.append(store)

    monkeypatch.setitem(MIGRATIONS, 1, to_two)
    for module in (folder, upgrades):
        monkeypatch.setattr(module, "FORMAT", "2")
    return migrated


def test_an_earlier_format_is_migrated(path: Path, format_two: list[Path]) -> None:
    for opened in (Store.open, Store.read):
        with pytest.raises(StoreError, match="hedgerow upgrade"):
            opened(path)
    done = upgrade(path)
    assert done is not None
    assert (done.format, dict(done.changes), format_two) == ("1", {}, [path])
    assert (path / "format").read_text() == "2\n"
    assert (done.kept / "format").read_text() == "1\n"
    assert not (done.kept / "two").exists()
    Store.open(path).close()


def test_a_migration_that_fails_can_be_run_again(
    path: Path, format_two: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Path) -> None:
        raise OSError(28, "No space left on device")

    whole = MIGRATIONS[1]
    monkeypatch.setitem(MIGRATIONS, 1, fails)
    with pytest.raises(OSError, match="No space"):
        upgrade(path)
    assert (path / "format").read_text() == "1\n"
    monkeypatch.setitem(MIGRATIONS, 1, whole)
    assert upgrade(path) is not None
    assert len(format_two) == 1


def test_a_format_nobody_can_migrate_is_said_so(path: Path) -> None:
    (path / "format").write_text("0\n")
    with pytest.raises(StoreError, match="cannot bring up to date"):
        upgrade(path)


def test_a_newer_format_is_a_clear_error(path: Path) -> None:
    (path / "format").write_text("2\n")
    for opened in (Store.open, Store.read, upgrade):
        with pytest.raises(StoreError, match="install the newer hedgerow"):
            opened(path)


def test_a_store_that_is_written_to_is_not_upgraded(path: Path) -> None:
    damage(path, of_another_version)
    lock = folder.WriterLock.acquire(path)
    with pytest.raises(StoreBusy):
        upgrade(path)
    lock.release()


def test_a_backup_of_before_an_upgrade_is_restored(path: Path, tmp_path: Path) -> None:
    damage(path, of_another_version)
    before = hash_of(path)
    done = upgrade(path)
    assert done is not None
    restore(done.kept, tmp_path / "again.store")
    assert hash_of(tmp_path / "again.store") == before


def test_what_was_given_has_a_hash_that_resolving_leaves_alone(path: Path) -> None:
    with Store.open(path) as store:
        given = store.given_hash()
    damage(path, of_another_version)
    damage(path, lambda database: database.remove(first(database, "bucket")))
    with Store.read(path) as store:
        assert store.given_hash() == given
        assert store.canonical_hash() != given
    damage(path, lambda database: database.remove(first(database, "quote")))
    with Store.read(path) as store:
        assert store.given_hash() != given
