"""A store that has grown by much is put in order, and says the same before and after."""

from pathlib import Path

import pytest

from hedgerow.graph import store as stores
from hedgerow.graph.store import Store
from tests.graph.articles import claim, document


@pytest.fixture
def grown(tmp_path: Path) -> Store:
    store = Store.open(tmp_path / "store")
    article = document("They met in Hanoi.")
    store.add([(article, [claim(article, "meeting", "USA VNM")])])
    return store


def test_a_small_store_is_left_as_it_is(grown: Store) -> None:
    with grown:
        assert not grown.compact_if_grown()
        assert grown.sequence == 2


def test_a_store_that_has_grown_is_written_anew_once(
    grown: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stores, "LARGE", 1)
    with grown:
        before, commit = grown.canonical_hash(), grown.commit
        assert commit is not None
        assert grown.compact_if_grown()
        assert not grown.compact_if_grown()
        assert grown.sequence == 3
        assert grown.canonical_hash() == before
        assert grown.touched_since(commit) == set()
    with Store.read(tmp_path / "store") as snapshot:
        assert snapshot.canonical_hash() == before
    assert len(list((tmp_path / "store" / "snapshots").iterdir())) == 1


def test_many_small_loads_are_put_in_order_as_one_large_one(
    grown: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with grown:
        grown.close()
    monkeypatch.setattr(stores, "LARGE", 1)
    with Store.open(tmp_path / "store") as opened:
        assert opened.compact_if_grown()
    with Store.open(tmp_path / "store") as opened:
        assert not opened.compact_if_grown()


def test_without_room_nothing_is_done(
    grown: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stores, "LARGE", 1)
    monkeypatch.setattr("hedgerow.graph.folder._ROOM", 10**15)
    with grown:
        assert not grown.compact_if_grown()
        assert grown.sequence == 2


def test_a_store_in_memory_has_no_files() -> None:
    with Store.open() as store:
        assert not store.compact_if_grown()
