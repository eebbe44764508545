"""From judgements of pairs to ties."""

import pytest

from hedgerow.loaders.extraction.voter.joining import joined
from hedgerow.loaders.extraction.voter.network import Judgement

STANDING = 0.9


def judgement(
    type_name: str, first: str, second: str, sure: float = 0.9, standing: str = "concluded"
) -> Judgement:
    return Judgement((first, second), type_name, sure, standing, STANDING)


def test_all_who_are_tied_to_each_other_are_parties_of_one_tie() -> None:
    pairs = [("KEN", "PER"), ("CHL", "KEN"), ("CHL", "PER")]
    (told,) = joined(judgement("meeting", *pair) for pair in pairs)
    assert told.actors == ("CHL", "KEN", "PER")


def test_a_common_partner_does_not_make_one_tie_of_two() -> None:
    told = joined([judgement("meeting", "KEN", "PER"), judgement("meeting", "CHL", "KEN")])
    assert [tie.actors for tie in told] == [("CHL", "KEN"), ("KEN", "PER")]


def test_one_source_does_it_to_all_others() -> None:
    given = [judgement("sanction", "USA", "PER"), judgement("sanction", "USA", "KEN")]
    (told,) = joined([*given, judgement("meeting", "USA", "KEN")][:2])
    assert told.actors == ("USA", "PER", "KEN")


def test_what_two_do_to_each_other_are_two_ties() -> None:
    given = [judgement("sanction", "USA", "PER"), judgement("sanction", "PER", "USA")]
    assert [tie.actors for tie in joined(given)] == [("USA", "PER"), ("PER", "USA")]


def test_a_tie_is_as_sure_as_its_least_sure_pair() -> None:
    (told,) = joined(
        [judgement("sanction", "USA", "PER", 0.9), judgement("sanction", "USA", "KEN", 0.6)]
    )
    assert told.probability == pytest.approx(0.6 * STANDING)


def test_what_is_done_to_one_and_planned_for_another_are_two_ties() -> None:
    done = judgement("visit", "USA", "PER")
    planned = judgement("visit", "USA", "KEN", standing="prospective")
    told = {tie.actors: tie.standing for tie in joined([done, planned])}
    assert told == {("USA", "PER"): "concluded", ("USA", "KEN"): "prospective"}


def test_a_doubtful_standing_makes_a_tie_doubtful_but_no_plan() -> None:
    (told,) = joined([Judgement(("USA", "PER"), "sanction", 0.9, "prospective", 0.7)])
    assert told.standing == "concluded"
    assert told.probability == pytest.approx(0.9 * 0.3)
