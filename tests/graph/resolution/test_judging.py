import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.records import Judgement
from hedgerow.graph.resolution import (
    Evidence,
    apply_judgements,
    bucket_of,
    check_judgement,
    resolve_bucket,
)
from tests.graph.resolution.building import WORDS, one_event, resolve, told


def judged(decision: str, *evidence: Evidence, at: str = "2025-01-01", **fields: str) -> Judgement:
    claims = tuple(one.claim.id for one in evidence)
    return Judgement(decision, claims, by="A. Nalyst", at=at, corrections=fields)


def visit(document: str, date: str = "2023-09-10", **more: str) -> Evidence:
    return told("visit", "USA VNM", "occurred", date, document=document, **more)


def test_a_rejected_claim_is_left_out() -> None:
    kept, wrong = visit("a"), visit("b")
    assert one_event([kept, wrong], [judged("reject", wrong)]).claims == (kept.claim.id,)


def test_an_accepted_claim_counts_however_unsurely_it_was_read() -> None:
    unsure = told("visit", "USA VNM", "occurred", "2023-09-10", document="a", confidence=0.2)
    assert one_event([unsure], [judged("accept", unsure)]).confidence == 1.0


def test_the_later_judgement_wins_across_time_zones() -> None:
    claim = visit("a")
    reject = judged("reject", claim, at="2025-01-01T12:00:00+07:00")
    accept = judged("accept", claim, at="2025-01-01T11:00:00Z")
    assert resolve([claim], [reject, accept]).events
    assert resolve([claim], [accept, reject]).events
    assert not resolve([claim], [accept, judged("reject", claim, at="2025-01-02")]).events


def test_corrections_add_up_under_the_stored_id() -> None:
    claim = visit("a").claim
    first = Judgement("correct", (claim.id,), "A", "2025-01-01", corrections={"date": "2023-09-11"})
    second = Judgement(
        "correct", (claim.id,), "A", "2025-01-02", corrections={"status": "planned", "rank": "king"}
    )
    corrected = apply_judgements([claim], [second, first])[claim.id]
    assert (corrected.date, corrected.status) == ("2023-09-11", "planned")
    assert corrected.attributes["rank"] == "king"
    assert one_event([Evidence(claim, None, "")], [first, second]).claims == (claim.id,)


def test_an_empty_correction_clears_a_field() -> None:
    wrong = visit("a", date="1823-01-01")
    assert one_event([wrong], [judged("correct", wrong, date="")]).date is None


def test_other_actors_move_the_claim_to_their_bucket_and_keep_their_roles() -> None:
    wrong = visit("a")
    judgement = judged("correct", wrong, actors="CHN VNM")
    corrected = apply_judgements([wrong.claim], [judgement])[wrong.claim.id]
    assert [(party.id, party.role) for party in corrected.parties] == [
        ("CHN", wrong.claim.parties[0].role),
        ("VNM", wrong.claim.parties[1].role),
    ]
    assert corrected.parties[0].text is None
    assert bucket_of(corrected) != bucket_of(wrong.claim)


def test_the_order_of_corrected_actors_counts_where_a_type_is_directed() -> None:
    directed = visit("a")
    turned = judged("correct", directed, actors="VNM USA")
    assert apply_judgements([directed.claim], [turned])[directed.claim.id].actors == ("VNM", "USA")
    mutual = judged("correct", directed, type="meeting", actors="VNM USA")
    assert apply_judgements([directed.claim], [mutual])[directed.claim.id].actors == ("USA", "VNM")


@pytest.mark.parametrize("actors", ["", "USA", "USA USA", "USA XXQ"])
def test_actors_that_are_no_pair_of_ours_are_refused(actors: str) -> None:
    with pytest.raises(UsageError):
        check_judgement(judged("correct", visit("a"), actors=actors))


def test_a_corrected_type_moves_the_claim_to_its_bucket() -> None:
    deal = told("arms_deal", "RUS VNM", "occurred", "2023-09-10", document="a")
    correction = judged("correct", deal, type="meeting")
    corrected = apply_judgements([deal.claim], [correction])[deal.claim.id]
    assert not corrected.directed
    assert {party.role for party in corrected.parties} == {"party"}
    assert resolve([deal], [correction]).events == ()
    (event,) = resolve_bucket(bucket_of(corrected), [deal], [correction], WORDS).events
    assert (event.type, event.claims) == ("meeting", (deal.claim.id,))


def test_claims_called_different_stay_apart() -> None:
    first, second = visit("a"), visit("b")
    assert len(resolve([first, second], [judged("different", first, second)]).events) == 2


def test_claims_called_the_same_are_one_event_whatever_their_dates() -> None:
    first, second = visit("a", "2023-09-10"), visit("b", "2023-01-10")
    assert one_event([first, second], [judged("same", first, second)]).documents == 2


def test_the_later_of_same_and_different_wins() -> None:
    first, second = visit("a"), visit("b")
    same = judged("same", first, second, at="2025-01-02")
    different = judged("different", first, second, at="2025-01-01")
    assert len(resolve([first, second], [same, different]).events) == 1
    later = judged("different", first, second, at="2025-01-03")
    assert len(resolve([first, second], [later, same, different]).events) == 2


def test_an_older_link_gives_way_where_newer_ones_contradict_it() -> None:
    first, second, third = visit("a"), visit("b"), visit("c")
    judgements = [
        judged("same", first, second, at="2025-01-01"),
        judged("same", second, third, at="2025-01-02"),
        judged("different", first, third, at="2025-01-03"),
    ]
    claims = [set(event.claims) for event in resolve([first, second, third], judgements).events]
    assert {first.claim.id} in claims
    assert {second.claim.id, third.claim.id} in claims


def test_notes_and_judgements_on_other_claims_change_nothing() -> None:
    claim, other = visit("a"), visit("b")
    assert resolve([claim], [judged("note", claim), judged("reject", other)]) == resolve([claim])


@pytest.mark.parametrize(
    ("decision", "at", "corrections", "message"),
    [
        ("perhaps", "2025-01-01", {}, "choose one of accept, reject"),
        ("reject", "yesterday", {}, "ISO 8601"),
        ("correct", "2025-01-01", {"quote": "x"}, "cannot correct 'quote'"),
        ("correct", "2025-01-01", {"type": "vist"}, "did you mean visit"),
        ("correct", "2025-01-01", {"status": "done"}, "status"),
        ("correct", "2025-01-01", {"phase": ""}, "choose one of begins"),
        ("correct", "2025-01-01", {"date": "1 May"}, "write 2025"),
    ],
)
def test_a_judgement_that_cannot_be_applied_is_refused(
    decision: str, at: str, corrections: dict[str, str], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        check_judgement(Judgement(decision, (), "A", at, corrections=corrections))
