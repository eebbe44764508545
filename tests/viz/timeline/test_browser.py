"""The page in a headless Chromium, from disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from hedgerow.queries.timeline import Timeline
from tests.viz.axe import violations
from tests.viz.network.browsing import Browser, chromium
from tests.viz.timeline.reading import content

pytestmark = pytest.mark.browser
SIZES = ((1280, 720), (820, 1180), (640, 360))


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


def opened(browser: Browser, timeline: Timeline, folder: Path, form: str = "html") -> Path:
    path = folder / f"page.{form}"
    path.write_bytes(content(timeline, form))
    browser.open(path)
    return path


def set_mode(browser: Browser, mode: str) -> None:
    scheme = [{"name": "prefers-color-scheme", "value": mode}]
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": scheme})


@pytest.mark.parametrize("form", ["html", "svg"])
@pytest.mark.parametrize("name", ["everyone", "hostile", "nothing"])
def test_asks_for_nothing_and_complains_of_nothing(
    browser: Browser, form: str, name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    path = opened(browser, request.getfixturevalue(name), tmp_path, form)
    assert browser.requests() == [path.as_uri()]
    assert browser.complaints() == []


def test_each_mark_leads_to_its_row_by_keyboard(
    browser: Browser, everyone: Timeline, tmp_path: Path
) -> None:
    opened(browser, everyone, tmp_path)
    marks = browser.all(".drawing a")
    assert len(marks) >= len(everyone.entries)
    marks[-1].send_keys(Keys.ENTER)
    wanted = str(marks[-1].get_dom_attribute("href")).rpartition("#")[2]
    assert browser.run("return document.querySelector('tr:target').id") == wanted
    assert (
        browser.run("return document.querySelector('tr:target').getBoundingClientRect().top") < 700
    )


@pytest.mark.parametrize("size", SIZES)
def test_is_never_wider_than_the_window(
    browser: Browser, size: tuple[int, int], everyone: Timeline, tmp_path: Path
) -> None:
    width, height = size
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    opened(browser, everyone, tmp_path)
    assert browser.run("return document.documentElement.scrollWidth") <= width
    browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", ["everyone", "hostile", "dates", "nothing"])
def test_axe_finds_no_serious_fault(
    browser: Browser, mode: str, name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    set_mode(browser, mode)
    opened(browser, request.getfixturevalue(name), tmp_path)
    assert violations(browser.driver) == []
    set_mode(browser, "light")
