"""Timelines in the explorer: rows, filters, looking back, drawing, files and the view."""

import pytest
from lxml import etree
from starlette.testclient import TestClient

from hedgerow.viz.timeline import forms
from tests.viz.axe import violations
from tests.viz.explorer.waiting import shown, until
from tests.viz.network.browsing import Browser

US = {"a": "Vietnam", "b": "USA"}


def words(explorer: TestClient, **given: str) -> list[str]:
    """The rows of a timeline in words."""
    answer = explorer.get("/api/timeline", params=given)
    assert answer.status_code == 200, answer.text
    return [row["words"] for row in answer.json()["rows"]]


def test_oldest_first_and_looks_tell_plans_from_deeds(explorer: TestClient) -> None:
    told = explorer.get("/api/timeline", params=US).json()
    looks = {row["words"]: (row["look"], row["badge"]) for row in told["rows"]}
    first = next(iter(looks))
    assert first == "United States - Vietnam: level set or raised, comprehensive partnership"
    assert looks["planned: Vietnam to United States: visit"] == ("prospective", "planned")
    assert told["total"] == 9


def test_filters_by_group_and_standing_count_what_they_hide(explorer: TestClient) -> None:
    told = explorer.get("/api/timeline", params=US | {"group": "arms"}).json()
    assert (told["total"], told["hidden"]) == (2, 7)
    assert words(explorer, **US, group="contact", standing="prospective") == [
        "planned: Vietnam to United States: visit"
    ]


def test_pages(explorer: TestClient) -> None:
    whole = words(explorer, **US)
    assert words(explorer, **US, offset="2", limit="3") == whole[2:5]


def test_as_of_a_day_a_later_end_is_not_known(explorer: TestClient) -> None:
    rows = explorer.get("/api/timeline", params=US | {"at": "2015"}).json()["rows"]
    assert [(row["edge"], row["badge"], row["end"]) for row in rows] == [
        ("event", "agreed", None),
        ("tie", "held", None),
    ]


def test_range_of_dates(explorer: TestClient) -> None:
    assert all(
        "2013" not in told for told in words(explorer, **US, **{"from": "2024", "to": "2025"})
    )
    wrong = explorer.get("/api/timeline", params=US | {"from": "soon"})
    assert wrong.status_code == 400


def test_drawing_has_a_mark_for_each_row(explorer: TestClient) -> None:
    told = explorer.get("/api/timeline/drawing", params=US).json()
    marks = etree.fromstring(told["svg"].encode()).findall(".//*[@data-edge]")
    rows = explorer.get("/api/timeline", params=US).json()["rows"]
    assert {mark.get("data-edge") for mark in marks} == {row["id"] for row in rows}


@pytest.mark.parametrize("form", forms())
def test_every_format_is_a_file(explorer: TestClient, form: str) -> None:
    answer = explorer.get(f"/export/timeline.{form}", params=US)
    assert answer.status_code == 200
    ending = forms()[form].ending
    assert answer.headers["content-disposition"] == (
        f'attachment; filename="timeline-VNM-USA.{ending}"'
    )
    assert answer.content


def test_filters_hold_in_files_too(explorer: TestClient) -> None:
    answer = explorer.get("/export/timeline.csv", params=US | {"group": "arms"})
    text = answer.content.decode()
    assert text.startswith("\ufeff")
    assert "C-130" in text
    assert "visit" not in text


def test_unknown_format_is_told(explorer: TestClient) -> None:
    answer = explorer.get("/export/timeline.exe", params=US)
    assert answer.status_code == 400
    assert "no timeline format" in answer.json()["error"]


@pytest.mark.browser
def test_view_filters_and_opens_evidence(served: str, browser: Browser) -> None:
    shown(browser, served, "#/timeline?a=VNM&b=USA", ".view-timeline tbody tr")
    assert len(browser.all(".view-timeline tbody tr")) == 9
    browser.find('.chips input[value="arms"]').click()
    until(browser, ".view-timeline tbody tr:nth-child(7):last-child")
    assert "group=" in browser.run("return location.hash")
    until(browser, ".swimlanes [data-edge]")
    browser.find(".view-timeline tbody a[data-edge]").click()
    until(browser, "#evidence .quote")
    assert "The two presidents set a comprehensive partnership" in browser.shown()
    assert violations(browser.driver) == []
    assert browser.complaints() == []


@pytest.mark.browser
def test_on_a_small_screen_the_drawing_scrolls_and_stays_legible(
    served: str, browser: Browser
) -> None:
    browser.driver.set_window_size(820, 1000)
    try:
        shown(browser, served, "#/timeline?a=VNM&b=USA", ".swimlanes svg")
        box, drawn = (browser.find(one).size["width"] for one in (".swimlanes", ".swimlanes svg"))
        assert drawn >= 1120 > box
    finally:
        browser.driver.set_window_size(1280, 720)


@pytest.mark.browser
def test_hostile_article_is_shown_as_text(served: str, browser: Browser) -> None:
    shown(browser, served, "#/timeline?a=SRB&b=HUN", ".view-timeline tbody a[data-edge]")
    browser.find(".view-timeline tbody a[data-edge]").click()
    until(browser, "#evidence .quote")
    assert "<script>" in browser.shown()
    assert not browser.run("return window.__hit ?? false")
    assert browser.all("#view iframe, #evidence iframe, #evidence img") == []
    assert browser.complaints() == []
