"""What single claims tell is the same from a Neo4j server as from the store it was synced to."""

from pathlib import Path

import pytest

from hedgerow.graph.store import Store
from hedgerow.queries.asking import Answer
from tests.neo4j import Neo4j
from tests.queries.serving import both
from tests.queries.test_disagreements import howitzers
from tests.queries.test_readouts import meeting
from tests.queries.test_visits import visits

pytestmark = pytest.mark.neo4j


def test_readouts_and_disagreements(neo4j_server: Neo4j, tmp_path: Path) -> None:
    articles = [*meeting(), *howitzers(), *visits()]
    with Store.open(tmp_path / "store") as store:
        store.add([article.item() for article in articles])
        event = next(event.id for event in store.events() if event.type == "meeting")
        with both(store, neo4j_server) as asked:
            for name, given in {
                "readouts": {"event": event},
                "disagreements": {},
                "visits": {"a": "VNM"},
                "denials": {},
            }.items():
                told = asked.answer_alike(name, **given)
                assert isinstance(told, Answer)
                assert told.rows
