"""Edges entered by hand: with a source or as knowledge, and what they are not."""

import io
from pathlib import Path

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.by_hand import entered, made
from hedgerow.graph.importing import import_nquads
from hedgerow.graph.judgements_json import lines, read_lines
from hedgerow.graph.records import Judgement
from hedgerow.graph.store import Store
from tests.graph.articles import claim, document

NOW = "2024-01-01T00:00:00Z"
QUOTE = "The two signed a treaty of alliance."
URL = "https://news.example/treaty"
EDGE = {"type": "alliance_treaty", "actors": "USA VNM", "status": "signed", "quote": QUOTE}
CITED = EDGE | {"source_url": URL, "source_publisher": "The Daily", "source_published": "2023-05"}


def by_ann(edge: dict[str, str], at: str = NOW) -> Judgement:
    return entered(edge, by="Ann", at=at)


def undo(judgement: Judgement) -> Judgement:
    return Judgement("undo", (), "Ann", NOW, undoes=judgement.id)


def test_an_edge_is_added_with_its_document_and_claim_in_one_commit(store: Store) -> None:
    before = store.sequence
    judgement = by_ann(CITED | {"date": "2023-04-30"})
    store.judge(judgement)
    assert store.sequence == before + 1
    (event,) = store.events()
    assert (event.type, event.date, event.claims) == (
        "alliance_treaty",
        "2023-04-30",
        judgement.claims,
    )
    (told,) = store.claims(ids=event.claims)
    assert (told.engine, told.confidence, told.flags) == ("analyst", 1.0, ("by_hand",))
    found = store.document(told.document)
    assert (found.source, found.publisher, found.published) == (URL, "The Daily", "2023-05")
    assert found.text[told.start : told.end] == QUOTE


def test_knowledge_without_a_source_says_so(store: Store) -> None:
    store.judge(by_ann(EDGE))
    (told,) = store.claims()
    assert told.flags == ("analyst_knowledge", "by_hand")
    found = store.document(told.document)
    assert found.publisher == "analyst's knowledge (Ann)"
    assert told.quote == f"Analyst's knowledge (Ann): {QUOTE}"
    assert "Entered by hand by Ann" in found.text


def test_undoing_an_added_edge_takes_it_from_what_counts(store: Store) -> None:
    judgement = by_ann(CITED)
    store.judge(judgement)
    store.judge(undo(judgement))
    assert not list(store.events())
    assert len(list(store.claims())) == 1


def test_an_entry_neither_supersedes_the_article_nor_is_superseded(store: Store) -> None:
    article = document(f"{QUOTE} More.", url=URL, published="2023-05-01")
    newer = document(f"{QUOTE} Corrected.", url=URL, published="2023-05-02")
    store.judge(by_ann(CITED | {"source_published": "2023-06"}))
    store.add([(article, [claim(article, "alliance_treaty", "USA VNM", "signed")])])
    (event,) = store.events()
    assert event.documents == 2
    store.add([(newer, [claim(newer, "alliance_treaty", "USA VNM", "signed")])])
    (event,) = store.events()
    assert event.documents == 2


@pytest.mark.parametrize("article_first", [True, False])
def test_an_entry_and_the_article_it_quotes_are_one_source(
    store: Store, article_first: bool
) -> None:
    article = document(f"{QUOTE} More.", url=URL)
    item = article, [claim(article, "alliance_treaty", "USA VNM", "signed")]
    judgement = by_ann(CITED)
    if article_first:
        store.add([item])
    store.judge(judgement, by_ann(CITED, "2024-01-02T00:00:00Z"))
    store.add([item])
    (event,) = store.events()
    assert (event.documents, event.sources) == (3, 1)
    assert store.copy_of(made(judgement)[0].id) == article.id
    assert store.copy_of(article.id) is None
    store.withdraw(article.id, reason="retracted", by="Ann")
    (event,) = store.events()
    assert (event.documents, event.sources) == (2, 1)


def test_two_entries_of_one_analysts_knowledge_are_one_source(store: Store) -> None:
    store.judge(by_ann(EDGE), by_ann(EDGE, "2024-01-02T00:00:00Z"))
    (event,) = store.events()
    assert (event.documents, event.sources) == (2, 1)
    store.judge(entered(EDGE, by="Ben", at=NOW))
    (event,) = store.events()
    assert (event.documents, event.sources) == (3, 2)


def test_the_judgement_alone_makes_document_and_claim_elsewhere(store: Store) -> None:
    store.judge(by_ann(CITED))
    other = Store.open()
    other.adopt(read_lines([*lines(store.judgements())]))
    assert other.canonical_hash() == store.canonical_hash()


def test_an_entry_that_was_withdrawn_stays_out(store: Store) -> None:
    judgement = by_ann(CITED)
    store.judge(judgement)
    store.withdraw(made(judgement)[0].id, reason="wrong", by="Ann")
    assert not list(store.events())
    other = Store.open()
    other.adopt(store.judgements(), store.withdrawals())
    assert not list(other.documents())
    assert [each.judgement for each in other.orphaned()] == [judgement]


def test_an_entry_comes_back_with_an_import_of_everything(
    tmp_path: Path,
) -> None:
    store, other, out = Store.open(), Store.open(), io.BytesIO()
    store.judge(by_ann(CITED))
    store.export_nquads(out)
    file = tmp_path / "all.nq"
    file.write_bytes(out.getvalue())
    import_nquads(other, file)
    assert other.canonical_hash() == store.canonical_hash()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"status": ""}, "status is missing"),
        ({"quote": " "}, "quote is missing"),
        ({"actors": "USA"}, "two actors"),
        ({"actors": "USA XYZ"}, "No actor"),
        ({"type": "telepathy"}, "telepathy"),
        ({"source_url": "javascript:alert(1)"}, "no address"),
        ({"source_url": "file:///etc/passwd"}, "no address"),
        ({"source_published": "May"}, "May"),
        ({"nonsense": "1"}, "nonsense"),
        ({"status": "denied"}, "needs a stage"),
        ({"level": "Strategic!"}, "is no level"),
    ],
)
def test_what_is_no_edge_is_refused(change: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        by_ann(EDGE | change)


def test_a_judgement_that_names_another_claim_than_it_adds_is_refused(store: Store) -> None:
    whole = by_ann(EDGE)
    forged = Judgement("add", ("claim/" + "0" * 32,), "Ann", NOW, None, whole.corrections)
    with pytest.raises(UsageError, match="names another claim"):
        store.adopt([forged])
    assert not list(store.documents())
