"""The default weights: complete, bounded, reasoned, and no part of what a store holds."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from hedgerow.graph.schema_rdf import schema_quads
from hedgerow.ontology.finding import Finding
from hedgerow.ontology.lint_weights import lint_weights
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.ontology.weights import (
    UNSTATED,
    WEIGHTS_NS,
    Decay,
    OntologyWeights,
    Subject,
    Weighing,
    ontology_weights,
)

SANCTION: Subject = ("tie", "sanction")


def text_of(findings: Iterable[Finding]) -> str:
    return "\n".join(map(str, findings))


def refined(subject: Subject, attribute: str) -> dict[str | None, float]:
    found = ontology_weights().weighings
    return {
        one.value: one.weight
        for one in found
        if one.subject == subject and one.attribute == attribute
    }


def with_weighing(**changes: object) -> OntologyWeights:
    weights = ontology_weights()
    first, *others = weights.weighings
    broken = replace(first, **changes)  # type: ignore[arg-type]
    return replace(weights, weighings=(broken, *others))


def test_the_installed_weights_are_clean() -> None:
    assert list(lint_weights(vocabulary(), ontology_weights())) == []


def test_each_kind_of_tie_has_a_weight() -> None:
    weighed = {one.subject for one in ontology_weights().weighings if one.attribute is None}
    assert {("tie", kind) for kind in vocabulary().kinds} <= weighed


def test_events_lose_half_in_two_years() -> None:
    assert ontology_weights().decay.half_life == 730


def test_a_sanction_weighs_in_full_only_on_a_state() -> None:
    weights = refined(SANCTION, "target_kind")
    assert weights["state"] == -0.7
    assert (
        weights["organ"]
        == weights["sector"]
        == weights[UNSTATED]
        == pytest.approx(-0.7 / 3, abs=1e-4)
    )
    assert weights["entity"] == weights["person"] == 0


def test_an_alliance_weighs_by_its_obligation() -> None:
    weights = refined(("tie", "alliance"), "obligation")
    assert max(weights, key=lambda value: weights[value]) == "defence"
    assert weights[UNSTATED] == min(weights.values())


@pytest.mark.parametrize("edge", ["event", "tie"])
def test_defence_instruments_lie_between_intent_and_forces(edge: str) -> None:
    subject: Subject = ("event" if edge == "event" else "tie", "defence_agreement")
    weights = refined(subject, "instrument")
    assert min(weights.values()) == weights["letter_of_intent"] == 0.4
    assert max(weights.values()) == weights["logistics"] == 0.7


def test_a_visit_weighs_by_rank() -> None:
    weights = refined(("event", "visit"), "rank")
    assert (weights["official"], weights["minister"], weights["head_of_state"]) == (0.05, 0.1, 0.15)


def test_only_arms_pacts_bases_forces_exercises_and_ports_are_costly() -> None:
    costly = {one.subject[1] for one in ontology_weights().costs if one.costly}
    assert costly == {
        "alliance_treaty",
        "alliance",
        "defence_agreement",
        "arms_deal",
        "arms_transfer",
        "base_access",
        "deployment",
        "joint_exercise",
        "joint_patrol",
        "port_call",
    }


def test_only_an_obligation_to_defend_makes_an_ally() -> None:
    flag = ontology_weights().allied
    assert (flag.kind, flag.attribute, flag.value) == ("alliance", "obligation", "defence")


def test_no_store_holds_the_weights() -> None:
    assert not any(WEIGHTS_NS in quad for quad in schema_quads())


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"weight": 1.5}, "not between -1 and 1"),
        ({"rationale": " "}, "lacks its rationale or source"),
        ({"attribute": "dance", "value": "waltz"}, "no attribute 'dance'"),
        ({"attribute": "rank", "value": "juggler"}, "no value 'juggler'"),
        ({"subject": ("tie", "dance")}, "event visit: It has no weight"),
    ],
)
def test_the_lint_finds(changes: dict[str, object], message: str) -> None:
    assert message in text_of(lint_weights(vocabulary(), with_weighing(**changes)))


def test_the_lint_finds_a_refinement_of_another_sign() -> None:
    weights = ontology_weights()
    hostile = replace(weights.weighings[0], attribute="rank", value="envoy", weight=-0.1)
    found = lint_weights(vocabulary(), replace(weights, weighings=(*weights.weighings, hostile)))
    assert "another sign" in text_of(found)


def test_the_lint_finds_what_is_said_twice_or_never() -> None:
    weights = ontology_weights()
    twice: tuple[Weighing, ...] = (*weights.weighings, weights.weighings[0])
    found = text_of(lint_weights(vocabulary(), replace(weights, weighings=twice)))
    assert "2 weights" in found
    fewer = replace(weights, costs=weights.costs[1:], decay=Decay(0, "None.", "nobody"))
    found = text_of(lint_weights(vocabulary(), fewer))
    assert "said once whether it is costly" in found
    assert "at least one day" in found
