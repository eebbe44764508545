"""Texts read anew: the claims are others, what was decided about them is not lost."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgerow.errors import UsageError
from hedgerow.graph.by_hand import entered, made
from hedgerow.graph.intake import Item
from hedgerow.graph.records import Claim, Judgement, Witness
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


SENTENCE = "The leaders of the USA and Viet Nam will visit in May 2024 and again in 2031."


@pytest.mark.parametrize(
    ("decision", "corrections"),
    [("correct", {"status": "occurred"}), ("reject", {}), ("same", {}), ("correct", {"date": ""})],
)
def test_a_judgement_is_not_moved_to_a_claim_that_stood_beside_its_own(
    store: Store, decision: str, corrections: dict[str, str]
) -> None:
    of = document(SENTENCE)
    one, other = (claim(of, "visit", "USA VNM", "planned", date) for date in ("2024-05", "2031"))
    store.add([(of, [one, other])])
    later = "2024-06-01T00:00:00Z"
    store.judge(Judgement(decision, (one.id,), "Ann", later, corrections=corrections))
    store.reread([(of, [other])])
    (event,) = store.events()
    assert (event.status, event.date, event.claims) == ("planned", "2031", (other.id,))
    assert [each.claim for each in store.orphaned()] == [one.id]


@pytest.mark.parametrize("otherwise", [{"date": "2031", "date_basis": "stated"}, {"phase": "ends"}])
def test_who_rejected_a_claim_has_not_rejected_what_is_read_otherwise(
    store: Store, otherwise: dict[str, str]
) -> None:
    of, (told,) = article("They met and parted.", "visit", "USA VNM", "planned")
    store.add([(of, [told])])
    store.judge(Judgement("reject", (told.id,), "Ann", NOW))
    store.reread([(of, [replace(told, **otherwise)])])
    assert len(list(store.events())) == 1
    assert [each.claim for each in store.orphaned()] == [told.id]


def test_a_witness_that_was_tampered_with_moves_no_judgement(store: Store) -> None:
    of, (told,) = article("They met and parted.", "visit", "USA VNM")
    other = replace(told, date="2024", date_basis="stated")
    with Store.open() as elsewhere:
        elsewhere.add([(of, [told])])
        elsewhere.judge(Judgement("reject", (told.id,), "Ann", NOW))
        (judgement,) = elsewhere.judgements()
    (seen,) = judgement.witnesses
    assert seen.is_true
    tampered = replace(seen, date="2024")
    store.add([(of, [other])])
    store.adopt([replace(judgement, witnesses=(tampered,))])
    assert len(list(store.events())) == 1
    assert [each.witness for each in store.orphaned()] == [None]


def test_what_older_versions_saw_moves_no_rejection(store: Store) -> None:
    of, (told,) = article("They met and parted.", "visit", "USA VNM")
    seen = Witness(told.id, of.id, "visit", "occurred", ("USA", "VNM"), 0, len(of.text))
    store.add([(of, [replace(told, end=8, quote="They met")])])
    store.adopt([Judgement("reject", (told.id,), "Ann", NOW, witnesses=(seen,))])
    assert len(list(store.events())) == 1
