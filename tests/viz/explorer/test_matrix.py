"""The matrix: numbers and why there is none, files, and the grid in a browser."""

import csv
import io
from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys
from starlette.testclient import TestClient

from tests.viz.axe import violations
from tests.viz.explorer.waiting import shown, until
from tests.viz.network.browsing import Browser

GIVEN: dict[str, str | int] = {
    "states": "Vietnam,Russia",
    "powers": "USA,CHN,RUS,JPN",
    "year": 2024,
}


def cells(explorer: TestClient, state: str = "VNM", **given: Any) -> dict[str, dict[str, Any]]:
    told = explorer.get("/api/matrix", params=GIVEN | given).json()
    (row,) = (row for row in told["rows"] if row["code"] == state)
    return {cell["power"]: cell for cell in row["cells"]}


def test_cooperation_with_each(explorer: TestClient) -> None:
    found = cells(explorer)
    assert found["USA"]["kind"] == "counted"
    assert found["USA"]["thin"]
    assert found["USA"]["documents"] >= 2


def test_nothing_found_is_not_told_as_no_relation(explorer: TestClient) -> None:
    nothing = cells(explorer, powers="Bhutan,USA")["BTN"]
    assert (nothing["kind"], nothing["value"], nothing["heat"]) == ("nothing", None, None)
    assert "no proof of no relation" in nothing["words"]
    assert cells(explorer, "RUS")["RUS"]["kind"] == "self"


def test_contested_matters_are_no_number(explorer: TestClient) -> None:
    for measure in ("cooperation", "events"):
        found = cells(explorer, powers="RUS,USA", measure=measure, year=2025)["RUS"]
        assert "Su-35" not in found["words"]
        assert found["kind"] in {"counted", "uncounted", "contested"}


def test_lean_needs_both_sides(explorer: TestClient) -> None:
    found = cells(explorer, measure="lean")
    assert found["USA"]["kind"] != "counted"
    assert 0 < found["CHN"]["value"] < 100
    assert found["JPN"]["kind"] == "nothing"


def test_level_by_the_own_ladder(explorer: TestClient) -> None:
    assert cells(explorer, measure="level", year=2015)["USA"]["text"] == "comprehensive partnership"
    later = cells(explorer, measure="level")["USA"]
    assert (later["text"], later["heat"]) == ("comprehensive strategic partnership", 4)


def test_members_of_a_body(explorer: TestClient) -> None:
    told = explorer.get("/api/matrix", params={"year": 2024}).json()
    assert [row["code"] for row in told["rows"]][:2] == ["BRN", "KHM"]
    assert {"VNM", "IDN"} <= {row["code"] for row in told["rows"]}
    assert told["measures"][0]["name"] == "cooperation"


@pytest.mark.parametrize("given", [{"measure": "hedge"}, {"powers": ",".join(["USA", "nowhere"])}])
def test_what_is_unknown_is_refused(explorer: TestClient, given: dict[str, str | int]) -> None:
    answer = explorer.get("/api/matrix", params=GIVEN | given)
    assert answer.status_code in {400, 404}


def test_csv_has_every_cell(explorer: TestClient) -> None:
    text = explorer.get("/export/matrix.csv", params=GIVEN).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["state"], row["power"]) for row in rows][:2] == [("VNM", "USA"), ("VNM", "CHN")]
    assert len(rows) == 8


@pytest.mark.browser
def test_arrows_walk_and_enter_opens_the_pair(served: str, browser: Browser) -> None:
    shown(browser, served, "#/matrix?states=VNM,RUS&powers=USA,CHN&year=2024", ".matrix a")
    assert violations(browser.driver) == []
    browser.run("document.querySelector('.matrix a[tabindex=\"0\"]').focus()")
    browser.driver.switch_to.active_element.send_keys(Keys.ARROW_RIGHT)
    active = browser.driver.switch_to.active_element
    assert active.get_attribute("data-place") == "0-1"
    active.send_keys(Keys.ENTER)
    until(browser, ".view-pair h2")
    assert "at=2024-12-31" in browser.driver.current_url
    assert browser.complaints() == []


@pytest.mark.browser
def test_a_cell_of_the_newest_year_leads_to_the_newest_state(served: str, browser: Browser) -> None:
    shown(browser, served, "#/matrix?states=VNM&powers=USA,CHN", ".matrix a")
    assert "at=" not in (browser.find(".matrix a").get_attribute("href") or "at=")


@pytest.mark.browser
def test_another_year_in_place(served: str, browser: Browser) -> None:
    shown(browser, served, "#/matrix?states=VNM&powers=USA,CHN&year=2024", ".matrix a")
    browser.find("button[aria-label='Year before']").click()
    until(browser, "a[title*='2023']")
    assert "year=2023" in browser.driver.current_url
