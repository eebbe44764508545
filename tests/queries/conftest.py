"""The store that the tests of questions share."""

from collections.abc import Iterator

import pytest

from hedgerow.graph.store import Store
from tests.queries.making import store_of, vietnam


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    with store_of(vietnam()) as made:
        yield made
