"""Texts read anew: the claims are others, what was decided about them is not lost."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgerow.errors import UsageError
from hedgerow.graph.by_hand import entered, made
from hedgerow.graph.intake import Item
from hedgerow.graph.records import Claim, Judgement
from hedgerow.graph.store import Store
from tests.graph.articles import archives, article, claim, document
from tests.graph.judging import EDGE, judgements

NOW = "2024-01-01T00:00:00Z"


def test_a_judgement_bears_on_what_is_read_in_place_of_its_claim(store: Store) -> None:
    of, (told,) = article("They met and parted.", "visit", "USA VNM", "planned")
    store.add([(of, [told])])
    store.judge(Judgement("correct", (told.id,), "Ann", NOW, corrections={"place": "Hanoi"}))
    anew = replace(told, end=8, quote="They met")
    changes = store.reread([(of, [anew])])
    assert changes
    (event,) = store.events()
    assert (event.status, event.place, event.claims) == ("planned", "Hanoi", (anew.id,))
    assert store.orphaned() == []
    store.reread([(of, [told])])
    (event,) = store.events()
    assert (event.status, event.place) == ("planned", "Hanoi")


@pytest.mark.parametrize("decision", ["accept", "correct"])
def test_who_accepted_a_plan_has_not_accepted_that_it_took_place(
    store: Store, decision: str
) -> None:
    of, (told,) = article("They met and parted.", "visit", "USA VNM", "planned")
    told = replace(told, confidence=0.4)
    place = {"place": "Hanoi"} if decision == "correct" else {}
    store.add([(of, [told])])
    store.judge(Judgement(decision, (told.id,), "Ann", NOW, corrections=place))
    store.reread([(of, [replace(told, status="occurred")])])
    assert not list(store.events())
    assert [each.claim for each in store.orphaned()] == [told.id]


def test_who_said_that_it_took_place_bears_on_what_is_read_so(store: Store) -> None:
    of, (told,) = article("They met and parted.", "visit", "USA VNM", "planned")
    store.add([(of, [told])])
    said = {"status": "occurred", "place": "Hanoi"}
    store.judge(Judgement("correct", (told.id,), "Ann", NOW, corrections=said))
    store.reread([(of, [replace(told, status="occurred")])])
    (event,) = store.events()
    assert (event.status, event.place) == ("occurred", "Hanoi")


def test_a_judgement_on_what_is_read_no_more_is_orphaned_and_comes_back(store: Store) -> None:
    of, (told,) = article("They met.", "visit", "USA VNM")
    store.add([(of, [told])])
    before = store.canonical_hash()
    store.reread([(of, [])])
    store.judge(Judgement("note", (), "Ann", NOW))
    assert not list(store.events())
    store.reread([(of, [told])])
    assert len(list(store.events())) == 1
    other = Store.open()
    other.add([(of, [told])])
    assert other.canonical_hash() == before


def test_what_is_no_text_is_not_read_anew(store: Store) -> None:
    judgement = entered(EDGE, by="Ann", at=NOW)
    store.judge(judgement)
    with pytest.raises(UsageError, match="no text to be read"):
        store.reread([(made(judgement)[0], [])])
    with pytest.raises(UsageError, match="There is no"):
        store.reread([(document("Elsewhere."), [])])


@settings(max_examples=20)
@given(st.data())
def test_reading_anew_is_as_if_it_had_always_been_read_so(data: st.DataObject) -> None:
    items = data.draw(archives())
    decided = data.draw(judgements(items))
    store, other = Store.open(), Store.open()
    store.add(items)
    store.adopt(decided)
    ids = sorted({of.id for of, _ in items})
    chosen = data.draw(st.lists(st.sampled_from(ids))) if ids else []
    emptied = data.draw(st.lists(st.sampled_from(chosen))) if chosen else []
    newer: list[Item] = [
        (of, [_otherwise(one) for one in told if of.id not in emptied] if of.id in chosen else told)
        for of, told in items
    ]
    store.reread([(of, told) for of, told in newer if of.id in chosen])
    other.add(newer)
    other.adopt(store.judgements())
    assert store.canonical_hash() == other.canonical_hash()
    store.reread(items)
    first = Store.open()
    first.add(items)
    first.adopt(decided)
    assert store.canonical_hash() == first.canonical_hash()


def _otherwise(told: Claim) -> Claim:
    """The claim as read from less of its sentence, or not as planned but as done."""
    if len(told.quote) < 2:
        return replace(told, status="occurred", stage=None)
    return replace(told, end=told.end - 1, quote=told.quote[:-1])


def test_claims_that_are_read_no_more_are_gone() -> None:
    of = document("They met.")
    store = Store.open()
    store.add([(of, [claim(of, "visit", "USA VNM"), claim(of, "visit", "CHN VNM")])])
    store.reread([(of, [claim(of, "visit", "USA VNM")])])
    assert [each.actors for each in store.claims()] == [("USA", "VNM")]
