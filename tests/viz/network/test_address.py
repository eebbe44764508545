from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.viz.network.browsing import Browser

pytestmark = pytest.mark.browser


def address(browser: Browser) -> str:
    return urlsplit(browser.driver.current_url).fragment


def test_an_address_brings_back_all_that_was_chosen(browser: Browser, everyone: Path) -> None:
    browser.open(everyone)
    browser.find("#show-table").click()
    browser.find("th[data-column=documents] button").click()
    browser.find(".kind details summary").click()
    browser.find(".kind details input").click()
    browser.find("input[name=standing][value='3']").click()
    browser.run(
        "const from = document.getElementById('from'); from.value = 5;"
        "from.dispatchEvent(new Event('input'));"
    )
    browser.find("[data-pair=CHN-KHM] a").click()
    kept, shown = address(browser), browser.find("main").text
    for part in ("pair-CHN-KHM", "from=2018", "without=", "not=closed", "view=table", "sort="):
        assert part in kept
    browser.open(everyone, f"#{kept}")
    assert (address(browser), browser.find("main").text) == (kept, shown)


def test_filters_leave_no_trail_but_what_is_opened_does(browser: Browser, everyone: Path) -> None:
    browser.open(everyone, "#pair-USA-VNM")
    browser.find("#undated").click()
    browser.find("#show-table").click()
    browser.find("[data-pair=RUS-USA] a").click()
    browser.driver.back()
    assert address(browser) == "pair-USA-VNM&undated=no&view=table"
    assert "United States – Vietnam" in browser.shown()


def test_a_page_as_it_opened_has_a_plain_address(browser: Browser, vietnam: Path) -> None:
    browser.open(vietnam)
    browser.find("#undated").click()
    browser.find("#undated").click()
    assert address(browser) == ""


def test_the_link_is_copied_or_said_to_be_in_the_address_bar(
    browser: Browser, everyone: Path
) -> None:
    browser.open(everyone)
    browser.find("#copy-link").click()
    assert browser.find("#said").text in {"Link copied.", "The address bar holds the link."}


@pytest.mark.parametrize(
    "anchor",
    [
        "#pair-USA-VNM&from=9999&to=%E0%A4%A&without=nothing&sort=constructor-up&view=none",
        "#pair-USA-VNM&from=2023&to=2014",
        "#&&&===&find=<img src=x onerror='window.__hit = 1'>",
    ],
)
def test_a_broken_address_breaks_nothing(browser: Browser, everyone: Path, anchor: str) -> None:
    browser.open(everyone, anchor)
    assert browser.find("#shown").text
    assert browser.run("return window.__hit") is None
    assert browser.complaints() == []
