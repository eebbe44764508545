"""The explorer over a small made-up store: as a client in this process, and served to a browser."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium.webdriver.support.ui import WebDriverWait
from starlette.testclient import TestClient

from hedgerow.graph.store import Store
from hedgerow.viz.explorer.app import create_app
from hedgerow.viz.explorer.holdings import StoreHoldings
from hedgerow.viz.explorer.security import TOKEN_HEADER
from hedgerow.viz.explorer.serve import Explorer
from tests.queries.making import vietnam
from tests.viz.network.articles import ARTICLES, HOSTILE
from tests.viz.network.browsing import Browser, chromium

TOKEN = "of-this-start"  # noqa: S105  it opens nothing else
PORT = 8470
ORIGIN = f"http://127.0.0.1:{PORT}"


def made(path: Path) -> Path:
    """A store with made-up articles: levels, arms, visits, what is planned, denied, contested."""
    with Store.open(path) as store:
        store.add([each.item() for each in vietnam()])
        store.add([*ARTICLES, HOSTILE])
    return path


def client_of(path: Path, *, known: bool = True) -> TestClient:
    """A client of an explorer over a store; it has the cookie and the header if it is `known`."""
    app = create_app(StoreHoldings(path), token=TOKEN, port=PORT)
    client = TestClient(app, base_url=ORIGIN, raise_server_exceptions=False)
    if known:
        client.get("/", params={"token": TOKEN})
        client.headers[TOKEN_HEADER] = TOKEN
    return client


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """The address, with its token, of an explorer that answers while the block runs."""
    ready = threading.Event()
    server = Explorer(StoreHoldings(path), port=0, started=lambda _: ready.set())
    thread = threading.Thread(target=server.serve_here)
    thread.start()
    try:
        assert ready.wait(10)
        yield server.address
    finally:
        server.should_exit = True
        thread.join()


def wait_for(browser: Browser, condition: str, seconds: float = 15) -> None:
    """Wait until a script's condition holds on the page."""
    WebDriverWait(browser.driver, seconds, poll_frequency=0.05).until(
        lambda _: browser.run(f"return Boolean({condition})"), f"never so: {condition}"
    )


def go(browser: Browser, address: str, view: str) -> None:
    """Open an address of the explorer as for the first time, and wait until its view is shown."""
    browser.driver.get("about:blank")
    browser.complaints()
    browser.requests()
    browser.driver.get(f"{address}#/{view}")
    wait_for(browser, "document.getElementById('view')?.getAttribute('aria-busy') === 'false'")


@pytest.fixture(scope="package")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store on disk that tests only read."""
    return made(tmp_path_factory.mktemp("explorer") / "made.store")


@pytest.fixture
def own_store(tmp_path: Path) -> Path:
    """A store on disk that a test may write to."""
    return made(tmp_path / "own.store")


@pytest.fixture(scope="package")
def explorer(store_path: Path) -> TestClient:
    """A client with this start's token; tests only read."""
    return client_of(store_path)


@pytest.fixture(scope="package")
def served(store_path: Path) -> Iterator[str]:
    """The address, with its token, of an explorer over the store that tests only read."""
    with serving(store_path) as address:
        yield address


@pytest.fixture(scope="package")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A headless Chromium."""
    with chromium(tmp_path_factory.mktemp("profile")) as opened:
        yield opened
