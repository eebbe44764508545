"""What differs between two days: lists, briefings, and the view in a browser."""

import csv
import io
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.viz.axe import violations
from tests.viz.explorer.waiting import shown, until
from tests.viz.network.browsing import Browser

GIVEN = {"a": "Vietnam", "from": "2022-12-31", "to": "2024-12-31"}


def lists(explorer: TestClient, **given: Any) -> dict[str, list[dict[str, Any]]]:
    told = explorer.get("/api/changes", params=GIVEN | given).json()
    return {one["name"]: one["rows"] for one in told["lists"]}


def test_a_raised_level_is_told_once(explorer: TestClient) -> None:
    found = lists(explorer, b="USA")
    (raised,) = found["raised"]
    assert raised["lead"] == "comprehensive partnership → comprehensive strategic partnership"
    assert raised["look"] == "concluded"
    assert "ended" not in found
    assert not any("level" in row["words"] for row in found.get("added", []))


def test_talks_stand_apart_from_what_is_new(explorer: TestClient) -> None:
    found = lists(explorer, b="USA")
    assert {row["look"] for row in found["ahead"]} == {"prospective"}
    assert any("C-130" in row["words"] for row in found["ahead"])
    assert not any("C-130" in row["words"] for row in found.get("added", []))


def test_contested_from_the_start_by_day_and_since_its_denial_by_publication(
    explorer: TestClient,
) -> None:
    by_day = lists(explorer, b="RUS", **{"from": "2025-01-01", "to": "2025-12-31"})
    assert any("Su-35" in row["words"] for row in by_day["contested"])
    first = {"from": "2025-07-01", "to": "2025-07-03", "by": "published"}
    assert any("Su-35" in row["words"] for row in lists(explorer, b="RUS", **first)["prospect"])
    then = {"from": "2025-07-03", "to": "2025-07-31", "by": "published"}
    assert any("Su-35" in row["words"] for row in lists(explorer, b="RUS", **then)["contested"])


def test_of_everyone_by_day_only(explorer: TestClient) -> None:
    given = {"from": "2022-12-31", "to": "2024-12-31"}
    assert explorer.get("/api/changes", params=given).json()["lists"]
    answer = explorer.get("/api/changes", params=given | {"by": "published"})
    assert answer.status_code == 400
    assert "whom to follow" in answer.json()["error"]


def test_days_must_be_in_order(explorer: TestClient) -> None:
    answer = explorer.get("/api/changes", params=GIVEN | {"to": "2020"})
    assert answer.status_code == 400
    assert "earlier first day" in answer.json()["error"]


@pytest.mark.parametrize("by", ["day", "published", "recorded"])
def test_briefings(explorer: TestClient, by: str) -> None:
    text = explorer.get("/export/changes.md", params=GIVEN | {"by": by}).text
    assert text.startswith("# ")
    if by != "recorded":
        assert "[^1]" in text
    assert explorer.get("/export/changes.docx", params=GIVEN | {"by": by}).status_code == 200


def test_rows_as_csv_and_unknown_formats(explorer: TestClient) -> None:
    text = explorer.get("/export/changes.csv", params=GIVEN).content.decode("utf-8-sig")
    assert {"raised", "ahead"} <= {row["list"] for row in csv.DictReader(io.StringIO(text))}
    assert explorer.get("/export/changes.odt", params=GIVEN).status_code == 400


@pytest.mark.browser
def test_change_opens_its_evidence(served: str, browser: Browser) -> None:
    shown(browser, served, "#/changes?a=VNM&from=2022-12-31&to=2024-12-31", ".lists [data-edge]")
    assert violations(browser.driver) == []
    browser.find(".raised [data-edge]").click()
    until(browser, "#evidence .quote")
    assert "comprehensive strategic partnership" in browser.shown()
    assert browser.complaints() == []
