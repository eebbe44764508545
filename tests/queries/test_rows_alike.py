"""Questions on event tables have the same answer from a store and from a server."""

from collections.abc import Iterator

import pytest

from hedgerow.graph.store import Store
from tests.graph.rows import batch, row, table
from tests.neo4j import Neo4j
from tests.queries.serving import Both, both

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def asked(neo4j_server: Neo4j, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    counting = batch(
        row("arms_deal", "USA VNM", code="0312"),
        row("arms_deal", "RUS VNM", page=None),
        row("sanction", "USA CHN"),
        row("sanction", "USA CHN", status="denied"),
    )
    waiting = batch(row("visit", "USA RUS"), row("visit", "USA VNM", page=None))
    with Store.open(tmp_path_factory.mktemp("rows") / "store") as store:
        store.add_tables([(table(), [counting]), (table("b", 0.4, "gdelt"), [waiting])])
        with both(store, neo4j_server) as served:
            yield served


def test_what_stands_behind_each_event(asked: Both) -> None:
    for event in asked.store.events():
        asked.answer_alike("evidence", id=event.id)


def test_arms_and_documents(asked: Both) -> None:
    asked.answer_alike("arms", a="VNM")
    asked.answer_alike("documents")
    asked.answer_alike("ties", a="USA", b="CHN")
