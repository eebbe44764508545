"""The generated namespace: closed, complete and up to date."""

import pytest

from hedgerow.ontology import generate
from hedgerow.ontology.terms import HR
from hedgerow.ontology.vocabulary import vocabulary


def test_the_generated_module_is_up_to_date() -> None:
    assert generate.is_current()
    assert generate.main(["--check"]) == 0


def test_every_declared_term_is_a_constant_with_its_iri() -> None:
    for name in generate.term_names():
        assert getattr(HR, name).value == f"https://w3id.org/hedgerow/ontology#{name}"


def test_every_tie_type_has_a_constant() -> None:
    known = {getattr(HR, name).value for name in generate.term_names()}
    assert {tie.iri for tie in vocabulary().tie_types.values()} <= known


def test_a_misspelt_term_raises() -> None:
    with pytest.raises(AttributeError):
        getattr(HR, "ArmsDael")  # noqa: B009


def test_an_outdated_module_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate, "module_text", lambda: "something else")
    assert generate.main(["--check"]) == 1
