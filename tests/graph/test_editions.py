"""Texts of one URL are editions of one article: the newest counts, the others stay visible."""

from itertools import permutations

from hedgerow.graph.intake import Item
from hedgerow.graph.store import Store
from tests.graph.articles import claim, document, rows

URL = "https://news.example/visit"
SUPERSEDED = "SELECT ?old WHERE { ?new hr:supersedes ?old }"


def edition(text: str, published: str | None) -> Item:
    found = document(text, published=published, url=URL)
    return found, [claim(found, "visit", "RUS VNM", date="2023-09-10")]


def counted_texts(store: Store) -> set[str]:
    claims = {claim for event in store.events() for claim in event.claims}
    return {each.quote for each in store.claims(ids=claims)}


def test_a_corrected_text_replaces_the_first_in_what_is_resolved(store: Store) -> None:
    first, second = edition("He came.", "2023-09-10"), edition("He did come.", "2023-09-11")
    store.add([first])
    changes = store.add([second]).changes
    assert counted_texts(store) == {"He did come."}
    assert changes.count("removed") + changes.count("changed") >= 1
    assert {each.quote for each in store.claims()} == {"He came.", "He did come."}
    (row,) = rows(store, SUPERSEDED)
    assert row["old"].value.endswith(first[0].id)


def test_an_older_text_that_arrives_later_does_not_count(store: Store) -> None:
    store.add([edition("He did come.", "2023-09-11")])
    store.add([edition("He came.", "2023-09-10")])
    assert counted_texts(store) == {"He did come."}


def test_of_texts_of_one_day_the_longer_counts(store: Store) -> None:
    store.add([edition("He came. (Corrected.)", "2023-09-10")])
    store.add([edition("He came.", "2023-09-10")])
    assert counted_texts(store) == {"He came. (Corrected.)"}


def test_editions_form_a_chain_whatever_the_order_of_loading() -> None:
    editions = [
        edition("One.", "2023-09-10"),
        edition("Two.", "2023-09-11"),
        edition("Three.", "2023-09-12"),
        edition("Undated.", None),
    ]
    hashes = set()
    for order in permutations(editions):
        store = Store.open()
        for item in order:
            store.add([item])
        hashes.add(store.canonical_hash())
        assert counted_texts(store) == {"Three."}
        assert len(rows(store, SUPERSEDED)) == 3
    assert len(hashes) == 1


def test_withdrawing_the_newest_text_brings_the_one_before_back(store: Store) -> None:
    first, second = edition("He came.", "2023-09-10"), edition("He did come.", "2023-09-11")
    store.add([first])
    alone = store.canonical_hash()
    store.add([second])
    store.withdraw(second[0].id, reason="retracted", by="analyst")
    assert counted_texts(store) == {"He came."}
    assert store.canonical_hash() == alone


def test_a_new_appearance_can_make_two_documents_editions(store: Store) -> None:
    old = document("He came.", published="2023-09-10", url=URL)
    new = document("He did come.", published="2023-09-11", url=None)
    for each in (old, new):
        store.add([(each, [claim(each, "visit", "RUS VNM", date="2023-09-10")])])
    assert counted_texts(store) == {"He came.", "He did come."}
    store.add([edition("He did come.", "2023-09-11")])
    assert counted_texts(store) == {"He did come."}


def test_a_text_that_takes_the_place_of_another_is_told(store: Store) -> None:
    first, second = edition("He came.", "2023-09-10"), edition("He did come.", "2023-09-11")
    assert store.add([first]).outdated == ()
    assert store.add([second]).outdated == (first[0].id,)
    assert store.add([first]).outdated == ()
    assert store.add([edition("He will come.", "2023-09-09")]).outdated == ()
