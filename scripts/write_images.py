"""Write the pictures of the page and the explorer in docs/images/ from the bundled examples.

    python -m scripts.write_images [NAME...]

Needs Chromium and chromedriver. Pictures depend on the fonts of the machine, so no check compares
them; with names only these are written.
"""

import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.wait import WebDriverWait

from hedgerow.graph.store import Store
from hedgerow.loaders.load import load
from hedgerow.viz.explorer.holdings import StoreHoldings
from hedgerow.viz.explorer.serve import Explorer
from hedgerow.viz.network import network_page, write_page

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
SOURCES = ("examples/articles", "examples/milestones.csv")
SIZE: Mapping[str, int | bool] = {
    "width": 1280,
    "height": 800,
    "deviceScaleFactor": 1,
    "mobile": False,
}
PAGE = "page"
VIEWS: Mapping[str, str] = {
    "network": "network?focus=VNM",
    "pair": "pair?a=VNM&b=USA",
    "levels": "levels?state=VNM&powers=USA,CHN,RUS,JPN",
    "compass": "compass?state=VNM&poles=USA,CHN,RUS&from=2015&to=2025",
    "matrix": "matrix?states=ASEAN&powers=USA,CHN,RUS,JPN,IND,FRA,AUS",
    "timeline": "timeline?a=VNM&b=RUS",
    "changes": "changes?from=2024-12-31&to=2025-12-31&a=VNM",
    "review": "review",
}
READY = "return document.getElementById('view')?.getAttribute('aria-busy') === 'false'"
DRAWN = 1.5
"""Seconds that a drawing on a canvas has after its view is there."""


def main(wanted: list[str]) -> int:
    """Write the pictures that are wanted, all without names."""
    names = wanted or [PAGE, *VIEWS]
    unknown = set(names) - {PAGE, *VIEWS}
    if unknown:
        sys.stderr.write(f"there is no picture {', '.join(sorted(unknown))}\n")
        return 2
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        store = _store(Path(scratch))
        with _browser() as browser, _explorer(store) as address:
            browser.get(address)
            for name in names:
                _go(browser, _page(store) if name == PAGE else f"{address}#/{VIEWS[name]}")
                browser.save_screenshot(str(IMAGES / f"{name}.png"))
    return 0


def _store(scratch: Path) -> Path:
    path = scratch / "examples.store"
    with Store.open(path) as store:
        load(store, [str(ROOT / source) for source in SOURCES])
    return path


def _page(store: Path) -> str:
    path = store.parent / "vietnam.html"
    with Store.read(store) as snapshot:
        write_page(path, network_page(snapshot, focus=["VNM"], open_edge=("VNM", "USA")))
    return path.as_uri()


def _go(browser: Chrome, address: str) -> None:
    browser.get("about:blank")
    browser.get(address)
    if not address.startswith("file:"):
        WebDriverWait(browser, 60).until(lambda _: browser.execute_script(READY))
    browser.execute_async_script("setTimeout(arguments[1], arguments[0])", DRAWN * 1000)


@contextmanager
def _explorer(store: Path) -> Iterator[str]:
    ready = threading.Event()
    server = Explorer(StoreHoldings(store), port=0, started=lambda _: ready.set())
    thread = threading.Thread(target=server.serve_here)
    thread.start()
    try:
        ready.wait(30)
        yield server.address
    finally:
        server.should_exit = True
        thread.join()


@contextmanager
def _browser() -> Iterator[Chrome]:
    options = ChromeOptions()
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    for switch in ("headless", "no-sandbox", "disable-gpu", "hide-scrollbars"):
        options.add_argument(f"--{switch}")
    options.add_argument("--enable-unsafe-swiftshader")
    browser = Chrome(options=options, service=Service(shutil.which("chromedriver")))
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", dict(SIZE))
    try:
        yield browser
    finally:
        browser.quit()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
