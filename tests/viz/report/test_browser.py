from collections.abc import Iterator
from pathlib import Path

import pytest

from hedgerow.viz.report import Report, render
from tests.viz.network.browsing import Browser, chromium
from tests.viz.report.samples import LONG, SCRIPT, hostile_report

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


def opened(browser: Browser, path: Path, report: Report, width: int = 1280) -> None:
    path.write_bytes(render(report, "html"))
    browser.driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 720, "deviceScaleFactor": 1, "mobile": False},
    )
    browser.open(path)


def test_loads_nothing_and_complains_of_nothing(
    browser: Browser, tmp_path: Path, rich: Report
) -> None:
    for report in (rich, hostile_report(SCRIPT)):
        opened(browser, tmp_path / "page.html", report)
        assert browser.complaints() == []
        assert browser.requests() == [(tmp_path / "page.html").as_uri()]


@pytest.mark.parametrize("width", [1280, 640, 320])
def test_nothing_but_tables_scrolls_sideways(
    width: int, browser: Browser, tmp_path: Path, rich: Report
) -> None:
    for report in (rich, hostile_report(LONG)):
        opened(browser, tmp_path / "page.html", report, width)
        assert browser.run("return document.documentElement.scrollWidth") <= width


def test_the_style_of_a_drawing_holds(browser: Browser, tmp_path: Path, rich: Report) -> None:
    opened(browser, tmp_path / "page.html", rich)
    stroke = "return getComputedStyle(document.querySelector('.stairs path')).stroke"
    assert browser.run(stroke) == "rgb(20, 80, 125)"
