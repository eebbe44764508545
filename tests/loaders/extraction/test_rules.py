"""Every example sentence in a rule file is a test of that file's type."""

import pytest

from hedgerow.graph.records import Claim
from hedgerow.loaders.extraction.rules import Example, rule_files
from hedgerow.ontology.vocabulary import vocabulary
from tests.loaders.extraction.conftest import Reader

EXAMPLES = [(file.type, example) for file in rule_files() for example in file.examples]


def _told(claim: Claim) -> str:
    first, *others = claim.actors
    actors = f"{first} > {'+'.join(others)}" if claim.directed else " + ".join(claim.actors)
    return f"{actors}: {claim.status}"


@pytest.mark.parametrize(
    ("type_name", "example"), EXAMPLES, ids=[f"{t}-{e.text[:50]}" for t, e in EXAMPLES]
)
def test_example_gives_what_its_rule_file_says(
    type_name: str, example: Example, read: Reader
) -> None:
    claims = read(example.text, example.published)
    told = [
        _told(c)
        for c in claims
        if c.type == type_name and c.phase != "holds" and c.confidence >= 0.5
    ]
    assert sorted(told) == sorted(example.gives)


def test_every_rule_file_is_named_after_its_type_and_the_ontology_knows_it() -> None:
    assert {file.type for file in rule_files()} <= set(vocabulary().tie_types)


@pytest.mark.parametrize("file", rule_files(), ids=lambda file: file.type)
def test_each_type_has_near_misses_among_its_examples(file: object) -> None:
    examples = file.examples  # type: ignore[attr-defined]
    assert len(examples) >= 12
    assert sum(not example.gives or _is_open(example) for example in examples) >= 4


def _is_open(example: Example) -> bool:
    statuses = [gives.rsplit(": ", 1)[1] for gives in example.gives]
    return not any(vocabulary().is_concluded(status) for status in statuses)
