"""Rests on: from a document to the events, ties, numbers and judgements that rest on it."""

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.records import Event, Judgement, Tie
from hedgerow.graph.store import Store
from hedgerow.queries.asking import Answer, ask
from tests.queries.making import Article, store_of, vietnam

UPGRADE = Article("2023-09-11", "Wire", "In Hanoi", "https://wire.example/1").says(
    "They raised ties to a comprehensive strategic partnership.",
    *("partnership_upgrade", "USA VNM", "agreed"),
    date="2023-09-10",
    level="comprehensive_strategic",
)
UPGRADE.says("They may talk of radars.", "arms_deal", "USA VNM", "talks", confidence=0.2)
OTHER = Article("2023-09-12", "Paper", "Upgraded", "https://paper.example/1").says(
    "The two are comprehensive strategic partners since Sunday.",
    *("partnership_upgrade", "USA VNM", "agreed"),
    date="2023-09-10",
    level="comprehensive_strategic",
)


def resting(store: Store, article: Article) -> Answer:
    return ask(store, "rests_on", {"id": article.item()[0].id})


def test_from_a_document_to_all_that_rests_on_it() -> None:
    with store_of([UPGRADE, OTHER]) as store:
        claims = [each.id for each in UPGRADE.item()[1]]
        told = Judgement("note", (claims[1],), "A. Analyst", "2024-01-01T00:00:00Z", "Hm.")
        store.judge(told)
        answer = resting(store, UPGRADE)
        found = {str(row["edge"]): row for row in answer.rows}
        assert [row["edge"] for row in answer.rows] == ["event", "tie", "judgement", "claim"]
        assert found["judgement"]["id"] == told.id
        assert found["claim"]["id"] == claims[1]
        for kind in ("event", "tie"):
            row = found[kind]
            assert (row["alone"], row["documents"]) == (None, 2)
            assert row["measures"] == "levels, hedging"
            assert row["quote"] == UPGRADE.told[0][0]
    assert answer.in_words == (
        "In Hanoi: 1 event and 1 tie, 0 of them told by it alone; 1 judgement on its claims; "
        "1 claim in no event."
    )


def test_what_it_alone_tells_is_marked() -> None:
    with store_of([UPGRADE]) as store:
        rows = resting(store, UPGRADE).rows
    assert [row["alone"] for row in rows if row["edge"] in {"event", "tie"}] == ["alone", "alone"]


def test_every_edge_is_found_from_each_of_its_documents() -> None:
    articles = vietnam()
    with store_of(articles) as store:
        found = {
            (article.item()[0].id, str(row["id"]))
            for article in articles
            for row in resting(store, article).rows
            if row["edge"] in {"event", "tie"}
        }
        documents = {each.id: each.document for each in store.claims()}
        edges: list[Event | Tie] = [*store.events(), *store.ties()]
        wanted = {(documents[claim], edge.id) for edge in edges for claim in edge.claims}
    assert found == wanted


def test_a_document_without_claims_says_so() -> None:
    empty = Article("2024-01-01", source="empty.txt")
    with store_of([empty]) as store:
        assert resting(store, empty).in_words.startswith("Nothing rests on it")


@pytest.mark.parametrize("given", [f"document/{'0' * 32}", "document/00000000", "event/0a"])
def test_an_unknown_document_is_refused(given: str) -> None:
    with store_of([UPGRADE]) as store, pytest.raises(UsageError):
        ask(store, "rests_on", {"id": given})
