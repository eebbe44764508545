"""A server tells what people hold of sources, and who may see them, as its store does."""

from dataclasses import replace

import pytest

from hedgerow.graph.ratings import Rating
from hedgerow.graph.records import Document
from hedgerow.queries.reading.rated import ratings_of
from tests.neo4j import Neo4j
from tests.queries.making import store_of, vietnam
from tests.queries.serving import both


@pytest.mark.neo4j
def test_a_server_tells_grades_and_marks_as_its_store_does(neo4j: Neo4j) -> None:
    store = store_of(vietnam())
    (document, *_) = sorted(store.documents(), key=lambda one: one.id)
    marked = (replace(each, handling="TLP:AMBER") for each in document.appearances)
    store.add([(Document(document.text, tuple(marked)), [])])
    claim = next(store.claims(document=document.id))
    said = Rating("Wire", "mai", "2025-10-01T00:00:00Z", "why", reliability="B")
    other = replace(said, subject=claim.id, reliability=None, credibility="2")
    lifted = replace(said, subject=document.id, reliability=None, handling="TLP:GREEN")
    store.rate(said, other, replace(lifted, instead_of=("TLP:AMBER", "Desk only")))
    with both(store, neo4j) as held:
        for pair in ({"a": "VNM", "b": "RUS"}, {"a": "VNM", "b": "USA"}):
            answer = held.answer_alike("record", **pair)
            assert not isinstance(answer, str)
        assert ratings_of(held.server).marked() == {document.id: "TLP:GREEN"}
        assert set(ratings_of(held.server).all) == set(store.ratings().all)
