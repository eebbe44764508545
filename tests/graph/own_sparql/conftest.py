"""A small store on disk that queries of one's own are asked of."""

from pathlib import Path

import pytest

from hedgerow.graph.store import Store
from tests.graph.articles import article

QUOTES = ("Japan's minister came to Hanoi.", 'He said: "=1+1" and SERVICE <http://x/> { }.')


@pytest.fixture(scope="package")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("own") / "hedgerow.store"
    with Store.open(path) as writer:
        writer.add(
            [
                article(quote, "visit", "JPN VNM", date=f"2023-05-0{day}")
                for day, quote in enumerate(QUOTES, start=1)
            ]
        )
    return path
