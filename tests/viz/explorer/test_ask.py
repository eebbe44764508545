"""Questions: the library, answers with names, files, and the view in a browser."""

import json

import pytest
from starlette.testclient import TestClient

from hedgerow.queries.questions.library import questions
from tests.viz.axe import violations
from tests.viz.explorer.waiting import shown, until
from tests.viz.network.browsing import Browser


def test_every_question_is_told_with_its_parameters(explorer: TestClient) -> None:
    told = {one["name"]: one for one in explorer.get("/api/questions").json()}
    assert told.keys() == questions().keys()
    assert [one["name"] for one in told["levels"]["parameters"]] == ["a", "b", "at"]


def test_an_answer_comes_in_words_with_names(explorer: TestClient) -> None:
    told = explorer.get("/api/ask/levels", params={"a": "Vietnam"}).json()
    assert told["in_words"].startswith("Vietnam on ")
    assert told["parameters"]["a"] == "VNM"
    assert told["names"] == {"CHN": "China", "USA": "United States", "VNM": "Vietnam"}


def test_days_looked_back_to_are_heeded(explorer: TestClient) -> None:
    told = explorer.get("/api/ask/levels", params={"a": "VNM", "known": "2010"}).json()
    assert [row["partner"] for row in told["rows"]] == ["CHN"]


def test_files(explorer: TestClient) -> None:
    asked = {"a": "VNM"}
    rows = explorer.get("/export/ask/levels.csv", params=asked)
    assert rows.headers["content-disposition"].endswith('filename="levels-VNM-2025-11-02.csv"')
    assert rows.content.startswith(b"\xef\xbb\xbfpartner,level")
    told = json.loads(explorer.get("/export/ask/levels.json", params=asked).content)
    assert told["rows"] == explorer.get("/api/ask/levels", params=asked).json()["rows"]
    assert explorer.get("/export/ask/levels.exe", params=asked).status_code == 422


@pytest.mark.parametrize(
    ("address", "status"),
    [("levels", 400), ("levels?a=Nowhere", 404), ("levels?a=VNM&z=1", 400), ("nothing", 400)],
)
def test_what_cannot_be_asked(explorer: TestClient, address: str, status: int) -> None:
    answer = explorer.get(f"/api/ask/{address}")
    assert answer.status_code == status
    assert answer.json()["error"]


def test_a_day_that_a_question_does_not_ask_for_is_told(explorer: TestClient) -> None:
    asked = {"a": "VNM", "b": "USA"}
    plain = explorer.get("/api/ask/firsts", params=asked).json()
    told = explorer.get("/api/ask/firsts", params=asked | {"at": "2015"}).json()
    assert "not as of 2015-12-31" in told["unheeded"]
    assert (told["rows"], plain["unheeded"]) == (plain["rows"], None)
    levels = explorer.get("/api/ask/levels", params={"a": "VNM", "at": "2015"}).json()
    assert levels["unheeded"] is None
    assert explorer.get("/api/ask/firsts", params=asked | {"at": "soon"}).status_code == 400


@pytest.mark.browser
def test_the_page_says_that_a_question_does_not_look_back(browser: Browser, served: str) -> None:
    shown(browser, served, "#/ask?q=firsts&a=VNM&b=USA&at=2015-06-30", ".answer .notice")
    assert "not as of 2015-06-30" in browser.find(".answer .notice").text


@pytest.mark.browser
def test_a_question_is_found_asked_and_leads_to_evidence(browser: Browser, served: str) -> None:
    shown(browser, served, "#/ask", ".questions a")
    browser.find(".view-ask input").send_keys("ladder")
    assert len(browser.run("return [...document.querySelectorAll('.card:not([hidden])')]")) < 5
    browser.find(".card:not([hidden]) a[href*='levels']").click()
    until(browser, ".asking input")
    browser.find(".asking input").send_keys("Vietnam")
    browser.find(".asking .primary").click()
    until(browser, ".answer tbody tr")
    assert "a=VNM" in browser.run("return location.hash")
    assert "China" in browser.find(".answer tbody").text
    assert violations(browser.driver) == []
    browser.find(".answer th:nth-child(2) button").click()
    assert browser.find(".answer th[aria-sort=ascending]").text.startswith("partner")
    assert browser.find(".answer td.partner").text == "China"
    browser.find(".answer tbody a").click()
    until(browser, "#evidence .evidence")
    assert browser.complaints() == []
