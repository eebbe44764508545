"""Every example sentence of a tie type is a test of its rules. The sentences are invented."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from hedgerow.graph.records import Claim
from hedgerow.loaders.extraction.lexicon import read_yaml
from hedgerow.loaders.extraction.rules import rule_files
from hedgerow.ontology.vocabulary import vocabulary
from tests.loaders.extraction.conftest import Reader

FOLDER = Path(__file__).parent / "examples"


@dataclass(frozen=True)
class Example:
    """A sentence and the claims of one type that it gives: `A > B: status`, `A + B: status`."""

    type: str
    text: str
    gives: tuple[str, ...]
    published: str | None


def _examples() -> list[Example]:
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        content = read_yaml(path.read_text(encoding="utf-8"))
        for each in content["examples"]:
            gives = each["gives"]
            told = (gives,) if isinstance(gives, str) else tuple(gives)
            found.append(Example(content["type"], each["text"], told, each.get("published")))
    return found


EXAMPLES = _examples()
TYPES = sorted({example.type for example in EXAMPLES})


def _told(claim: Claim) -> str:
    first, *others = claim.actors
    actors = f"{first} > {'+'.join(others)}" if claim.directed else " + ".join(claim.actors)
    return f"{actors}: {claim.status}"


def told(type_name: str, claims: Iterable[Claim]) -> list[str]:
    """The claims of a type that are no longer for review, as examples write them."""
    shown = (c for c in claims if c.phase != "holds" and c.confidence >= 0.5)
    return sorted(_told(claim) for claim in shown if claim.type == type_name)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.type}-{e.text[:50]}")
def test_example_gives_what_it_says(example: Example, read: Reader) -> None:
    assert told(example.type, read(example.text, example.published)) == sorted(example.gives)


def test_every_type_has_rules_and_examples() -> None:
    assert {file.type for file in rule_files()} == set(vocabulary().tie_types) == set(TYPES)


@pytest.mark.parametrize("type_name", TYPES)
def test_each_type_has_near_misses_among_its_examples(type_name: str) -> None:
    examples = [example for example in EXAMPLES if example.type == type_name]
    assert len(examples) >= 12
    assert sum(not example.gives or _is_open(example) for example in examples) >= 4


def _is_open(example: Example) -> bool:
    statuses = [gives.rsplit(": ", 1)[1] for gives in example.gives]
    return not any(vocabulary().is_concluded(status) for status in statuses)
