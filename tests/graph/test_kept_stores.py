"""Stores that earlier versions wrote: this one reads, upgrades, repairs and exports each."""

import json
import tarfile
from pathlib import Path

import pytest

from hedgerow.graph.restore import restore
from hedgerow.graph.store import Store
from hedgerow.graph.upgrade import upgrade
from tests.graph.articles import article
from tests.graph.doctor.sick import found

KEPT = sorted((Path(__file__).parents[1] / "fixtures" / "stores").iterdir())


def holds(path: Path, kept: Path) -> bool:
    """Whether a store holds what one that was kept held."""
    told = json.loads((kept / "held.json").read_text(encoding="utf-8"))
    with Store.read(path) as store:
        counts = store.counts()
        return told == {
            "given": store.given_hash(),
            **{name: getattr(counts, name) for name in told if name != "given"},
        }


@pytest.fixture
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    with tarfile.open(request.param / "store.tar.xz") as tar:
        tar.extractall(tmp_path, filter="data")
    return tmp_path / "store"


def with_each(function: object) -> object:
    """A test of each store that was kept."""
    both = [(kept, kept) for kept in KEPT]
    ids = [kept.name for kept in KEPT]
    return pytest.mark.parametrize(("path", "kept"), both, indirect=["path"], ids=ids)(function)


@with_each
def test_a_store_of_each_version_opens_for_reading(path: Path, kept: Path) -> None:
    assert holds(path, kept)


@with_each
def test_a_store_of_each_version_is_written_to_after_an_upgrade(path: Path, kept: Path) -> None:
    upgrade(path)
    assert holds(path, kept)
    assert [each for each in found(path) if each.is_wrong] == []
    with Store.open(path) as store:
        before = store.counts().documents
        store.add([article("They met again.", "meeting", "CHN VNM")])
        assert store.counts().documents == before + 1


@with_each
def test_an_export_of_each_version_is_the_same_store(path: Path, kept: Path) -> None:
    again = path.with_name("again.store")
    restore(kept / "export.nq.gz", again)
    assert holds(again, kept)
    upgrade(path)
    with Store.read(path) as one, Store.read(again) as other:
        assert one.canonical_hash() == other.canonical_hash()
