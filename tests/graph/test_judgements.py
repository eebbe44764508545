"""Judgements that are taken back, that lose their claim, that mean a wording, that conflict."""

import datetime as dt
from dataclasses import replace

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.conflicts import conflicts
from hedgerow.graph.intake import Item
from hedgerow.graph.records import Judgement, Party
from hedgerow.graph.store import Store
from hedgerow.graph.view import View, viewed
from tests.graph.articles import article, claim, document
from tests.graph.conftest import NewStore

NOW, LATER = "2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z"
TEXT = "Delegates met. The USA and Viet Nam signed an accord on radar. They parted."
SENTENCE = (15, 62)


def on(decision: str, *claims: str, by: str = "Ann", at: str = NOW, **told: str) -> Judgement:
    return Judgement(decision, claims, by, at, corrections=told)


def undo(judgement: Judgement, by: str = "Ann", at: str = LATER) -> Judgement:
    return Judgement("undo", (), by, at, undoes=judgement.id)


def read_as(type_: str, start: int = SENTENCE[0], end: int = SENTENCE[1], **told: str) -> Item:
    """One article, as some extractor reads it."""
    of = document(TEXT)
    read = claim(of, type_, told.pop("actors", "USA VNM"), told.pop("status", "signed"))
    return of, [replace(read, start=start, end=end, quote=TEXT[start:end], **told)]


def test_an_old_judgement_keeps_its_id() -> None:
    old = on("correct", "claim/1", date="2023")
    assert old.id == "judgement/766b109f780f36b63015a3bca7a47ea2"
    assert replace(old, decision="undo", undoes="judgement/1").id != old.id


def test_an_undone_judgement_counts_nowhere_and_is_kept(store: Store) -> None:
    given = article("They met.", "visit", "USA VNM")
    (told,) = given[1]
    store.add([given])
    before = list(store.events())
    reject = on("reject", told.id)
    store.judge(reject)
    assert not list(store.events())
    changes = store.judge(undo(reject))
    assert changes.count("added") == 1
    assert list(store.events()) == before
    judged = store.judged()
    assert judged.about([told.id]) == []
    assert judged.is_undone(reject.id)
    assert len(store.judgements()) == 2


def test_undoing_is_undone(store: Store) -> None:
    given = article("They met.", "visit", "USA VNM")
    store.add([given])
    reject = on("reject", given[1][0].id)
    back = undo(reject)
    store.judge(reject, back, undo(back, by="Ben"))
    assert not list(store.events())
    assert [each.by for each in store.judged().undoing(back.id)] == ["Ben"]


def test_what_is_not_here_cannot_be_undone(store: Store) -> None:
    with pytest.raises(UsageError, match="There is no judgement/"):
        store.judge(undo(on("accept", "claim/1")))
    assert not store.judgements()


@pytest.mark.parametrize(
    "wrong",
    [
        Judgement("undo", (), "Ann", NOW),
        Judgement("accept", (), "Ann", NOW, undoes="judgement/" + "0" * 32),
        Judgement("undo", (), "Ann", NOW, undoes="claim/1"),
        Judgement("same_actor", (), "Ann", NOW, corrections={"text": "it"}),
        Judgement("same_actor", (), "Ann", NOW, corrections={"text": " ", "code": "VNM"}),
        Judgement("same_actor", (), "Ann", NOW, corrections={"text": "it", "code": "XXX"}),
        Judgement("note", (), "Ann\ud800", NOW),
    ],
)
def test_a_judgement_that_says_nothing_is_refused(wrong: Judgement) -> None:
    with pytest.raises(UsageError):
        Store.open().adopt([wrong])


@pytest.mark.parametrize("before", [True, False])
def test_a_judgement_is_found_again_under_a_newer_extractor(
    new_store: NewStore, before: bool
) -> None:
    old, newer = new_store(), new_store()
    given = read_as("alliance_treaty")
    old.add([given])
    old.judge(on("correct", given[1][0].id, item="radar"))
    read_anew = read_as("alliance_treaty", 0, SENTENCE[1])
    steps = [lambda: newer.adopt(old.judgements()), lambda: newer.add([read_anew])]
    for step in steps if before else reversed(steps):
        step()
    (event,) = newer.events()
    assert event.item == "radar"
    assert newer.orphaned() == []
    assert newer.judged().about([read_anew[1][0].id])[0].claims == (read_anew[1][0].id,)


@pytest.mark.parametrize(
    "newer",
    [
        pytest.param([], id="nothing is read any more"),
        pytest.param([read_as("alliance_treaty", actors="CHN VNM")], id="other actors"),
        pytest.param([read_as("alliance_treaty", 0, 14)], id="another sentence"),
        pytest.param(
            [read_as("alliance_treaty", 0, 62), read_as("alliance_treaty", 15, 74)], id="several"
        ),
        pytest.param([read_as("visit")], id="an acceptance of another reading"),
    ],
)
def test_a_judgement_that_lost_its_claim_is_listed(newer: list[Item]) -> None:
    old, store = Store.open(), Store.open()
    given = read_as("alliance_treaty", status="agreed")
    old.add([given])
    accept = on("accept", given[1][0].id)
    old.judge(accept)
    store.add([(document(TEXT), [each for _, told in newer for each in told])])
    store.adopt(old.judgements())
    (orphan,) = store.orphaned()
    assert orphan.judgement == accept
    assert orphan.witness is not None
    assert orphan.witness.actors == ("USA", "VNM")
    assert len(store.judgements()) == 1


def test_a_claim_that_does_not_count_in_a_view_is_not_taken_for_gone() -> None:
    of = document(TEXT)
    late, early = (
        replace(claim(of, "visit", "USA VNM", "occurred", date), start=start, quote=TEXT[start:])
        for date, start in (("2024-06", 15), ("2024-01", 16))
    )
    store = Store.open()
    store.add([(of, [late, early])])
    store.judge(on("correct", late.id, place="Hanoi"))
    seen = viewed(store, View(at=dt.date(2024, 3, 1))).snapshot
    assert [event.place for event in seen.events()] == [None]


@pytest.mark.parametrize("before", [True, False])
def test_a_wording_means_an_actor_here_and_in_what_comes(store: Store, before: bool) -> None:
    of = document("The Kingdom and Viet Nam met.")
    parties = (Party("GBR", "party", "The  kingdom"), Party("VNM", "party", "Viet Nam"))
    told = replace(claim(of, "meeting", "GBR VNM"), parties=parties)
    meant = Judgement(
        "same_actor", (), "Ann", NOW, corrections={"text": "the Kingdom", "code": "SAU"}
    )
    if before:
        store.judge(meant)
    store.add([(of, [told])])
    store.judge(meant)
    (event,) = store.events()
    assert event.actors == ("SAU", "VNM")
    assert store.judged().attached(meant.id) == (told.id,)
    store.judge(undo(meant))
    (event,) = store.events()
    assert event.actors == ("GBR", "VNM")


def _conflicts(*made: Judgement) -> list[tuple[str, str]]:
    store = Store.open()
    store.adopt(made)
    return [(each.kind, each.second.by) for each in conflicts(store.judged())]


def test_two_analysts_of_whom_one_rejects_are_in_conflict() -> None:
    accept, reject = on("accept", "claim/1"), on("reject", "claim/1", by="Ben", at=LATER)
    assert _conflicts(accept, reject) == [("verdict", "Ben")]
    assert _conflicts(accept, on("reject", "claim/1", at=LATER)) == []
    assert _conflicts(accept, reject, undo(accept)) == []


def test_two_analysts_who_correct_to_different_values_are_in_conflict() -> None:
    one = on("correct", "claim/1", date="2023", item="radar")
    assert _conflicts(one, on("correct", "claim/1", by="Ben", at=LATER, date="2024")) == [
        ("field", "Ben")
    ]


def test_two_analysts_who_join_and_part_claims_are_in_conflict() -> None:
    one = on("same", "claim/1", "claim/2", "claim/3")
    assert _conflicts(one, on("different", "claim/1", "claim/3", by="Ben", at=LATER)) == [
        ("pair", "Ben")
    ]
