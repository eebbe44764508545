"""Without the journal files it needs, a sync compares all."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.sync import sync
from hedgerow.graph.store import Store
from tests.graph.neo4j.conftest import StoreOf
from tests.graph.neo4j.faults import many
from tests.graph.neo4j.reading_back import assert_equal
from tests.neo4j import Neo4j

pytestmark = [pytest.mark.neo4j, pytest.mark.usefixtures("small_batches")]


def delete_folder(journal: Path) -> None:
    shutil.rmtree(journal)


def delete_newest(journal: Path) -> None:
    max(journal.iterdir()).unlink()


def delete_middle(journal: Path) -> None:
    sorted(journal.iterdir())[-2].unlink()


def truncate_newest(journal: Path) -> None:
    max(journal.iterdir()).write_text("")


def garble_newest(journal: Path) -> None:
    max(journal.iterdir()).write_bytes(b"\xff\x00\xfe" * 20)


@pytest.mark.parametrize(
    "damage", [delete_folder, delete_newest, delete_middle, truncate_newest, garble_newest]
)
def test_without_a_whole_journal_all_is_compared(
    neo4j: Neo4j,
    server: Server,
    store_of: StoreOf,
    tmp_path: Path,
    damage: Callable[[Path], None],
) -> None:
    store = store_of(*many(10))
    sync(store, server)
    for first in (10, 13, 16):
        store.add(many(3, first))
    damage(tmp_path / "store0" / "journal")
    assert sync(store, server).way == "compared"
    assert_equal(neo4j, store)
    store.add(many(3, first=19))
    sync(store, server)
    assert_equal(neo4j, store)
    assert sync(store, server).tally.total() == 0


@pytest.mark.parametrize("diverges", [False, True])
def test_an_older_copy_of_the_store_is_followed_too(
    neo4j: Neo4j, server: Server, store_of: StoreOf, tmp_path: Path, diverges: bool
) -> None:
    store, folder = store_of(*many(20)), tmp_path / "store0"
    sync(store, server)
    store.close()
    shutil.copytree(folder, tmp_path / "copy")
    with Store.open(folder) as later:
        later.add(many(4, first=20))
        later.add(many(4, first=24))
        sync(later, server)
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "copy", folder)
    with Store.open(folder) as restored:
        for first in (40, 44) if diverges else ():
            restored.add(many(4, first))
        assert sync(restored, server).way == "compared"
        assert_equal(neo4j, restored)
