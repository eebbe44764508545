"""Addresses that lead nowhere, lists that have ended, and a server that is gone."""

from pathlib import Path

import pytest

from tests.viz.explorer.conftest import go, serving, wait_for
from tests.viz.explorer.waiting import shown, until
from tests.viz.network.browsing import Browser


@pytest.mark.browser
def test_a_view_that_does_not_exist_is_told(served: str, browser: Browser) -> None:
    go(browser, served, "nowhere?a=VNM")
    assert "There is no view called nowhere" in browser.find("#view").text
    assert not browser.all("#views [aria-current]")
    browser.find("#view .empty a").click()
    until(browser, ".view-network")


@pytest.mark.browser
@pytest.mark.parametrize("address", ["read?offset=99999", "timeline?a=VNM&b=USA&offset=99999"])
def test_behind_the_end_of_a_list_a_button_leads_back(
    served: str, browser: Browser, address: str
) -> None:
    shown(browser, served, f"#/{address}", "#view .empty button")
    assert "The list ends before that" in browser.find("#view .empty").text
    browser.find("#view .empty button").click()
    until(browser, "#view tbody tr")
    assert "offset" not in browser.driver.current_url


@pytest.mark.browser
def test_on_a_narrow_screen_the_tab_of_the_view_shows(served: str, browser: Browser) -> None:
    browser.driver.set_window_size(500, 800)
    try:
        go(browser, served, "review")
        tab, tabs = browser.find("#views [aria-current]"), browser.find("#views")
        assert tab.rect["x"] >= tabs.rect["x"]
        assert tab.rect["x"] + tab.rect["width"] <= tabs.rect["x"] + tabs.rect["width"] + 1
    finally:
        browser.driver.set_window_size(1280, 720)


@pytest.mark.browser
def test_views_say_that_the_server_is_gone(store_path: Path, browser: Browser) -> None:
    with serving(store_path) as address:
        go(browser, address, "read")
    browser.run("location.hash = '#/compass?state=VNM'")
    wait_for(browser, "document.querySelector('#view [role=alert]')")
    assert "is it still running" in browser.find("#view [role=alert]").text
