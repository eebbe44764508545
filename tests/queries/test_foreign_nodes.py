"""A database may hold graphs of others, with labels like ours; no answer is touched by them."""

from collections.abc import Iterator

import pytest

from hedgerow.graph.store import Store
from hedgerow.queries.contested import contested
from hedgerow.queries.reading.coverage import coverage
from hedgerow.queries.timeline import timeline
from tests.neo4j import Neo4j
from tests.queries.making import vietnam
from tests.queries.odd import add_odd
from tests.queries.serving import Both, both

pytestmark = pytest.mark.neo4j

COPY_NODES = """
MATCH (ours:Hedgerow)
CREATE (theirs:$([label IN labels(ours) WHERE label <> 'Hedgerow'] + 'Foreign'))
SET theirs = properties(ours)
"""
COPY_RELATIONSHIPS = """
MATCH (a:Hedgerow)-[ours]->(b:Hedgerow)
MATCH (c:Foreign {id: a.id})
MATCH (d:Foreign {id: b.id})
UNWIND [[a, d], [c, b], [c, d]] AS ends
WITH ours, ends[0] AS start, ends[1] AS end
CREATE (start)-[theirs:$(type(ours))]->(end)
SET theirs = properties(ours)
"""
REMOVE = "MATCH (theirs:Foreign) DETACH DELETE theirs"


@pytest.fixture(scope="module")
def crowded(neo4j_server: Neo4j, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    """A server on which strangers have a copy of each of our nodes, tied to ours in every way."""
    with Store.open(tmp_path_factory.mktemp("vietnam") / "store") as store:
        store.add([article.item() for article in vietnam()])
        add_odd(store)
        with both(store, neo4j_server) as served:
            served.server.run("CREATE INDEX foreign IF NOT EXISTS FOR (n:Foreign) ON (n.id)")
            served.server.run(COPY_NODES)
            served.server.run(COPY_RELATIONSHIPS)
            yield served
            served.server.run(REMOVE)
            served.server.run("DROP INDEX foreign")


def test_strangers_are_there(crowded: Both) -> None:
    (row,) = crowded.server.read("MATCH (n:Foreign)-[r]-(:Hedgerow) RETURN count(r) AS links")
    assert row["links"] > 400


def test_questions(crowded: Both) -> None:
    for name in ("levels", "partners", "arms"):
        for actor in ("VNM", "KHM", "USA"):
            crowded.answer_alike(name, a=actor)
    for pair in ("VNM USA", "RUS VNM", "CHN KHM"):
        a, b = pair.split()
        crowded.answer_alike("levels", a=a, b=b)
        crowded.answer_alike("ties", a=a, b=b)
    crowded.answer_alike("documents")
    crowded.answer_alike("documents", from_="2008", to="2023")


def test_evidence(crowded: Both) -> None:
    for event in crowded.store.events():
        for each in (event.id, *event.formerly, event.id[:14]):
            crowded.answer_alike("evidence", id=each)
    for claim in crowded.store.claims():
        crowded.answer_alike("evidence", id=claim.id)


def test_what_is_computed_from_answers(crowded: Both) -> None:
    assert coverage(crowded.server) == coverage(crowded.store)
    assert contested(crowded.server) == contested(crowded.store)
    for who in (("VNM",), ("VNM", "USA"), ("KHM", "CHN")):
        assert timeline(crowded.server, *who) == timeline(crowded.store, *who)
