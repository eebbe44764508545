import time
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from hedgerow.graph.store import Store
from hedgerow.viz.network import network_page, write_page
from tests.viz.network.articles import article, says
from tests.viz.network.browsing import Browser

pytestmark = pytest.mark.browser


def pairs(browser: Browser) -> set[str]:
    found: list[str] = browser.run(
        "return [...hedgerow.looks].filter(([, look]) => look).map(([id]) => id)"
    )
    return set(found)


def window(browser: Browser) -> str:
    return browser.find("#window").text


def test_the_slider_shows_when_how_much_happened(browser: Browser, everyone: Path) -> None:
    browser.open(everyone)
    assert window(browser) == "2013 – 2025"
    firm = browser.run(
        "return [...document.querySelectorAll('#bars .firm')]"
        ".map((bar) => Number(bar.getAttribute('height')))"
    )
    assert len(firm) == 13
    assert firm[0] > 0  # the level of 2013
    assert firm[6] == 0  # of 2019 there is only what is contested, and undated
    assert firm[10] == max(firm)
    assert "Undated (4)" in browser.find(".time").text


def test_each_handle_is_moved_by_the_keys_and_says_where_it_is(
    browser: Browser, everyone: Path
) -> None:
    browser.open(everyone, "#start&undated=no")
    first, last = browser.find("#from"), browser.find("#to")
    assert (first.accessible_name, last.accessible_name) == ("From", "To")
    first.send_keys(Keys.ARROW_RIGHT)
    assert first.get_attribute("aria-valuetext") == "2014"
    last.send_keys(Keys.HOME)
    assert window(browser) == "2014"
    first.send_keys(Keys.END)
    assert window(browser) == "2014"


def test_a_window_leaves_what_may_lie_in_it(browser: Browser, everyone: Path) -> None:
    browser.open(everyone, "#start&from=2014&to=2022&undated=no")
    assert pairs(browser) == {"USA-VNM"}  # by the tie that began in 2013 and was held till 2023
    browser.open(everyone, "#pair-USA-VNM&from=2014&to=2022&undated=no")
    assert "A comprehensive partnership dates from July 2013." in browser.shown()
    assert "Biden came" not in browser.shown()


def test_what_is_undated_has_a_switch_of_its_own(browser: Browser, everyone: Path) -> None:
    browser.open(everyone, "#start&from=2019&to=2022")
    assert {"ISR-VNM", "CHN-KHM"} <= pairs(browser)
    browser.find("#undated").click()
    assert not {"ISR-VNM", "CHN-KHM"} & pairs(browser)
    browser.find("#all-time").click()
    assert "ISR-VNM" not in pairs(browser)
    assert window(browser) == "2013 – 2025"


def test_what_is_undated_is_drawn_no_earlier_than_it_was_told(
    browser: Browser, everyone: Path
) -> None:
    browser.open(everyone, "#start&from=2013&to=2018")
    assert not {"ISR-VNM", "CHN-KHM"} & pairs(browser)
    assert browser.find("#undated").is_selected()


def test_the_table_counts_what_the_window_leaves(browser: Browser, everyone: Path) -> None:
    browser.open(everyone, "#start&view=table&from=2023&to=2023&undated=no")
    cells = {
        cell.get_attribute("data-column"): cell.text
        for cell in browser.all("[data-pair=USA-VNM] td")
    }
    assert (cells["concluded"], cells["prospective"], cells["closed"]) == ("3", "", "1")
    assert cells["latest"] == "10 Sep 2023"


def test_playing_grows_the_window_and_stops_at_the_end(browser: Browser, everyone: Path) -> None:
    browser.prefer(prefers_reduced_motion="no-preference")
    browser.open(everyone)
    play = browser.find("#play")
    play.click()
    assert (play.text, window(browser)) == ("Pause", "2013")
    WebDriverWait(browser.driver, 20).until(lambda _: play.text == "Play")
    assert window(browser) == "2013 – 2025"


def test_playing_moves_a_window_that_begins_later(browser: Browser, everyone: Path) -> None:
    browser.open(everyone, "#start&from=2015&to=2016")
    play = browser.find("#play")
    play.click()
    assert window(browser) == "2016 – 2017"
    play.click()
    time.sleep(1)
    assert (play.text, window(browser)) == ("Play", "2016 – 2017")


def test_where_motion_is_unwanted_nothing_moves_by_itself(browser: Browser, everyone: Path) -> None:
    browser.prefer(prefers_reduced_motion="reduce")
    browser.open(everyone)
    play = browser.find("#play")
    assert play.text == "Step"
    play.click()
    play.click()
    time.sleep(1)
    assert window(browser) == "2013 – 2014"


def test_what_may_lie_outside_of_the_window_says_so(browser: Browser, tmp_path: Path) -> None:
    told = article(
        "Exercises",
        "AFP",
        "2024-06-01",
        None,
        says("They drilled in 2024.", "joint_exercise", "IND VNM", date="2024"),
        says("They met in May.", "meeting", "IND VNM", date="2024-05-02"),
    )
    with Store.open() as store:
        store.add([told])
        write_page(tmp_path / "p.html", network_page(store))
    browser.open(tmp_path / "p.html", "#pair-IND-VNM&from=2024-05&to=2024-05")
    assert browser.find("#window").text == "May 2024"
    doubtful = [item.text.splitlines()[0] for item in browser.all(".item.possibly")]
    assert doubtful == ["Joint exercise"]
    drilled = browser.run(
        "return getComputedStyle(document.querySelector('.possibly .when'), '::after').content"
    )
    assert "possibly" in drilled
