"""What the model reads by itself counts only with its sentence, its actors and no firmer status."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hedgerow.graph.checks import normalise_claims
from hedgerow.graph.records import Appearance, Claim, Document
from hedgerow.loaders.extraction import Extractor
from tests.loaders.extraction.llm.conftest import (
    PACT,
    TALKS,
    MakeModel,
    Server,
    by_type,
    ties,
    verdicts,
)

LOAN = "Peru floated lending two frigates to Ghana, and Ghana’s\npress liked it."
PLAN = "Officials say that Norway hopes to station radar crews in Iceland."
SPARE = Document(f"{LOAN} {PLAN}", (Appearance("test", published="2024-05-06"),))


def _tie(**changes: Any) -> dict[str, Any]:
    told = {
        "type": TALKS,
        "actors": ["Russia", "Vietnam"],
        "status": "talks",
        "phase": "begins",
        "date_words": None,
        "quote": "Vietnam is in talks to buy Su-35 fighter jets from Russia.",
    }
    return {**told, **changes}


def _deployment(**changes: Any) -> dict[str, Any]:
    told = {
        "type": "deployment",
        "actors": ["Norway", "Iceland"],
        "status": "planned",
        "quote": "Norway hopes to station radar\n crews in   Iceland",
    }
    return _tie(**{**told, **changes})


def test_what_it_alone_has_found_is_quoted_and_starts_in_review(
    server: Server, make_model: MakeModel
) -> None:
    server.replies = [ties(_deployment())]
    model = make_model(whole_articles=True)
    explanations: dict[str, Any] = {}
    (claim,) = model.review(SPARE, [], explanations)
    assert claim.quote == PLAN == SPARE.text[claim.start : claim.end]
    assert (claim.actors, claim.engine, claim.rule) == (("NOR", "ISL"), "llm", "llm/proposed")
    assert claim.confidence < 0.5
    assert claim.id in explanations
    assert model.tally.made == {"proposed": 1}
    assert normalise_claims(SPARE, [claim])
    assert server.question()["text"] == SPARE.text


@pytest.mark.parametrize("status", ["in_force", "occurred", "signed", "delivered"])
def test_the_less_firm_reading_wins(server: Server, make_model: MakeModel, status: str) -> None:
    server.replies = [ties(_deployment(status=status))]
    (claim,) = make_model(whole_articles=True).review(SPARE, [], {})
    assert claim.status in {"talks", "planned", "reported"}


def test_a_status_less_firm_than_ours_is_taken(server: Server, make_model: MakeModel) -> None:
    text = "Norway stationed radar crews in Iceland in 2023."
    document = Document(text, (Appearance("test", published="2024-05-06"),))
    server.replies = [ties(_deployment(quote=text, status="reported"))]
    (claim,) = make_model(whole_articles=True).review(document, [], {})
    assert claim.status == "reported"
    assert claim.stage


def test_what_the_rules_read_too_is_surer(
    server: Server, make_model: MakeModel, document: Document, claims: list[Claim]
) -> None:
    server.replies = [ties(_tie(), _tie()), verdicts()]
    model = make_model(whole_articles=True)
    told = by_type(model.review(document, claims, {}))
    assert len(told) == len(claims)
    assert told[TALKS].confidence >= 0.9
    assert told[TALKS].engine.endswith("+llm")
    assert +model.tally.refused == {"proposed before": 1}
    assert TALKS not in {each["type"] for each in server.question()["claims"]}


def test_what_it_reads_as_less_firm_than_the_rules_becomes_so(
    server: Server, make_model: MakeModel, document: Document, claims: list[Claim]
) -> None:
    pact = by_type(claims)[PACT]
    given = _tie(type=PACT, actors=["Vietnam", "Japan"], quote=pact.quote, status="planned")
    server.replies = [ties(given), verdicts()]
    told = by_type(make_model(whole_articles=True).review(document, claims, {}))
    assert told[PACT].status == "planned"
    assert told[PACT].confidence == pact.confidence


@pytest.mark.parametrize(
    "case",
    [
        ({"quote": "Vietnam bought Su-35 fighter jets from Russia."}, "quote does not occur"),
        ({"quote": ""}, "quote does not occur"),
        ({"quote": "x " * 5000}, "quote does not occur"),
        ({"quote": "from Russia. Japan and Vietnam"}, "quote in no sentence with two actors"),
        ({"actors": ["China", "Vietnam"]}, "actor not named in the sentence"),
        ({"actors": ["Japan", "Vietnam"]}, "actor not named in the sentence"),
        ({"actors": ["Vietnam", "Vietnam"]}, "fewer than two actors"),
        ({"actors": ["jets", "Vietnam"]}, "actor not named in the sentence"),
        ({"actors": [""]}, "actor not named in the sentence"),
        ({"actors": ["Vietnam is in talks to buy Su-35 fighter jets from Russia", "Russia"]},
         "actor not told apart"),
        ({"actors": ["Russia"] * 99}, "more actors than a sentence has"),
        ({"actors": ["Vietnam", "Russia"]}, "rules read it the other way round"),
        ({"phase": "holds"}, "sentence does not say so"),
        ({"phase": "changes"}, "rules read it otherwise"),
        ({"type": "marriage"}, "type not of the ontology"),
        ({"status": "certain"}, "status not of the ontology"),
        ({"phase": "wobbles"}, "what uses a type, phase or status that the ontology does not have"),
        ({"type": "membership"}, "what has actors that cannot be parties to it"),
        ({"type": "partnership_upgrade"}, "sentence does not say so"),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_refused_by_reason(
    server: Server,
    make_model: MakeModel,
    document: Document,
    claims: list[Claim],
    case: tuple[dict[str, Any], str],
) -> None:
    changes, reason = case
    sure = [replace(claim, confidence=0.8) for claim in claims]
    server.replies = [ties(_tie(**changes))]
    model = make_model(whole_articles=True)
    assert model.review(document, sure, {}) == sure
    assert +model.tally.refused == {reason: 1}


def test_no_claim_of_the_rules_gives_way_to_it(
    server: Server, make_model: MakeModel, extractor: Extractor, tmp_path: Path
) -> None:
    text = "The foreign ministers of Ghana and Peru met in Lima on Monday."
    document = Document(text, (Appearance("test", published="2024-05-06"),))
    read = [replace(claim, confidence=0.8) for claim in extractor.extract(document)]
    for type_name in ("visit", "partnership_upgrade", "dialogue", "statement"):
        server.asked.clear()
        given = _tie(type=type_name, actors=["Ghana", "Peru"], status="occurred", quote=text)
        server.replies = [ties(given)]
        told = make_model(whole_articles=True, cache=tmp_path / type_name).review(
            document, read, {}
        )
        assert {claim.id for claim in read} <= {claim.id for claim in told}


def test_words_that_date_it_otherwise_are_a_conflict(server: Server, make_model: MakeModel) -> None:
    text = "Norway, which left in 2020, stationed radar crews in Iceland in March 2023."
    document = Document(text, (Appearance("test", published="2024-05-06"),))
    given = _deployment(quote=text, status="occurred")
    server.replies = [ties({**given, "date_words": "in 2020"})]
    (claim,) = make_model(whole_articles=True).review(document, [], {})
    assert "date_conflict" in claim.flags


def test_a_long_article_goes_in_pieces(server: Server, make_model: MakeModel) -> None:
    text = " ".join(f"Norway and Iceland spoke of fish {n:03}." for n in range(900))
    document = Document(text, (Appearance("test"),))
    server.replies = [ties()]
    model = make_model(whole_articles=True)
    model.review(document, [], {})
    asked = [server.question(number)["text"] for number in range(len(server.asked))]
    assert model.tally.asked == len(asked) == 3
    assert max(map(len, asked)) <= 12_000
    assert sum(piece.count("fish") for piece in asked) == 900
