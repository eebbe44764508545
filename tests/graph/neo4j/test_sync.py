"""What a sync does, plans and refuses, on a real server."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.intake import Item
from hedgerow.graph.neo4j import writer
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.planning import deep_plan, full_plan, make_plan
from hedgerow.graph.neo4j.sync import sync
from hedgerow.graph.records import Judgement
from hedgerow.graph.store import Store
from tests.graph.articles import article
from tests.graph.neo4j.conftest import StoreOf
from tests.graph.neo4j.reading_back import assert_equal, in_neo4j
from tests.neo4j import Neo4j

pytestmark = pytest.mark.neo4j

VISITS = (
    article("The president came in May.", "visit", "USA VNM", date="2023-05-02"),
    article("The president came again in June.", "visit", "USA VNM", date="2023-06-20"),
)


def test_two_visits_on_different_dates_are_two_relationships(
    neo4j: Neo4j, server: Server, store_of: StoreOf
) -> None:
    sync(store_of(*VISITS), server)
    rows = neo4j.run(
        "MATCH (:State {code: 'USA'})-[v:VISIT]->(:State {code: 'VNM'}) "
        "RETURN v.date AS date, v.status AS status, v.documents AS documents ORDER BY date"
    )
    assert rows == [
        {"date": "2023-05-02", "status": "occurred", "documents": 1},
        {"date": "2023-06-20", "status": "occurred", "documents": 1},
    ]


def test_a_second_sync_writes_nothing_by_the_servers_own_counter(
    neo4j: Neo4j, server: Server, store_of: StoreOf
) -> None:
    store = store_of(*VISITS)
    sync(store, server)
    before = transactions(neo4j)
    report = sync(store, server)
    assert report.way == "unchanged"
    assert report.tally.total() == report.relationships == 0
    assert transactions(neo4j) == before
    neo4j.run("CREATE (:Note)")
    assert transactions(neo4j) != before


def transactions(neo4j: Neo4j) -> frozenset[str]:
    """The server's own count of transactions that wrote, as its bookmarks tell it."""
    with neo4j.driver.session() as session:
        session.run("RETURN 1").consume()
        return frozenset(session.last_bookmarks().raw_values)


def test_a_plan_is_never_drawn_as_a_fact(neo4j: Neo4j, server: Server, store_of: StoreOf) -> None:
    store = store_of(
        article("Talks on frigates go on.", "arms_deal", "USA VNM", "talks", "2024-01-01"),
        article("There was no such sale.", "arms_deal", "RUS VNM", "denied", "2024-01-01"),
    )
    sync(store, server)
    assert neo4j.run("MATCH ()-[r:ARMS_DEAL]->() RETURN r") == []
    rows = neo4j.run(
        "MATCH (a:State)-[r:PROSPECTIVE|CONTESTED|NEGATIVE]->(:State) "
        "RETURN a.code AS code, type(r) AS drawn, r.type AS type, r.standing AS standing"
    )
    assert sorted(rows, key=lambda row: row["code"]) == [
        {"code": "RUS", "drawn": "NEGATIVE", "type": "arms_deal", "standing": "negative"},
        {"code": "USA", "drawn": "PROSPECTIVE", "type": "arms_deal", "standing": "prospective"},
    ]


def test_symmetric_edges_run_from_the_smaller_code(
    neo4j: Neo4j, server: Server, store_of: StoreOf
) -> None:
    sync(store_of(article("They met.", "meeting", "VNM CHN", date="2023-01-01")), server)
    rows = neo4j.run(
        "MATCH (a)-[r:MEETING]->(b) RETURN a.code AS a, b.code AS b, r.symmetric AS symmetric"
    )
    assert rows == [{"a": "CHN", "b": "VNM", "symmetric": True}]


def test_a_withdrawn_article_and_a_rejected_claim_leave_nothing(
    neo4j: Neo4j, server: Server, store_of: StoreOf
) -> None:
    store = store_of(*VISITS)
    sync(store, server)
    first, second = sorted(store.documents(), key=lambda each: each.text)
    store.withdraw(second.id, reason="retracted", by="me")
    (claim,) = store.claims(document=first.id)
    store.judge(Judgement("reject", (claim.id,), "me", "2024-01-01T00:00:00Z"))
    assert sync(store, server).way == "journal"
    assert neo4j.run("MATCH ()-[r:VISIT]->() RETURN r") == []
    assert neo4j.run("MATCH (e:Event) RETURN e") == []
    assert_equal(neo4j, store)


def test_the_text_of_an_article_stays_with_the_store(
    neo4j: Neo4j, server: Server, store_of: StoreOf
) -> None:
    sync(store_of(*VISITS), server)
    assert neo4j.run("MATCH (d:Document) WHERE d.text IS NOT NULL RETURN d") == []


def test_one_more_article_is_sent_alone(neo4j: Neo4j, server: Server, store_of: StoreOf) -> None:
    store = store_of(*VISITS)
    sync(store, server)
    store.add([article("They called.", "call", "CHN USA", date="2024-01-01")])
    report = sync(store, server)
    assert report.way == "journal"
    assert report.tally.added["document"] == report.tally.added["event"] == 1
    assert report.tally.removed.total() == report.tally.changed.total() == 0
    assert_equal(neo4j, store)


def test_much_is_deleted_only_with_force(neo4j: Neo4j, server: Server, store_of: StoreOf) -> None:
    store = store_of(*many(60))
    sync(store, server)
    for document in list(store.documents()):
        store.withdraw(document.id, reason="retracted", by="me")
    before = in_neo4j(neo4j)
    with pytest.raises(UsageError, match=r"would delete \d+ of \d+ nodes.*--force"):
        sync(store, server)
    assert in_neo4j(neo4j) == before
    sync(store, server, force=True)
    assert_equal(neo4j, store)


def many(number: int) -> list[Item]:
    return [
        article(f"Visit {n}.", "visit", "USA VNM", date=f"20{n % 20 + 10}-0{n % 9 + 1}-11")
        for n in range(number)
    ]


def test_another_stores_graph_is_replaced_only_with_force(
    neo4j: Neo4j, server: Server, store_of: StoreOf
) -> None:
    sync(store_of(VISITS[0]), server)
    other = store_of(VISITS[1])
    with pytest.raises(UsageError, match="another store"):
        sync(other, server)
    sync(other, server, force=True)
    assert_equal(neo4j, other)


def test_foreign_nodes_and_labels_are_left_alone(
    neo4j: Neo4j, server: Server, store_of: StoreOf
) -> None:
    store = store_of(*VISITS)
    neo4j.run("CREATE (:State {code: 'USA', id: 'actor/USA'})-[:CLAIM]->(:Claim {id: 'mine'})")
    sync(store, server)
    neo4j.run("MATCH (n:Hedgerow {id: 'actor/USA'}) SET n:Watched CREATE (n)<-[:ON]-(:Note)")
    assert deep_plan(store, server).tally.total() == 0
    sync(store, server, planned=deep_plan)
    found = neo4j.run(
        "MATCH (s:State)-[:CLAIM]->(c:Claim {id: 'mine'}) WHERE NOT s:Hedgerow "
        "MATCH (w:Watched)<-[:ON]-(:Note) RETURN s.code AS code, w.id AS watched"
    )
    assert found == [{"code": "USA", "watched": "actor/USA"}]


def test_only_a_deep_comparison_sees_a_hand_edit(
    neo4j: Neo4j, server: Server, store_of: StoreOf
) -> None:
    store = store_of(*VISITS)
    sync(store, server)
    neo4j.run("MATCH (e:Event) SET e.status = 'denied'")
    assert make_plan(store, server).tally.total() == 0
    assert full_plan(store, server).tally.total() == 0
    plan = deep_plan(store, server)
    assert plan.tally.changed == {"event": 2}
    assert plan.remarks == ["nodes edited on the server: 2"]
    sync(store, server, planned=deep_plan)
    assert_equal(neo4j, store)


def test_deleted_nodes_are_noticed_without_being_asked(
    neo4j: Neo4j, server: Server, store_of: StoreOf
) -> None:
    store = store_of(*VISITS)
    sync(store, server)
    neo4j.run("MATCH (e:Event) DETACH DELETE e")
    assert sync(store, server).way == "compared"
    assert_equal(neo4j, store)


def test_another_model_is_written_anew(neo4j: Neo4j, server: Server, store_of: StoreOf) -> None:
    store = store_of(*VISITS)
    sync(store, server)
    neo4j.run("MATCH (s:HedgerowSync) SET s.model = 'an older one'")
    neo4j.run("MATCH (e:Event) SET e._fingerprint = 7, e.old = 1, e:Claim")
    assert sync(store, server).way == "compared"
    assert_equal(neo4j, store)


def test_questions_find_their_indexes(neo4j: Neo4j, server: Server, store_of: StoreOf) -> None:
    neo4j.drop_schema()
    sync(store_of(*VISITS), server)
    rows = neo4j.run("SHOW INDEXES YIELD name WHERE name STARTS WITH 'hedgerow' RETURN name")
    assert {"hedgerow_id", "hedgerow_edge_visit", "hedgerow_event_type"} <= {
        row["name"] for row in rows
    }


def test_a_cut_among_events_and_ties_is_gone_on_with(
    neo4j: Neo4j, server: Server, store_of: StoreOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = store_of(*many(40))
    monkeypatch.setattr(writer, "BATCH", 50)
    for share in (0.2, 0.5, 0.8, 0.95):
        neo4j.empty()
        with pytest.raises(Cut):
            sync(store, server, progress=cut_at(share))
        assert sync(store, server).way == "compared"
        assert_equal(neo4j, store)


class Cut(Exception):
    """Ends a sync between two batches."""


def cut_at(share: float) -> Callable[[int, int], None]:
    def progress(done: int, of: int) -> None:
        if done > share * of:
            raise Cut

    return progress


def test_what_a_cut_sync_wrote_is_not_kept_when_a_backup_is_synced(
    neo4j: Neo4j, server: Server, store_of: StoreOf, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    store = store_of(*many(5))
    sync(store, server)
    shutil.copytree(tmp_path / "store0", tmp_path / "backup")
    store.add([article("Radars came.", "arms_transfer", "RUS VNM", "delivered", "2024-01-01")])
    monkeypatch.setattr(writer, "BATCH", 3)
    with pytest.raises(Cut):
        sync(store, server, progress=cut_at(0.7))
    with Store.read(tmp_path / "backup") as backup:
        sync(backup, server)
        assert_equal(neo4j, backup)


def test_an_edited_event_leaves_no_edge_behind(
    neo4j: Neo4j, server: Server, store_of: StoreOf
) -> None:
    item = article("They signed.", "arms_deal", "RUS VNM", "signed", "2024-01-01")
    store = store_of(item, *many(5))
    sync(store, server)
    neo4j.run("MATCH (e:Event {type: 'arms_deal'}) SET e.standing = 'prospective' REMOVE e.type")
    store.withdraw(item[0].id, reason="retracted", by="me")
    sync(store, server)
    assert neo4j.run("MATCH ()-[r:ARMS_DEAL]->() RETURN r") == []


def test_nodes_under_our_label_are_not_deleted_in_number_unasked(
    neo4j: Neo4j, server: Server, store_of: StoreOf
) -> None:
    store = store_of(*VISITS)
    sync(store, server)
    neo4j.run("UNWIND range(1, 400) AS n CREATE (:Hedgerow:Garden)")
    with pytest.raises(UsageError, match="would delete 400"):
        sync(store, server)
    report = sync(store, server, force=True)
    assert report.swept == 400
    assert_equal(neo4j, store)
