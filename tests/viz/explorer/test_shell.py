from collections.abc import Iterator

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from starlette.testclient import TestClient

from hedgerow.viz.explorer.app import ASSETS
from tests.viz.axe import violations
from tests.viz.explorer.conftest import TOKEN, go, wait_for
from tests.viz.network.browsing import Browser

HIT = "return window.__hit"
TEXT = "document.getElementById('view').textContent"


@pytest.fixture
def at_network(served: str, browser: Browser) -> Iterator[Browser]:
    """The explorer at the network around Vietnam."""
    go(browser, served, "network?focus=VNM")
    wait_for(browser, "document.querySelector('.pairs tbody tr')")
    yield browser


def test_the_first_page_carries_the_token_and_every_page_all_style_sheets(
    explorer: TestClient,
) -> None:
    first = explorer.get("/", params={"token": TOKEN}).text
    assert f'<meta name="hedgerow-token" content="{TOKEN}">' in first
    html = explorer.get("/").text
    sheets = [each.name for each in ASSETS.joinpath("css").iterdir()]
    assert all(f'href="/static/css/{name}"' in html for name in sheets)
    assert html.index("design.css") < html.index("shell.css") < html.index("network.css")


def test_actors_are_found_by_the_beginning_of_a_name_or_by_code(explorer: TestClient) -> None:
    assert explorer.get("/api/actors?q=viet").json()[0]["code"] == "VNM"
    assert explorer.get("/api/actors/Viet Nam").json()["name"] == "Vietnam"
    assert explorer.get("/api/actors/no/where").status_code == 404
    assert {"code": "VNM", "name": "Vietnam", "kind": "state"} in explorer.get(
        "/api/members/ASEAN"
    ).json()


def test_status_tells_what_is_held_and_by_what_to_filter(explorer: TestClient) -> None:
    found = explorer.get("/api/status").json()
    assert (found["place"], found["documents"]) == ("made.store", 22)
    assert found["newest"] == "2025-11-05" or found["newest"] > found["oldest"]
    groups = {one["name"] for one in found["groups"]}
    assert {one["group"] for one in found["types"]} <= groups


@pytest.mark.browser
def test_it_opens_without_errors_and_asks_nobody_else(at_network: Browser, served: str) -> None:
    origin = served.partition("?")[0]
    asked = at_network.requests()
    assert asked
    assert all(url.startswith((origin, "data:")) for url in asked)
    assert at_network.complaints() == []
    assert at_network.run("return document.title") == "Network · hedgerow"
    assert "token" not in at_network.driver.current_url


@pytest.mark.browser
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_nothing_serious_stands_in_the_way_of_anyone(at_network: Browser, mode: str) -> None:
    at_network.driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia",
        {"features": [{"name": "prefers-color-scheme", "value": mode}]},
    )
    assert violations(at_network.driver) == []
    at_network.run("document.querySelector('.pairs tbody button').click()")
    wait_for(at_network, "document.querySelector('#evidence .matter')")
    at_network.run("document.querySelector('.lookback').open = true")
    assert violations(at_network.driver) == []


@pytest.mark.browser
def test_a_row_opens_what_its_line_bundles_and_that_its_sentences(at_network: Browser) -> None:
    row = at_network.find("tr[data-pair='RUS-VNM'] button")
    row.send_keys(Keys.ENTER)
    wait_for(at_network, "document.querySelector('#evidence .matter')")
    assert "pair=RUS-VNM" in at_network.driver.current_url
    matter = at_network.driver.find_element(
        By.XPATH, "//button[contains(@class, 'matter')][contains(., 'Cam Ranh')]"
    )
    assert "Contested or denied" in matter.text
    matter.send_keys(Keys.ENTER)
    wait_for(at_network, "document.querySelector('#evidence blockquote')")
    assert "edge=event" in at_network.driver.current_url
    assert "Cam Ranh" in at_network.shown()
    at_network.find("#evidence .bar button").click()
    wait_for(at_network, "document.querySelector('#evidence .matter')")
    at_network.find("#evidence h2").send_keys(Keys.ESCAPE)
    assert not at_network.find("#evidence").is_displayed()
    assert "pair=" not in at_network.driver.current_url


@pytest.mark.browser
def test_an_address_restores_what_was_open(served: str, browser: Browser) -> None:
    go(browser, served, "network?focus=VNM&pair=USA-VNM&group=defence,relations")
    wait_for(browser, "document.querySelector('#evidence .matter')")
    assert browser.find("#evidence h2").text == "United States – Vietnam"
    off = [one.get_attribute("value") for one in browser.all(".chip input:not(:checked)")]
    assert "arms" in off and "defence" not in off


@pytest.mark.browser
def test_filters_and_time_change_what_is_drawn_and_the_address(at_network: Browser) -> None:
    before = len(at_network.all(".pairs tbody tr"))
    at_network.find(".chip input[value='concluded']").click()
    wait_for(at_network, f"document.querySelectorAll('.pairs tbody tr').length < {before}")
    assert "standing=" in at_network.driver.current_url
    assert at_network.run("return document.activeElement.value") == "concluded"
    at_network.find(".chip input[value='concluded']").click()
    wait_for(at_network, f"document.querySelectorAll('.pairs tbody tr').length === {before}")
    handle = at_network.find(".span input[aria-label='From']")
    handle.send_keys(Keys.END)
    wait_for(at_network, f"document.querySelectorAll('.pairs tbody tr').length < {before}")
    assert "from=20" in at_network.driver.current_url
    assert handle.get_attribute("aria-valuetext") != ""


@pytest.mark.browser
def test_an_empty_drawing_speaks_of_the_documents(served: str, browser: Browser) -> None:
    go(browser, served, "network?focus=BTN")
    wait_for(browser, f"{TEXT}.includes('found in 22 documents')")


@pytest.mark.browser
def test_a_way_between_two_leads_to_its_evidence(served: str, browser: Browser) -> None:
    go(browser, served, "network?focus=PRK&path=PRK,USA")
    wait_for(browser, "document.querySelector('#evidence .leg')")
    assert "1 way of 2 steps" in browser.shown()
    browser.find("#evidence .leg").click()
    wait_for(browser, "document.querySelector('#evidence .matter')")
    assert "Visit" in browser.shown()


@pytest.mark.browser
def test_looking_back_stays_on_the_way_from_view_to_view(served: str, browser: Browser) -> None:
    go(browser, served, "network?at=2014-06-30")
    assert "as of 2014-06-30" in browser.find(".lookback summary").text.lower()
    browser.find("#views a[data-view='large']").click()
    wait_for(browser, "location.hash.includes('#/large?at=2014-06-30')")
    browser.find(".lookback summary").click()
    browser.find(".lookback .card > button").click()
    wait_for(browser, "!location.hash.includes('at=')")


@pytest.mark.browser
def test_what_is_wrong_in_an_address_is_told(served: str, browser: Browser) -> None:
    go(browser, served, "network?focus=Nowhere")
    assert "No state or body is called 'Nowhere'" in browser.find("#view [role=alert]").text


@pytest.mark.browser
def test_article_text_is_text_wherever_it_stands(served: str, browser: Browser) -> None:
    go(browser, served, "network?focus=SRB&pair=HUN-SRB")
    wait_for(browser, "document.querySelector('#evidence .matter')")
    assert "<svg onload" in browser.shown()
    assert browser.run(HIT) is None
    assert browser.complaints() == []


@pytest.mark.browser
def test_every_view_of_the_navigation_is_there(served: str, browser: Browser) -> None:
    go(browser, served, "network")
    for name in [one.get_attribute("data-view") for one in browser.all("#views a")]:
        browser.run(f"location.hash = '#/{name}'")
        wait_for(browser, f"document.querySelector('.view-{name}')")
        assert browser.run(HIT) is None
