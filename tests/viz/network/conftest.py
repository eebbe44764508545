from collections.abc import Iterator

import pytest

from hedgerow.graph.store import Store
from tests.viz.network.articles import ARTICLES


@pytest.fixture(scope="package")
def store() -> Iterator[Store]:
    with Store.open() as opened:
        opened.add(ARTICLES)
        yield opened
