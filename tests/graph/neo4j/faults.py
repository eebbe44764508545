"""What fails during a sync, and how it is told."""

from collections.abc import Callable
from itertools import permutations

import pytest

from hedgerow.errors import HedgerowError
from hedgerow.graph.intake import Item
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.target import Target
from tests.graph.articles import CODES, WORDS, article

TYPES = sorted(WORDS.tie_types)
PAIRS = [" ".join(pair) for pair in permutations(CODES, 2)]


def many(number: int, first: int = 0) -> list[Item]:
    """Articles of all types, each of its own."""
    return [
        article(
            f"Article {n}.",
            TYPES[n % len(TYPES)],
            PAIRS[n % len(PAIRS)],
            date=f"{2000 + n % 25}-01",
        )
        for n in range(first, first + number)
    ]


def at(batch: int, act: Callable[[], object]) -> Callable[[int, int], None]:
    """A progress that acts once, after so many batches."""
    left = batch

    def progress(done: int, of: int) -> None:
        nonlocal left
        left -= 1
        if left == -1:
            act()

    return progress


def told(error: pytest.ExceptionInfo[HedgerowError]) -> str:
    """One sentence with a next step."""
    text = str(error.value)
    assert "\n" not in text
    assert text.endswith(".")
    assert ";" in text
    return text


def refusal_of(to: Target) -> str:
    """What is told, in one sentence."""
    with pytest.raises(HedgerowError) as error, Server(to):
        pass
    text = str(error.value)
    assert "\n" not in text
    assert text.endswith(".")
    return text
