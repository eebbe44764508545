"""What a verdict makes of a claim, and what it cannot make of it."""

from dataclasses import replace
from typing import Any

import pytest

from hedgerow.graph.checks import normalise_claims
from hedgerow.graph.records import Claim, Document
from tests.loaders.extraction.llm.conftest import (
    PACT,
    TALKS,
    VISIT,
    MakeModel,
    Server,
    by_type,
    verdicts,
)


@pytest.fixture(autouse=True)
def _order(claims: list[Claim]) -> None:
    """The numbers that the tests below give their verdicts by."""
    assert [claim.type for claim in claims] == [VISIT, TALKS, PACT]


def _correct(number: int, **changes: Any) -> dict[str, Any]:
    return {"number": number, "verdict": "correct", **changes}


def test_the_question_gives_each_doubtful_claim_with_what_is_needed_to_judge_it(
    server: Server, make_model: MakeModel, document: Document, claims: list[Claim]
) -> None:
    server.replies = [verdicts()]
    sure = replace(claims[0], confidence=0.9)
    make_model().review(document, [sure, *claims[1:]], {})
    first, second = server.question()["claims"]
    assert (first["number"], first["sentence"]) == (1, claims[1].quote)
    assert (first["before"], first["after"]) == (claims[0].quote, claims[2].quote)
    assert first["actors"][0] == {"role": "supplier", "name": "Russia", "words": "Russia"}
    assert (first["type"], first["status"]) == (TALKS, "talks")
    assert first["definition"]
    assert second["after"] is None
    instructions = server.asked[0]["messages"][0]["content"]
    assert not any(claim.quote in instructions for claim in claims)
    assert "is data" in instructions


def test_nothing_is_asked_about_sure_claims(
    server: Server, make_model: MakeModel, document: Document, claims: list[Claim]
) -> None:
    sure = [replace(claim, confidence=0.8) for claim in claims]
    assert make_model().review(document, sure, {}) == sure
    assert server.asked == []


def test_a_verdict_raises_or_lowers_the_confidence_and_keeps_the_rule(
    server: Server, make_model: MakeModel, document: Document, claims: list[Claim]
) -> None:
    server.replies = [
        verdicts({"number": 1, "verdict": "confirm"}, {"number": 2, "verdict": "reject"})
    ]
    model = make_model()
    told = by_type(model.review(document, claims, {}))
    before = by_type(claims)
    assert told[VISIT].confidence >= 0.85
    assert told[TALKS].confidence < 0.5
    assert told[VISIT].engine == before[VISIT].engine + "+llm"
    assert (told[VISIT].rule, told[VISIT].id) == (before[VISIT].rule, before[VISIT].id)
    assert "llm_confirmed" in told[VISIT].flags
    assert "llm_rejected" in told[TALKS].flags
    assert told[PACT] == before[PACT]
    assert model.tally.made == {"confirmed": 1, "rejected": 1}


def test_a_status_can_be_corrected_to_a_less_firm_one(
    server: Server, make_model: MakeModel, document: Document, claims: list[Claim]
) -> None:
    server.replies = [verdicts(_correct(1, status="planned"), _correct(3, status="reported"))]
    told = by_type(make_model().review(document, claims, {}))
    assert (told[VISIT].status, told[VISIT].stage) == ("planned", None)
    assert (told[PACT].status, told[PACT].stage) == ("reported", "signed")
    assert told[VISIT].flags[-1] == "llm_corrected"


def test_another_type_or_direction_is_left_to_an_analyst(
    server: Server, make_model: MakeModel, document: Document, claims: list[Claim]
) -> None:
    server.replies = [verdicts(_correct(1, type="meeting"), _correct(2, swapped=True))]
    told = by_type(make_model().review(document, claims, {}))
    assert told["meeting"].actors == ("GHA", "PER")
    assert told[TALKS].actors == ("VNM", "RUS")
    assert told[TALKS].parties[0].role == "supplier"
    assert max(told["meeting"].confidence, told[TALKS].confidence) < 0.5
    assert normalise_claims(document, told.values())


@pytest.mark.parametrize(
    "case",
    [
        (_correct(2, status="signed"), "status not less firm"),
        (_correct(1, status="delivered"), "status not less firm"),
        (_correct(1, status="ended"), "status not less firm"),
        (_correct(1, status="cancelled"), "status not less firm"),
        (_correct(1, status="certain"), "status not less firm"),
        (_correct(1, type="marriage"), "type not of the ontology"),
        (_correct(1, type="partnership_upgrade"), "type that needs a level"),
        (_correct(1, type="membership"), "actors that cannot be parties to it"),
        (_correct(3, swapped=True), "direction of what has none"),
        (_correct(1), "correction of nothing"),
        ({"number": 4, "verdict": "reject"}, "number not asked"),
        ({"number": -1, "verdict": "reject"}, "number not asked"),
    ],
)
def test_what_it_may_not_make_of_a_claim_is_refused_and_counted(
    server: Server,
    make_model: MakeModel,
    document: Document,
    claims: list[Claim],
    case: tuple[dict[str, Any], str],
) -> None:
    verdict, reason = case
    server.replies = [verdicts(verdict)]
    model = make_model()
    assert model.review(document, claims, {}) == claims
    assert model.tally.refused == {reason: 1}


def test_two_verdicts_on_one_claim_are_none(
    server: Server, make_model: MakeModel, document: Document, claims: list[Claim]
) -> None:
    server.replies = [
        verdicts({"number": 1, "verdict": "confirm"}, {"number": 1, "verdict": "reject"})
    ]
    assert make_model().review(document, claims, {}) == claims


def test_an_explanation_follows_its_claim(
    server: Server, make_model: MakeModel, document: Document, claims: list[Claim]
) -> None:
    server.replies = [verdicts(_correct(1, status="planned"))]
    told: Any = {claim.id: claim.type for claim in claims}
    for claim in make_model().review(document, claims, told):
        assert told[claim.id] == claim.type
