"""The compass: years between poles, what stands behind them, files, and the view in a browser."""

import csv
import io

import pytest
from lxml import etree
from selenium.webdriver.common.keys import Keys
from starlette.testclient import TestClient

from tests.viz.axe import violations
from tests.viz.explorer.waiting import shown, until
from tests.viz.network.browsing import Browser

GIVEN: dict[str, str | int] = {
    "state": "Vietnam",
    "poles": "USA,China,RUS",
    "from": 2005,
    "to": 2025,
}


def test_years_without_anything_have_no_place(explorer: TestClient) -> None:
    told = explorer.get("/api/compass", params=GIVEN | {"from": 1995}).json()
    first = told["years"][0]
    assert first["base"] == "absent"
    assert all(one["cooperation"] is None and one["share"] is None for one in first["weights"])
    marks = etree.fromstring(told["svg"].encode()).findall(".//*[@data-on]")
    placed = [one for one in marks if one.find("./*[@class='spot']") is not None]
    assert first["on"] not in {one.get("data-on") for one in placed}
    assert first["on"] in {one.get("data-on") for one in marks}


def test_few_edges_are_told_as_thin(explorer: TestClient) -> None:
    told = explorer.get("/api/compass", params=GIVEN).json()
    assert {one["base"] for one in told["years"]} <= {"thin", "absent"}
    assert "no year here rests on enough" in told["in_words"]


def test_plans_stand_beside_and_contested_matters_nowhere(explorer: TestClient) -> None:
    last = explorer.get("/api/compass", params=GIVEN).json()["years"][-1]
    weights = {one["pole"]: one for one in last["weights"]}
    assert weights["USA"]["pipeline"] > 0
    why = {"state": "VNM", "poles": "USA,CHN,RUS", "on": last["on"]}
    behind = explorer.get("/api/compass/why", params=why).json()["rows"]
    assert {one["look"] for one in behind if one["layer"] == "concluded"} == {"concluded"}
    assert {one["look"] for one in behind if one["layer"] == "prospective"} == {"prospective"}
    assert not any("Su-35" in one["words"] for one in behind)


def test_what_stands_behind_one_pole(explorer: TestClient) -> None:
    why = {"state": "VNM", "poles": "USA,CHN,RUS", "on": "2024", "pole": "China"}
    told = explorer.get("/api/compass/why", params=why).json()
    assert {one["pole"] for one in told["rows"]} == {"CHN"}
    quotes = [one["quote"] for one in told["rows"]]
    assert any("comprehensive strategic cooperative" in quote for quote in quotes)
    other = explorer.get("/api/compass/why", params=why | {"pole": "Japan"})
    assert other.status_code == 400


@pytest.mark.parametrize(
    "given",
    [
        {"poles": "USA"},
        {"poles": "USA,VNM"},
        {"poles": "USA,CHN,RUS,JPN,IND,KOR,FRA"},
        {"from": 2026, "to": 2020},
        {"from": 1200},
    ],
)
def test_what_cannot_be_drawn_is_refused(explorer: TestClient, given: dict[str, str | int]) -> None:
    answer = explorer.get("/api/compass", params=GIVEN | {"to": 2024} | given)
    assert answer.status_code == 400
    assert answer.json()["error"].endswith(".")


def test_files(explorer: TestClient) -> None:
    text = explorer.get("/export/compass.csv", params=GIVEN).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["on"][:4] for row in rows] == [str(year) for year in range(2005, 2026)]
    assert rows[0]["cooperation USA"] == ""
    assert float(rows[-1]["cooperation USA"]) > 0
    assert "var(--" not in explorer.get("/export/compass.svg", params=GIVEN).text
    assert explorer.get("/export/compass.png", params=GIVEN).content.startswith(b"\x89PNG")


@pytest.mark.browser
def test_year_opens_what_stands_behind_it(served: str, browser: Browser) -> None:
    shown(browser, served, "#/compass?state=VNM&poles=USA,CHN,RUS", ".compass-drawing [data-on]")
    browser.run("[...document.querySelectorAll('.compass-drawing g[tabindex]')].at(-1).focus()")
    browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
    until(browser, "#evidence .behind [data-edge]")
    browser.find("#evidence .behind [data-edge]").click()
    until(browser, "#evidence .evidence .quote")
    assert violations(browser.driver) == []
    assert browser.complaints() == []


@pytest.mark.browser
def test_asks_for_a_state(served: str, browser: Browser) -> None:
    shown(browser, served, "#/compass", ".view-compass .empty")
    assert browser.complaints() == []
