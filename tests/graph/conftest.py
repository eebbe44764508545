"""A store to write to, once on disk and once in memory."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from hedgerow.graph.store import Store

settings.register_profile("patient", deadline=None)  # the machine may be busy
settings.load_profile("patient")

NewStore = Callable[[], Store]


@pytest.fixture(params=["disk", "memory"])
def new_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewStore]:
    """Makes empty stores, all on disk or all in memory."""
    made: list[Store] = []

    def make() -> Store:
        path = tmp_path / f"store{len(made)}" if request.param == "disk" else None
        made.append(Store.open(path))
        return made[-1]

    yield make
    for store in made:
        store.close()


@pytest.fixture
def store(new_store: NewStore) -> Store:
    """An empty store."""
    return new_store()
