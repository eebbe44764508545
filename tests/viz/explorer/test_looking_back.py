"""Looking back in the page: what is open, the line at the top, and days tried one after another."""

import pytest

from tests.viz.explorer.conftest import go, wait_for
from tests.viz.explorer.waiting import shown, until
from tests.viz.network.browsing import Browser

TIMELINE = "#/timeline?a=VNM&b=USA"
SAID = "(document.querySelector('#evidence .content')?.textContent ?? '')"
HELD = "document.querySelector('#top .held').textContent"
CLOSED = "document.querySelector('#evidence').hidden"
SET = """
const [label, ...days] = arguments;
const field = document.querySelector(`.lookback input[type=date][aria-label="${label}"]`);
for (const day of days) { field.value = day; field.dispatchEvent(new Event("change")); }
"""


def with_evidence(browser: Browser, served: str) -> None:
    """A timeline with the evidence of its last tie open."""
    shown(browser, served, TIMELINE, ".view-timeline tbody a[data-edge^='tie']")
    browser.run("document.querySelector(\".view-timeline tbody a[data-edge^='tie']\").click()")
    until(browser, "#evidence .quote")


@pytest.mark.browser
@pytest.mark.parametrize(("label", "day"), [("As of", "2014-06-30"), ("As known on", "2014-06-30")])
def test_open_evidence_is_told_again_as_of_another_day(
    served: str, browser: Browser, label: str, day: str
) -> None:
    with_evidence(browser, served)
    assert f"as of {day}" not in browser.shown()
    browser.run(SET, label, day)
    wait_for(browser, f"{SAID}.includes('as of {day}')")
    if label == "As known on":
        assert "2023" not in browser.shown()


@pytest.mark.browser
def test_evidence_of_later_is_not_told_as_of_a_day_before_it(served: str, browser: Browser) -> None:
    shown(browser, served, TIMELINE, ".view-timeline tbody tr:last-child a[data-edge]")
    browser.find(".view-timeline tbody tr:last-child a[data-edge]").click()
    until(browser, "#evidence .quote")
    browser.run(SET, "As known on", "2014-06-30")
    wait_for(browser, f"{SAID}.includes('by 2014-06-30 does not tell of this')")


@pytest.mark.browser
def test_a_list_that_was_opened_before_goes_with_its_day(served: str, browser: Browser) -> None:
    shown(browser, served, "#/compass?state=VNM&poles=USA,CHN,RUS", ".view-compass tbody button")
    browser.find(".view-compass tbody button").click()
    until(browser, "#evidence .behind")
    browser.run(SET, "As known on", "2014-06-30")
    wait_for(browser, CLOSED)


@pytest.mark.browser
def test_evidence_goes_with_an_address_that_does_not_name_it(served: str, browser: Browser) -> None:
    shown(browser, served, TIMELINE, ".view-timeline tbody a[data-edge]")
    address = browser.find(".view-timeline tbody a[data-edge]").get_attribute("href")
    browser.run("location.href = arguments[0]", address)
    until(browser, "#evidence .quote")
    browser.driver.back()
    wait_for(browser, CLOSED)
    browser.driver.forward()
    wait_for(browser, f"!{CLOSED}")


@pytest.mark.browser
def test_a_pair_of_the_network_stays_open_as_of_another_day(served: str, browser: Browser) -> None:
    go(browser, served, "network?focus=VNM&pair=USA-VNM")
    wait_for(browser, "document.querySelector('#evidence .matter')")
    before = len(browser.all("#evidence .matter"))
    browser.run(SET, "As of", "2015-01-01")
    wait_for(browser, f"document.querySelectorAll('#evidence .matter').length < {before}")
    assert "pair=USA-VNM" in browser.driver.current_url


@pytest.mark.browser
def test_the_line_at_the_top_tells_what_is_in_sight(served: str, browser: Browser) -> None:
    go(browser, served, "pair?a=BTN&b=CHL")
    wait_for(browser, f"{HELD}.startsWith('22 documents')")
    browser.run(SET, "As known on", "2010-12-31")
    wait_for(browser, f"{HELD}.includes(' of 22 documents')")
    number = browser.run(f"return parseInt({HELD})")
    wait_for(
        browser,
        f"document.querySelector('.view-pair .empty').textContent.includes('found in {number} ')",
    )
    browser.run("document.querySelector('.lookback .card > button').click()")
    wait_for(browser, f"{HELD}.startsWith('22 documents')")


@pytest.mark.browser
def test_of_days_tried_in_haste_one_is_asked_and_one_step_leads_back(
    served: str, browser: Browser
) -> None:
    shown(browser, served, "#/pair?a=VNM&b=USA", ".view-pair h2")
    browser.find(".lookback summary").click()
    browser.requests()
    browser.run(SET, "As known on", "2013-01-01", "0201-01-01", "2014-01-01", "2015-01-01")
    wait_for(browser, "location.hash.includes('known=2015-01-01')")
    browser.run(SET, "As known on", "2016-01-01")
    wait_for(browser, "location.hash.includes('known=2016-01-01')")
    asked = [url for url in browser.requests() if "known=" in url]
    assert not [url for url in asked if "known=2015" not in url and "known=2016" not in url]
    browser.driver.back()
    wait_for(browser, "!location.hash.includes('known=')")


@pytest.mark.browser
def test_no_day_to_come_can_be_chosen(served: str, browser: Browser) -> None:
    shown(browser, served, "#/pair?a=VNM&b=USA", ".view-pair h2")
    browser.run(SET, "As known on", "9999-12-31")
    assert all(one.get_attribute("max") for one in browser.all(".lookback input[type=date]"))
    assert browser.all(".lookback input[type=date]:out-of-range")
