from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from tests.viz.axe import violations
from tests.viz.network.browsing import Browser

pytestmark = pytest.mark.browser

VIEWS = ("", "#pair-CHN-KHM&view=table&sort=pair-up", "#actor-VNM&from=2020&undated=no")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_stands_in_the_way_of_assistive_technology(
    browser: Browser, vietnam: Path, everyone: Path, scheme: str, view: str
) -> None:
    browser.prefer(prefers_color_scheme=scheme)
    browser.open(everyone if view else vietnam, view)
    assert violations(browser.driver) == []


def test_the_table_is_sorted_from_its_head_by_key(browser: Browser, everyone: Path) -> None:
    browser.open(everyone, "#start&view=table")
    head = browser.find("th[data-column=pair]")
    button = browser.find("th[data-column=pair] button")
    button.send_keys(Keys.ENTER)
    assert head.get_attribute("aria-sort") == "ascending"
    names = [row.text for row in browser.all("tbody th")]
    assert names == sorted(names)
    button.send_keys(Keys.SPACE)
    assert head.get_attribute("aria-sort") == "descending"
    assert [row.text for row in browser.all("tbody th")] == names[::-1]
    browser.find("th[data-column=documents] button").send_keys(Keys.ENTER)
    assert head.get_attribute("aria-sort") is None


def test_types_are_chosen_inside_their_kind(browser: Browser, everyone: Path) -> None:
    browser.open(everyone, "#pair-USA-VNM")
    group = browser.find("input[name=group][value='0']")
    browser.find("summary[aria-label='Types of relations']").click()
    boxes = [box for box in browser.all(".kind details[open] input") if box.is_displayed()]
    labels = [box.find_element("xpath", "..").text for box in boxes]
    boxes[labels.index("Level set or raised")].click()
    assert "Level set or raised: comprehensive" not in browser.shown()
    assert browser.run("return arguments[0].indeterminate", group)
    boxes[0].send_keys(Keys.ESCAPE)
    assert browser.all("details[open]") == []


def test_what_the_filters_leave_empty_says_so_and_has_a_way_back(
    browser: Browser, everyone: Path
) -> None:
    browser.open(everyone)
    for box in browser.all("input[name=standing]"):
        box.click()
    assert "does not mean that there is no tie" in browser.find("#nothing").text
    browser.find("#reset").click()
    assert not browser.find("#nothing").is_displayed()
