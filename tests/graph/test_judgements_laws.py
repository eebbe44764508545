"""Laws of judgements: what they amount to follows from what was decided, not from when it came."""

import io
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from hedgerow.graph.importing import import_nquads
from hedgerow.graph.intake import Item
from hedgerow.graph.judgements_json import lines, read_lines
from hedgerow.graph.rdf import RESOLVED
from hedgerow.graph.records import Claim, Judgement
from hedgerow.graph.store import Store
from tests.graph.articles import archives
from tests.graph.judging import ANALYSTS, TIMES, judgements

with_judgements = archives().flatmap(lambda items: st.tuples(st.just(items), judgements(items)))
Judged = tuple[list[Item], list[Judgement]]


def resolved(store: Store) -> str:
    """The events and ties of a store."""
    out = io.BytesIO()
    store.export_nquads(out)
    lines = out.getvalue().decode().splitlines()
    return "\n".join(line for line in lines if line.endswith(f"{RESOLVED} ."))


def come_one_by_one(
    store: Store, items: list[Item], made: list[Judgement], data: st.DataObject
) -> None:
    """Articles and judgements into a store, each by itself, in some order."""
    parts: list[Item | Judgement] = [*items, *made]
    for part in data.draw(st.permutations(parts)):
        if isinstance(part, Judgement):
            store.adopt([part])
        else:
            store.add([part])


@settings(max_examples=40)
@given(with_judgements, st.data())
def test_the_order_in_which_judgements_and_articles_come_plays_no_part(
    given_: Judged, data: st.DataObject
) -> None:
    items, made = given_
    first, other = Store.open(), Store.open()
    first.add(items)
    first.adopt(made)
    come_one_by_one(other, items, made, data)
    assert other.canonical_hash() == first.canonical_hash()


@settings(max_examples=20)
@given(with_judgements, st.data())
def test_undoing_every_judgement_leaves_what_was_resolved_without_them(
    given_: Judged, data: st.DataObject
) -> None:
    items, made = given_
    plain, store = Store.open(), Store.open()
    plain.add(items)
    store.add(items)
    store.adopt(made)
    undone = {each.undoes for each in made}
    left = [each for each in made if each.decision != "undo" or each.id not in undone]
    at = data.draw(st.sampled_from(TIMES))
    for each in left:
        if not store.judged().is_undone(each.id) and each.decision != "undo":
            store.judge(Judgement("undo", (), ANALYSTS[0], at, "mistaken", undoes=each.id))
    while counting := [one for one in store.judged().counting() if one.decision != "undo"]:
        again = Judgement(
            "undo", (), "Cas", at, str(len(store.judgements())), undoes=counting[0].id
        )
        store.judge(again)
    assert resolved(store) == resolved(plain)


@settings(max_examples=10)
@given(with_judgements)
def test_undoing_an_undoing_is_as_if_nothing_was_undone(given_: Judged) -> None:
    items, made = given_
    store = Store.open()
    store.add(items)
    store.adopt(made)
    before = resolved(store)
    for each in store.judged().counting():
        undo = Judgement("undo", (), "Cas", TIMES[0], undoes=each.id)
        store.judge(undo)
        store.judge(Judgement("undo", (), "Cas", TIMES[0], undoes=undo.id))
    assert resolved(store) == before


@settings(max_examples=10)
@given(with_judgements)
def test_an_export_of_the_judgements_alone_keeps_all(given_: Judged) -> None:
    items, made = given_
    store, other = Store.open(), Store.open()
    store.add(items)
    store.adopt(made)
    other.adopt(read_lines([*lines(store.judgements())]))
    other.add(items)
    assert other.canonical_hash() == store.canonical_hash()
    assert {each.id for each in other.judgements()} == {each.id for each in made}


@settings(max_examples=8)
@given(with_judgements.filter(lambda each: bool(each[0])), st.booleans())
def test_an_export_of_everything_keeps_all(given_: Judged, canonical: bool) -> None:
    items, made = given_
    store, other = Store.open(), Store.open()
    store.add(items)
    store.adopt(made)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "export.nq"
        with file.open("wb") as out:
            store.export_nquads(out, canonical=canonical)
        import_nquads(other, file)
    assert other.canonical_hash() == store.canonical_hash()


@settings(max_examples=10)
@given(with_judgements)
def test_resolving_everything_anew_changes_nothing(given_: Judged) -> None:
    items, made = given_
    store = Store.open()
    store.adopt(made)
    store.add(items)
    before = store.canonical_hash()
    store.refresh()
    assert store.canonical_hash() == before


@settings(max_examples=20)
@given(with_judgements, st.data())
def test_judgements_find_what_a_newer_extractor_reads_in_any_order(
    given_: Judged, data: st.DataObject
) -> None:
    items, made = given_
    old = Store.open()
    old.add(items)
    old.adopt(made)
    ids = sorted({of.id for of, _ in items})
    anew = data.draw(st.lists(st.sampled_from(ids))) if ids else []
    newer = [
        (of, [_narrower(one) for one in told] if of.id in anew else told) for of, told in items
    ]
    first, other = Store.open(), Store.open()
    first.add(newer)
    first.adopt(old.judgements())
    come_one_by_one(other, newer, old.judgements(), data)
    assert other.canonical_hash() == first.canonical_hash()
    for store in (first, other):
        store.refresh()
    assert other.canonical_hash() == first.canonical_hash()


def _narrower(claim: Claim) -> Claim:
    """The claim as read from less of its sentence, where that has two letters."""
    if len(claim.quote) < 2:
        return claim
    return replace(claim, end=claim.end - 1, quote=claim.quote[:-1])
