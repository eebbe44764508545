"""The staircase of levels: rows, drawing, files and the view in a browser."""

import csv
import io
import re

import pytest
from lxml import etree
from starlette.testclient import TestClient

from tests.viz.axe import violations
from tests.viz.explorer.waiting import shown, until
from tests.viz.network.browsing import Browser

GIVEN = {"state": "Vietnam", "powers": "USA,China,RUS"}


def test_levels_by_power_in_order_of_time(explorer: TestClient) -> None:
    told = explorer.get("/api/levels", params=GIVEN).json()["staircase"]
    assert told["order"] == "ordered"
    levels = {climb["power"]: climb["levels"] for climb in told["climbs"]}
    assert [(one["level"], one["since"], one["until"], one["look"]) for one in levels["USA"]] == [
        ("comprehensive partnership", "2013-07-25", "2023-09-10", "closed"),
        ("comprehensive strategic partnership", "2023-09-10", None, "concluded"),
    ]
    assert levels["RUS"] == []


def test_every_step_of_the_drawing_leads_to_its_evidence(explorer: TestClient) -> None:
    told = explorer.get("/api/levels", params=GIVEN).json()
    levels = [one for climb in told["staircase"]["climbs"] for one in climb["levels"]]
    root = etree.fromstring(told["svg"].encode())
    steps = root.findall(".//*[@data-edge]")
    assert [step.get("data-edge") for step in steps] == [one["id"] for one in levels]
    assert all(step.get("tabindex") == "0" and step.get("role") == "button" for step in steps)
    assert steps[0].get("aria-label") == (
        "United States: comprehensive partnership, 2013-07-25 to 2023-09-10"
    )


def test_as_of_a_day_before_the_second_step(explorer: TestClient) -> None:
    told = explorer.get("/api/levels", params=GIVEN | {"at": "2015"}).json()["staircase"]
    (level,) = told["climbs"][0]["levels"]
    assert (level["held"], level["until"]) == ("held", None)


def test_no_dated_level_gives_no_drawing(explorer: TestClient) -> None:
    given = {"state": "Bhutan", "powers": "USA"}
    assert explorer.get("/api/levels", params=given).json()["svg"] is None
    answer = explorer.get("/export/levels.svg", params=given)
    assert answer.status_code == 400
    assert "none can be drawn" in answer.json()["error"]


def test_too_many_powers_are_refused(explorer: TestClient) -> None:
    given = {"state": "Vietnam", "powers": "USA,CHN,RUS,JPN,IND,KOR,FRA"}
    answer = explorer.get("/api/levels", params=given)
    assert answer.status_code == 400
    assert "6" in answer.json()["error"]


def test_files(explorer: TestClient) -> None:
    text = explorer.get("/export/levels.csv", params=GIVEN).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["power"] for row in rows] == ["USA", "USA", "CHN"]
    alone = explorer.get("/export/levels.svg", params=GIVEN).text
    assert re.search(r"var\(--", alone) is None
    assert "Not drawn, no dated level in this archive: Russia." in alone
    assert explorer.get("/export/levels.png", params=GIVEN).content.startswith(b"\x89PNG")


@pytest.mark.browser
def test_step_opens_its_evidence_with_enter(served: str, browser: Browser) -> None:
    shown(browser, served, "#/levels?state=VNM&powers=USA,CHN", ".staircase [data-edge]")
    browser.run("document.querySelector('.staircase [data-edge]').focus()")
    browser.driver.switch_to.active_element.send_keys("\ue007")
    until(browser, "#evidence .quote")
    assert "The two presidents set a comprehensive partnership" in browser.shown()
    assert violations(browser.driver) == []
    assert browser.complaints() == []


@pytest.mark.browser
def test_tie_leads_on_to_the_event_that_opened_it(served: str, browser: Browser) -> None:
    shown(browser, served, "#/levels?state=VNM&powers=CHN", ".staircase [data-edge]")
    browser.find(".view-levels tbody a[data-edge]").click()
    until(browser, "#evidence .related a")
    assert "opened it" in browser.shown()
    browser.find("#evidence .related a").click()
    until(browser, '#evidence .related a[data-edge^="tie/"]')
    assert "level set or raised" in browser.find("#evidence h3").text
    assert browser.complaints() == []
