from hedgerow.graph.records import Event
from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from hedgerow.queries.contested import contested


def event_of(store: Store, type_: str, item: str | None = None) -> Event:
    return next(e for e in store.events() if e.type == type_ and (not item or e.item == item))


def test_gives_every_claim_with_its_sentence_and_source(store: Store) -> None:
    event = event_of(store, "arms_deal", "C-130")
    answer = ask(store, "evidence", {"id": event.id})
    (row,) = answer.rows
    assert row["quote"] == "Washington is in talks to sell Hanoi C-130 transport planes."
    assert (row["publisher"], row["title"], row["published"]) == (
        *("Wire", "Transport planes", "2024-07-10"),
    )
    assert row["source"] == "https://wire.example/2024"
    assert (row["status"], row["engine"], row["confidence"]) == ("talks", "table", 1.0)
    assert row["claim"] == event.claims[0]
    assert answer.in_words == (
        "United States to Vietnam: in talks: arms deal, C-130, by 2024-07-10; "
        "1 claim in 1 document."
    )


def test_denied_is_told_as_denied(store: Store) -> None:
    words = ask(store, "evidence", {"id": event_of(store, "base_access").id}).in_words
    assert words == (
        "Russia to Vietnam: denied: base access, Cam Ranh, 2016-10-13; 1 claim in 1 document."
    )


def test_a_contested_matter_names_both_sides(store: Store) -> None:
    event = event_of(store, "arms_deal", "Su-35")
    answer = ask(store, "evidence", {"id": event.id})
    assert answer.in_words == (
        "Russia - Vietnam: contested: arms deal, Su-35, 2025-07; asserted by unnamed; "
        "denied by Vietnam; 2 claims in 2 documents."
    )
    assert [row["status"] for row in answer.rows] == ["reported", "denied"]


def test_a_tie_rests_on_what_set_and_confirmed_it(store: Store) -> None:
    tie = next(tie for tie in store.ties() if tie.since == "2023-09-10")
    answer = ask(store, "evidence", {"id": tie.id})
    assert [row["phase"] for row in answer.rows] == ["changes", "holds"]
    assert answer.in_words.startswith(
        "United States - Vietnam: comprehensive strategic partnership,"
    )


def test_a_claim_is_its_own_evidence(store: Store) -> None:
    claim = next(iter(store.claims()))
    answer = ask(store, "evidence", {"id": claim.id})
    assert [row["claim"] for row in answer.rows] == [claim.id]


def test_follows_a_former_id(store: Store) -> None:
    event = event_of(store, "arms_deal", "Su-35")
    assert event.formerly
    now = ask(store, "evidence", {"id": event.id})
    former = ask(store, "evidence", {"id": event.formerly[0]})
    assert (former.rows, former.in_words) == (now.rows, now.in_words)


def test_contested_matters_come_with_the_words_of_both_sides(store: Store) -> None:
    (matter,) = contested(store)
    assert matter.asserted == ("Hanoi has ordered 40 Su-35 fighters, unnamed officials said.",)
    assert matter.denied == ("The ministry denied that Vietnam had ordered Su-35 fighters.",)
    assert matter.in_words.startswith("Russia - Vietnam: contested: arms deal, Su-35")
