"""The store that the tests of questions share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hedgerow.graph.store import Store
from hedgerow.loaders.load import load
from tests.queries.making import store_of, vietnam

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    with store_of(vietnam()) as made:
        yield made


@pytest.fixture(scope="session")
def examples() -> Iterator[Store]:
    """The bundled articles and milestones; nobody writes to it."""
    with Store.open(None) as made:
        load(made, [str(EXAMPLES / "articles"), str(EXAMPLES / "milestones.csv")])
        yield made


@pytest.fixture(scope="session")
def milestones() -> Iterator[Store]:
    """The bundled milestones alone; nobody writes to it."""
    with Store.open(None) as made:
        load(made, [str(EXAMPLES / "milestones.csv")])
        yield made
