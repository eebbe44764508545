import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hedgerow.queries.dossier.dossier import read_dossier
from hedgerow.viz.dossier import dossier_report, render_dossier
from hedgerow.viz.report import Report
from tests.queries.making import Article, store_of, vietnam
from tests.viz.dossier.conftest import DAY, MAKING, POLES
from tests.viz.network.browsing import Browser, chromium

ACTING = '<script>alert(1)</script><img src=x onerror=alert(1)> "quoted" & \u202ereversed'


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(scope="module")
def hostile() -> bytes:
    article = Article("2025-03-02", ACTING, ACTING, "javascript:alert(1)", ACTING).says(
        f"Russia delivered {ACTING} to Vietnam.",
        *("arms_transfer", "RUS VNM", "delivered"),
        date="2025-03-01",
        item=ACTING,
        place=ACTING,
    )
    found = read_dossier(store_of([*vietnam(), article]), "VNM", POLES, since=2024, on=DAY)
    return render_dossier(dossier_report(found, MAKING), "html", ACTING)


def test_a_page_names_nothing_to_load(page: Report, hostile: bytes) -> None:
    for html in (render_dossier(page, "html", None).decode(), hostile.decode()):
        assert not re.search(r"<(script|link|img|iframe|object|base)\b", html)
        targets = re.findall(r'(?:href|src)="([^"]*)"', html)
        assert all(target.startswith(("#", "http://", "https://")) for target in targets)
        anchors = set(re.findall(r'id="([^"]*)"', html))
        assert all(target[1:] in anchors for target in targets if target.startswith("#"))


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 640, 320])
def test_it_loads_nothing_and_fits(
    width: int, browser: Browser, tmp_path: Path, page: Report, hostile: bytes
) -> None:
    for html in (render_dossier(page, "html", "SAMPLE"), hostile):
        (tmp_path / "page.html").write_bytes(html)
        browser.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": 720, "deviceScaleFactor": 1, "mobile": False},
        )
        browser.open(tmp_path / "page.html")
        assert browser.complaints() == []
        assert browser.requests() == [(tmp_path / "page.html").as_uri()]
        assert browser.run("return document.documentElement.scrollWidth") <= width
