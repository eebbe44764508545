"""Rows of event tables in views: those that count take part by their own days."""

import datetime as dt
from collections.abc import Iterable

import pytest

from hedgerow.graph import rows_reading
from hedgerow.graph.neo4j.projection import Node
from hedgerow.graph.records import Judgement
from hedgerow.graph.store import Store
from hedgerow.graph.view import View, viewed
from hedgerow.queries.reading.coverage import coverage, documents_on
from hedgerow.queries.sources.gaps import actor_bindings
from tests.graph.articles import claim, document
from tests.graph.rows import batch, row, table

MARCH = dt.date(2024, 3, 31)


@pytest.fixture
def filled(store: Store) -> Store:
    told = (
        *(row("visit", "USA VNM", "2024-01-05"), row("visit", "USA VNM", "2024-06-05")),
        *(row("visit", "USA CHN", "2024-01-05"), row("meeting", "VNM CHN", "2024-02-01")),
    )
    store.add_tables([(table(), [batch(*told)]), (table("b", 0.4, "gdelt"), [batch(*told)])])
    return store


def seen(store: Store, view: View, *about: str) -> list[tuple[str, str | None]]:
    snapshot = viewed(store, view, about=about).snapshot
    return sorted((event.type, event.date) for event in snapshot.events())


@pytest.mark.parametrize("view", [View(known=MARCH), View(at=MARCH)], ids=["known", "at"])
def test_rows_count_by_their_own_day(filled: Store, view: View) -> None:
    early = [("meeting", "2024-02-01"), ("visit", "2024-01-05"), ("visit", "2024-01-05")]
    assert seen(filled, view) == early
    assert seen(filled, view, "VNM") == [early[0], early[1]]
    assert seen(filled, view, "USA", "VNM") == [early[1]]
    assert not seen(filled, view, "IND")


def test_a_table_counts_among_the_documents_of_a_view(filled: Store) -> None:
    found = viewed(filled, View(known=MARCH))
    assert found.documents is not None
    assert (found.documents.total, found.documents.kept, found.documents.undated) == (2, 2, 0)
    assert found.snapshot.counts().claims == 3


def test_a_view_of_all_is_the_store_but_for_rows_that_wait(filled: Store) -> None:
    of = document("The President arrived in Hanoi.")
    filled.add([(of, [claim(of, "visit", "USA VNM", date="2024-01-05")])])
    whole = viewed(filled, View(known=dt.date(2030, 1, 1))).snapshot
    assert list(whole.events()) == list(filled.events())


def test_an_accepted_row_counts_in_views(filled: Store) -> None:
    waiting = table("b", 0.4, "gdelt").document.id
    (first,) = (each for each in filled.claims(document=waiting) if each.start == 1)
    filled.judge(Judgement("accept", (first.id,), "an analyst", "2024-02-01T00:00:00Z"))
    found = viewed(filled, View(known=MARCH), about=["USA", "VNM"]).snapshot
    (event,) = found.events()
    assert (len(event.claims), event.documents) == (2, 2)


def test_neo4j_gets_rows_that_count_as_claims_in_full_and_no_others(filled: Store) -> None:
    nodes = {node.id: node for node in filled.nodes()}
    claims = [node for node in nodes.values() if node.labels == ("Claim",)]
    assert len(claims) == 4
    assert all(filled.node(each) == node for each, node in nodes.items())
    visit = next(node for node in claims if node.properties["start"] == 1)
    told = visit.properties
    assert (told["type"], told["phase"], told["date"]) == ("visit", "begins", "2024-01-05")
    assert (told["engine"], told["confidence"], told["eventCode"]) == ("icews", 0.7, "042")
    assert {(link.type, link.target, link.role) for link in visit.links} == {
        ("DOCUMENT", table().document.id, ""),
        ("ACTOR", "actor/USA", "source"),
        ("ACTOR", "actor/VNM", "other"),
    }
    waiting = next(filled.claims(document=table("b", 0.4, "gdelt").document.id))
    assert filled.node(waiting.id) is None
    assert _documents(nodes.values()) == {
        (table().document.id, 4),
        (table("b", 0.4, "gdelt").document.id, 4),
    }


def _documents(nodes: Iterable[Node]) -> set[tuple[str, object]]:
    found = [node for node in nodes if node.labels == ("Document",)]
    return {(each.id, each.properties["rows"]) for each in found}


def test_a_row_that_holds_is_placed_on_its_own_day(store: Store) -> None:
    store.add_tables([(table(), [batch(row("deployment", "USA VNM"))])])
    (claim_,) = store.claims()
    corrected = {"phase": "holds"}
    told = Judgement("correct", (claim_.id,), "x", "2024-02-01T00:00:00Z", corrections=corrected)
    store.judge(told)
    assert list(viewed(store, View(at=dt.date(2030, 1, 1))).snapshot.ties()) == list(store.ties())


def test_a_table_without_rows_by_a_day_is_none_of_its_documents(filled: Store) -> None:
    found = viewed(filled, View(known=dt.date(1950, 1, 1)))
    assert found.documents is not None
    assert (found.documents.total, found.documents.kept, found.documents.undated) == (2, 0, 0)


def test_a_store_of_tables_is_looked_at_from_its_last_row(filled: Store) -> None:
    held = coverage(filled)
    assert (held.first, held.last) == (dt.date(2024, 1, 5), dt.date(2024, 6, 5))
    assert held.as_of == held.last
    assert coverage(viewed(filled, View(recorded=dt.date(2100, 1, 1))).snapshot).as_of == held.last


def test_tables_tell_of_an_actor_by_the_rows_that_count(filled: Store) -> None:
    waiting = table("b", 0.4, "gdelt").document.id
    (first,) = (each for each in filled.claims(document=waiting) if each.start == 1)
    filled.judge(Judgement("accept", (first.id,), "an analyst", "2024-02-01T00:00:00Z"))
    found = {code: documents_on(filled, actor_bindings({"a": code})) for code in ("VNM", "CHN")}
    assert found == {"VNM": 2, "CHN": 1}


def test_only_rows_on_some_actors_are_read(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    describe = rows_reading.describe
    monkeypatch.setattr(
        rows_reading, "describe", lambda *asked: (read.append(1), describe(*asked))[1]
    )
    told = [claim for _, rows in filled.told_in_tables(["CHN", "VNM"]) for claim, _ in rows]
    assert [each.type for each in told] == ["meeting", "meeting"]
    assert len(read) == 4
