"""Stored texts read anew: only what our rules read, and only where they read otherwise."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hedgerow.graph.by_hand import entered
from hedgerow.graph.records import Claim, Document, Judgement
from hedgerow.graph.store import Store
from hedgerow.loaders.pipeline import Extract
from hedgerow.loaders.rereading import reread
from tests.graph.articles import claim, document
from tests.graph.judging import EDGE

NOW = "2024-01-01T00:00:00Z"
TEXT = "The two ministers met in Hanoi on Monday and they spoke about the sea. They will be back."


def _read(of: Document, engine: str = "patterns", place: str | None = None) -> Claim:
    return replace(claim(of, "visit", "USA VNM"), engine=engine, place=place)


def _reader(place: str) -> Extract:
    def extract(documents: Iterable[Document]) -> Iterator[tuple[Document, list[Claim]]]:
        for of in documents:
            yield of, [_read(of, place=place)]

    return extract


def _store(*engines: str) -> tuple[Store, list[str]]:
    store = Store.open()
    texts = [document(f"{TEXT} {number}") for number in range(len(engines))]
    store.add([(of, [_read(of, each)]) for of, each in zip(texts, engines, strict=True)])
    return store, [of.id for of in texts]


def test_what_reads_otherwise_is_replaced_and_judgements_stay() -> None:
    store, ids = _store("patterns", "dependency+patterns")
    named = next(store.claims(document=ids[0])).id
    store.judge(Judgement("correct", (named,), "Ann", NOW, corrections={"item": "radar"}))
    told = reread(store, ids, _reader("Hanoi"))
    assert (told.documents, told.differing, told.kept) == (2, 2, 0)
    assert {each.place for each in store.claims()} == {"Hanoi"}
    assert store.orphaned() == []
    sequence = store.sequence
    assert reread(store, ids, _reader("Hanoi")).differing == 0
    assert store.sequence == sequence


def test_what_a_table_a_model_or_a_person_states_is_kept() -> None:
    store, ids = _store("table", "patterns+llm")
    store.judge(entered(EDGE, by="Ann", at=NOW))
    row = document("supplier: Russia\nbuyer: Vietnam")
    store.add([(row, [])])
    ids = [each.id for each in store.documents()]
    before = store.canonical_hash()
    told = reread(store, ids, _reader("Hanoi"))
    assert (told.documents, told.kept) == (0, 4)
    assert store.canonical_hash() == before
