"""With the learned voter beside them the rules still read their own examples as they should."""

import pytest

from hedgerow.graph.records import Appearance, Document
from hedgerow.loaders.extraction import Extractor
from tests.loaders.extraction.test_rules import EXAMPLES, told

FEWEST = 0.96
"""The share of examples that must come out as they do by rules alone; it was .97 when trained."""


def test_examples_of_rules_seldom_come_out_otherwise() -> None:
    documents = [Document(e.text, (Appearance("a", published=e.published),)) for e in EXAMPLES]
    read = Extractor().extract_many(documents)
    pairs = zip(EXAMPLES, read, strict=True)
    right = sum(told(e.type, claims) == sorted(e.gives) for e, (_, claims) in pairs)
    assert right / len(EXAMPLES) >= FEWEST


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("The purchase triggered Canadian sanctions against Peru.", {"in_force"}),
        ("The purchase risks triggering Canadian sanctions against Peru.", set()),
        ("The purchase risks Canadian sanctions against Peru.", set()),
        ("The purchase could trigger Canadian sanctions against Peru.", set()),
        ("The purchase may lead to Canadian sanctions against Peru.", set()),
        ("Peru is under threat of Canadian sanctions.", set()),
        ("Buying the drones exposes Peru to Canadian sanctions.", set()),
    ],
)
def test_a_sanction_that_is_only_feared_is_none(text: str, statuses: set[str]) -> None:
    claims = Extractor().extract(Document(text, (Appearance("a", published="2024-05-15"),)))
    assert {claim.status for claim in claims} == statuses
