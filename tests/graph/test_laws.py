"""Laws of the canonical graph: it follows from what is in a store, not from how it got there."""

import hashlib
import io
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from hedgerow.graph.importing import import_nquads
from hedgerow.graph.intake import Item
from hedgerow.graph.records import Judgement
from hedgerow.graph.store import Store
from tests.graph.articles import archives

some_items = archives()


def store_of(*batches: list[Item]) -> Store:
    store = Store.open()
    for batch in batches:
        store.add(batch)
    return store


@settings(max_examples=30)
@given(some_items, st.data())
def test_the_order_of_loading_plays_no_part(given_: list[Item], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(given_))
    assert store_of(given_).canonical_hash() == store_of(shuffled).canonical_hash()


@settings(max_examples=30)
@given(some_items, st.integers(0, 6))
def test_loading_in_two_parts_is_loading_at_once(given_: list[Item], cut: int) -> None:
    parts = store_of(given_[:cut], given_[cut:])
    assert parts.canonical_hash() == store_of(given_).canonical_hash()


@settings(max_examples=30)
@given(some_items)
def test_loading_twice_is_loading_once(given_: list[Item]) -> None:
    once = store_of(given_)
    assert store_of(given_, given_).canonical_hash() == once.canonical_hash()


@settings(max_examples=30)
@given(some_items.filter(bool), st.data())
def test_withdrawing_a_document_is_as_if_it_had_never_been_loaded(
    given_: list[Item], data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from([document.id for document, _ in given_]))
    store = store_of(given_)
    store.withdraw(gone, reason="retracted", by="analyst")
    without = store_of([item for item in given_ if item[0].id != gone])
    assert store.canonical_hash() == without.canonical_hash()


@settings(max_examples=30)
@given(some_items, st.data())
def test_judging_before_or_after_loading_is_the_same(
    given_: list[Item], data: st.DataObject
) -> None:
    claims = sorted({claim.id for _, told in given_ for claim in told})
    made = [
        Judgement(
            data.draw(st.sampled_from(("accept", "reject", "correct", "same", "different"))),
            tuple(data.draw(st.lists(st.sampled_from(claims), max_size=3, unique=True))),
            "analyst",
            f"2024-01-0{day}T00:00:00Z",
            corrections=data.draw(st.sampled_from(({}, {"type": "visit"}, {"type": "protest"}))),
        )
        for day in range(1, data.draw(st.integers(1, 3)) + 1)
        if claims
    ]
    after = store_of(given_)
    after.adopt(made)
    before = Store.open()
    before.adopt(reversed(made))
    before.add(given_)
    assert before.canonical_hash() == after.canonical_hash()


@settings(max_examples=12)
@given(some_items.filter(bool), st.booleans())
def test_an_export_imports_into_an_equal_store(given_: list[Item], canonical: bool) -> None:
    store = store_of(given_)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "export.nq"
        with file.open("wb") as out:
            store.export_nquads(out, canonical=canonical)
        copy = Store.open()
        import_nquads(copy, file)
    assert copy.canonical_hash() == store.canonical_hash()


@settings(max_examples=10)
@given(some_items, st.integers(0, 6))
def test_loading_in_two_sittings_is_loading_at_once(given_: list[Item], cut: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for sitting in (given_[:cut], given_[cut:]):
            with Store.open(Path(folder) / "news.store") as store:
                store.add(sitting)
                found = store.canonical_hash()
    assert found == store_of(given_).canonical_hash()


@given(some_items)
def test_resolving_everything_anew_changes_nothing(given_: list[Item]) -> None:
    store = store_of(given_)
    before = store.canonical_hash()
    store.refresh()
    assert store.canonical_hash() == before


def test_the_canonical_hash_is_that_of_the_canonical_export() -> None:
    store, out = Store.open(), io.BytesIO()
    store.export_nquads(out)
    assert hashlib.sha256(out.getvalue()).hexdigest() == store.canonical_hash()
