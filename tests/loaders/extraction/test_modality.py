"""How firm a matter is, told in many ways. The worst error is a plan shown as a fact."""

import pytest

from hedgerow.ontology.vocabulary import vocabulary
from tests.loaders.extraction.conftest import Reader


def _statuses(read: Reader, text: str, type_name: str) -> set[str]:
    return {claim.status for claim in read(text, "2025-11-05") if claim.type == type_name}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The president of France visited Serbia.", "occurred"),
        ("The president of France will visit Serbia.", "planned"),
        ("The president of France is expected to visit Serbia next week.", "planned"),
        ("The president of France plans to visit Serbia.", "planned"),
        ("The president of France may visit Serbia.", "talks"),
        ("The president of France is considering visiting Serbia.", "talks"),
        ("The president of France called off a visit to Serbia.", "cancelled"),
        ("The president of France postponed a visit to Serbia.", "planned"),
        ("The president of France denied that he would visit Serbia.", "denied"),
        ("The president of France reportedly visited Serbia.", "reported"),
    ],
)
def test_the_words_around_a_visit_set_its_status(text: str, status: str, read: Reader) -> None:
    assert _statuses(read, text, "visit") == {status}


@pytest.mark.parametrize(
    "text",
    [
        "If the president of France visited Serbia, it would be a surprise.",
        "The president of France did not visit Serbia.",
        "It is unclear whether the president of France visited Serbia.",
    ],
)
def test_what_did_not_happen_gives_nothing_concluded(text: str, read: Reader) -> None:
    assert not any(vocabulary().is_concluded(s) for s in _statuses(read, text, "visit"))


def test_an_approved_sale_is_a_plan(read: Reader) -> None:
    text = "The United States approved a possible sale of F-16 fighter jets to Vietnam."
    assert not any(vocabulary().is_concluded(s) for s in _statuses(read, text, "arms_deal"))


def test_words_are_attributed_to_their_speaker(read: Reader) -> None:
    (claim,) = read(
        "The Kremlin said that the president of Russia visited China on Sunday.", "2025-11-05"
    )
    assert claim.attributed_to == "The Kremlin"
