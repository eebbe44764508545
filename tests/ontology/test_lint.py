"""The linter accepts the installed ontology and finds what is broken in another."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

import pytest

from hedgerow.ontology import turtle
from hedgerow.ontology.actors import Actor, Actors, Membership, Surface, actors
from hedgerow.ontology.check import lint
from hedgerow.ontology.finding import Finding
from hedgerow.ontology.ladders import LadderRung, ladders
from hedgerow.ontology.lint_actors import (
    lint_actors,
    lint_ladders,
    lint_memberships,
    lint_officials,
)
from hedgerow.ontology.lint_terms import lint_kinds, lint_nodes, lint_references, lint_tie_types
from hedgerow.ontology.namespaces import HR_NS
from hedgerow.ontology.officials import officials
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.turtle import Node
from hedgerow.ontology.vocabulary import Vocabulary, vocabulary


def text_of(findings: Iterable[Finding]) -> str:
    return "\n".join(map(str, findings))


def with_type(name: str, **changes: object) -> Vocabulary:
    words = vocabulary()
    broken = replace(words.tie_type(name), **changes)  # type: ignore[arg-type]
    return replace(words, tie_types=MappingProxyType({**words.tie_types, name: broken}))


def described(name: str, **values: str) -> Node:
    node = Node(HR_NS + name)
    node.add(turtle.TYPE, HR_NS + "TieType")
    for field, value in values.items():
        node.add(getattr(turtle, field), value)
    return node


def test_the_installed_ontology_is_clean() -> None:
    assert lint() == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"weight": 1.5, "sign": 1}, "not between -1 and 1"),
        ({"weight": -0.5}, "does not fit the weight"),
        ({"window": 0}, "at least one day"),
        ({"horizon": 10}, "longer than the window"),
        ({"roles": ("party", "party")}, "two roles"),
        ({"cameo": ("999",)}, "CAMEO has no code '999'"),
        ({"plover": ("CONSULT:dance",)}, "PLOVER has no code 'CONSULT:dance'"),
        ({"discriminator": "tone"}, "tone is not an attribute"),
    ],
)
def test_a_broken_tie_type_is_found(changes: dict[str, object], message: str) -> None:
    assert message in text_of(lint_tie_types(with_type("arms_deal", **changes)))


def test_kinds_split_over_families_are_found() -> None:
    findings = text_of(lint_kinds(with_type("sanction_lift", family="elsewhere")))
    assert "sanction: The tie types of one kind must share one family." in findings


def test_a_kind_that_nothing_opens_is_found() -> None:
    assert "No tie type opens this kind." in text_of(
        lint_kinds(with_type("deployment", effect="closes"))
    )


def test_missing_label_definition_and_scope_note_are_found() -> None:
    findings = text_of(lint_nodes({HR_NS + "Bare": described("Bare")}))
    for lack in ("no label", "no definition", "no scope note"):
        assert lack in findings


def test_two_terms_with_one_label_are_found() -> None:
    twins = {HR_NS + name: described(name, LABEL="twin", DEFINITION="x") for name in ("A", "B")}
    assert "2 terms share the label 'twin'" in text_of(lint_nodes(twins))


def test_a_reference_to_an_undeclared_term_is_found() -> None:
    node = described("Loose")
    node.add(HR_NS + "nowhere", "x")
    assert "nowhere: The term is used but not declared." in text_of(
        lint_references({node.iri: node})
    )


def test_a_wording_of_two_actors_and_reversed_dates_are_found() -> None:
    late, early = parse_partial_date("2000"), parse_partial_date("1990")
    broken = Actors(
        [Actor("AAA", "Alpha", "state", late, early), Actor("BBB", "Beta", "state")],
        [Surface("Gamma", "AAA", "alias"), Surface("Gamma", "BBB", "alias")],
        metonyms={"Gamma": "mask"},
    )
    findings = text_of(lint_actors(broken))
    assert "Gamma: The wording stands for AAA and BBB." in findings
    assert "both a name and masked" in findings
    assert "ends in 1990 before it starts in 2000" in findings


def test_memberships_of_unknown_actors_are_found() -> None:
    broken = Actors([], [], [Membership("NOBODY", "QQQ", "member", None, None)])
    findings = text_of(lint_memberships(broken))
    assert "There is no body 'NOBODY'." in findings
    assert "There is no actor 'QQQ'." in findings


def test_an_official_of_an_unknown_actor_is_found() -> None:
    stranger = replace(officials()[0], state="QQQ")
    assert "There is no actor 'QQQ'." in text_of(lint_officials(actors(), [stranger]))


def test_a_ladder_with_shared_ranks_or_wordings_is_found() -> None:
    ladder = ladders()["VNM"]
    twin = LadderRung("twin", "twin", 1, ("strategic",))
    findings = text_of(
        lint_ladders(actors(), {"VNM": replace(ladder, rungs=(*ladder.rungs, twin), sources=())})
    )
    assert "Two rungs share a rank." in findings
    assert "A wording is filed under two rungs." in findings
    assert "The ladder has no source." in findings


def test_a_membership_holds_from_its_surest_start_to_its_surest_end() -> None:
    start, end = parse_partial_date("1995"), parse_partial_date("2000-06")
    held = Membership("B", "S", "member", start, end)
    days = (dt.date(1995, 6, 1), dt.date(1995, 12, 31), dt.date(2000, 5, 31), dt.date(2000, 6, 1))
    assert [held.held(day) for day in days] == [False, True, True, False]
    assert not held.held(None)
