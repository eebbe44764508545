"""Questions on a store with event tables: their rows answer as claims of articles do."""

import pytest

from hedgerow.graph.catalogue import imprint_of_claim, read_whole
from hedgerow.graph.rdf import node
from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from hedgerow.queries.contested import contested
from hedgerow.queries.questions.library import part
from hedgerow.queries.reading.archive import run
from hedgerow.queries.reading.coverage import coverage
from hedgerow.queries.reading.edge_rows import read_sources
from tests.graph.rows import PAGE, batch, row, table


@pytest.fixture
def store() -> Store:
    store = Store.open()
    counting = batch(
        row("arms_deal", "USA VNM", code="0312"),
        row("meeting", "USA VNM", "2024-03-01", "planned"),
        row("sanction", "USA CHN"),
        row("sanction", "USA CHN", status="denied"),
    )
    waiting = batch(row("visit", "USA RUS"), row("visit", "USA VNM", page=None))
    store.add_tables([(table(), [counting]), (table("b", 0.4, "gdelt"), [waiting])])
    return store


def test_evidence_of_an_event_gives_the_page_of_its_row(store: Store) -> None:
    event = next(each for each in store.events() if each.type == "arms_deal")
    (found,) = ask(store, "evidence", {"id": event.id}).rows
    assert (found["published"], found["publisher"]) == ("2024-01-05", "example.org")
    assert (found["source"], found["phase"], found["date"]) == (PAGE, "begins", "2024-01-05")
    assert (found["engine"], found["rule"], found["confidence"]) == ("icews", "icews/0312", 0.7)
    assert (found["start"], found["end"]) == (1, 1)


def test_a_waiting_row_is_its_own_evidence(store: Store) -> None:
    waiting = table("b", 0.4, "gdelt")
    claims = [each for each in store.claims(document=waiting.document.id) if each.start == 2]
    answer = ask(store, "evidence", {"id": claims[0].id})
    (found,) = answer.rows
    assert (found["publisher"], found["source"], found["confidence"]) == ("GDELT", "b.tab", 0.4)
    assert "visit, claimed as occurred" in answer.in_words


def test_arms_and_contested_matters_are_answered_from_rows(store: Store) -> None:
    (found,) = ask(store, "arms", {"a": "Vietnam"}).rows
    assert (found["supplier"], found["publisher"], found["source"]) == ("USA", "example.org", PAGE)
    assert contested(store)


def test_sentences_read_from_quads_are_those_of_the_summaries(store: Store) -> None:
    ids = tuple(each.id for each in store.events())
    bindings = {"ids": tuple(node(each) for each in ids)}
    rows = list(run(store, part("sentences"), bindings))
    assert len(rows) == len({each["claim"] for each in rows}) == 4
    assert {each["address"] for each in rows} == {PAGE}
    assert {each["confidence"] for each in rows} == {0.7}


def test_coverage_counts_rows_without_reading_them(store: Store) -> None:
    found = coverage(store)
    assert (found.documents, found.claims) == (2, 6)


def test_an_event_tables_page_shows_its_first_rows_alone(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hedgerow.graph.catalogue.ROWS_SHOWN", 2)
    whole = read_whole(store, table().document.id)
    assert whole is not None
    assert len(whole[1]) == 2


@pytest.mark.parametrize(
    ("page", "outlet"),
    [("https://News.Example.org:8080?x=1", "news.example.org"), ("no address", "ICEWS")],
)
def test_the_host_of_a_page_is_the_same_wherever_it_is_told(page: str, outlet: str) -> None:
    store = Store.open()
    store.add_tables([(table(), [batch(row("arms_deal", "USA VNM", page=page))])])
    (event,) = store.events()
    (evidence,) = ask(store, "evidence", {"id": event.id}).rows
    (arms,) = ask(store, "arms", {"a": "Vietnam"}).rows
    ((read,),) = read_sources(store, (node(event.id),)).values()
    (claim,) = store.claims()
    imprint = imprint_of_claim(store, claim)
    told = {evidence["publisher"], arms["publisher"], read.publisher, imprint.publisher}
    assert told == {outlet}
