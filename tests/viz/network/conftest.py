from collections.abc import Iterator
from pathlib import Path

import pytest

from hedgerow.graph.store import Store
from hedgerow.viz.network import network_page, write_page
from tests.viz.network.articles import ARTICLES
from tests.viz.network.browsing import Browser, chromium


@pytest.fixture(scope="package")
def store() -> Iterator[Store]:
    with Store.open() as opened:
        opened.add(ARTICLES)
        yield opened


@pytest.fixture(scope="package")
def chromium_browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture
def browser(chromium_browser: Browser) -> Iterator[Browser]:
    yield chromium_browser
    chromium_browser.prefer()


@pytest.fixture(scope="package")
def everyone(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "everyone.html"
    write_page(path, network_page(store))
    return path


@pytest.fixture(scope="package")
def vietnam(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "vietnam.html"
    write_page(path, network_page(store, focus=["VNM"]))
    return path
