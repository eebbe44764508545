"""Pages full of hostile texts in a browser: nothing runs, nothing is asked for, all is read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.conftest import Run
from tests.hostile.test_files import PAGES, written
from tests.hostile.texts import CANARY
from tests.viz.explorer.conftest import go, serving
from tests.viz.network.browsing import Browser, chromium

pytestmark = pytest.mark.browser
VIEWS = (
    "network",
    "pair?a=VNM&b=USA",
    "levels?a=VNM",
    "timeline?a=VNM",
    "changes?a=VNM&since=2020",
    "review",
    "documents",
)
ACTED = f"return window.{CANARY} !== undefined || document.querySelector('{CANARY}') !== null"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.mark.parametrize("command", PAGES, ids=" ".join)
def test_no_text_acts_on_a_page(run: Run, browser: Browser, command: tuple[str, ...]) -> None:
    browser.open(written(run, "page.html", *command).resolve())
    assert browser.run("return document.readyState") == "complete"
    assert browser.run(ACTED) is False
    assert all(each.startswith(("file:", "data:", "blob:")) for each in browser.requests())


def test_no_text_acts_in_the_explorer(store: Path, browser: Browser) -> None:
    with serving(store) as address:
        for view in VIEWS:
            go(browser, address, view)
            assert browser.run(ACTED) is False, view
            own = address.partition("/?")[0]
            asked = [each for each in browser.requests() if not each.startswith((own, "data:"))]
            assert not [each for each in asked if not each.startswith("blob:")], view
            assert not [each for each in browser.complaints() if "refused" in each.lower()], view
