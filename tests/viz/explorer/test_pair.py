"""A pair of actors: how much of what, silences, and the view in a browser."""

import csv
import io

import pytest
from starlette.testclient import TestClient

from tests.viz.axe import violations
from tests.viz.explorer.waiting import shown, until
from tests.viz.network.browsing import Browser


def counts(explorer: TestClient, **given: str) -> dict[tuple[str, str], int]:
    """How many events and ties stand how."""
    told = explorer.get("/api/pair", params=given).json()
    return {(one["edge"], one["look"]): one["number"] for one in told["counts"]}


def test_standings_are_counted_apart(explorer: TestClient) -> None:
    assert counts(explorer, a="Vietnam", b="Russia") == {
        ("event", "concluded"): 2,
        ("event", "contested"): 2,
    }
    assert counts(explorer, a="USA", b="VNM") == {
        ("event", "concluded"): 4,
        ("event", "prospective"): 3,
        ("tie", "concluded"): 1,
        ("tie", "closed"): 1,
    }


def test_as_of_a_day(explorer: TestClient) -> None:
    told = explorer.get("/api/pair", params={"a": "USA", "b": "VNM", "at": "2015"}).json()
    assert [(one["edge"], one["look"]) for one in told["counts"]] == [
        ("event", "concluded"),
        ("tie", "concluded"),
    ]
    assert told["later"] == 7
    assert told["rests"]["by_year"] == {"2013": 1}
    assert "comprehensive partnership since 2013-07-25" in told["levels"][1]["in_words"]


def test_thin_pairs_claim_no_absence(explorer: TestClient) -> None:
    told = explorer.get("/api/pair", params={"a": "USA", "b": "VNM"}).json()
    assert told["rests"]["is_thin"]
    silent = explorer.get("/api/pair/silences", params={"a": "USA", "b": "VNM"}).json()
    assert {one["what"] for one in silent} == {"visit", "level set or raised"}
    assert all(one["is_thin"] for one in silent)
    assert all(one["found"].startswith("too thin") for one in silent)


def test_silence_starts_with_the_last_concluded_event(explorer: TestClient) -> None:
    silent = explorer.get("/api/pair/silences", params={"a": "USA", "b": "VNM"}).json()
    visit = next(one for one in silent if one["what"] == "visit")
    assert (visit["last"], visit["number"]) == ("2025-11-02", 2)
    earlier = explorer.get(
        "/api/pair/silences", params={"a": "USA", "b": "VNM", "at": "2024"}
    ).json()
    assert next(one["last"] for one in earlier if one["what"] == "visit") == "2023-09-10"


def test_two_that_never_met(explorer: TestClient) -> None:
    told = explorer.get("/api/pair", params={"a": "Bhutan", "b": "Chile"}).json()
    assert told["counts"] == []
    assert "no event; no tie, as far as this archive tells" in told["in_words"]
    assert told["held"] == 22
    earlier = {"a": "Bhutan", "b": "Chile", "known": "2010"}
    assert 0 < explorer.get("/api/pair", params=earlier).json()["held"] < 22


@pytest.mark.parametrize(
    ("b", "status", "said"), [("Vietnam", 400, "Both actors"), ("Atlantis", 404, "Atlantis")]
)
def test_wrong_pairs_are_told(explorer: TestClient, b: str, status: int, said: str) -> None:
    answer = explorer.get("/api/pair", params={"a": "Vietnam", "b": b})
    assert answer.status_code == status
    assert said in answer.json()["error"]


def test_csv_holds_every_sentence_and_no_formula(explorer: TestClient) -> None:
    answer = explorer.get("/export/pair.csv", params={"a": "Serbia", "b": "Hungary"})
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
    assert [row["standing"] for row in rows] == ["concluded"]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


@pytest.mark.browser
def test_view_leads_from_counts_to_sentences(served: str, browser: Browser) -> None:
    shown(browser, served, "#/pair?a=VNM&b=RUS", "section.contested table")
    assert "Vietnam and Russia" in browser.find(".view-pair h2").text
    assert "2 contested or denied" in browser.find(".tally").text.replace("\n", " ")
    mark = browser.find('.swimlanes [data-edge][aria-label*="Su-35"]')
    browser.run("document.querySelector('.swimlanes [data-edge][aria-label*=\"Su-35\"]').focus()")
    mark.send_keys(" ")
    until(browser, "#evidence .quote")
    assert "The ministry denied that Vietnam had ordered Su-35" in browser.shown()
    assert "a party to it" in browser.shown()
    assert "edge=event" in browser.run("return location.hash")
    assert violations(browser.driver) == []
    assert browser.complaints() == []


@pytest.mark.browser
def test_view_without_actors_offers_a_choice(served: str, browser: Browser) -> None:
    shown(browser, served, "#/pair", ".view-pair .empty")
    assert "Choose two actors" in browser.find(".empty").text


@pytest.mark.browser
def test_view_asks_nobody_else(served: str, browser: Browser) -> None:
    shown(browser, served, "#/pair?a=SRB&b=HUN", "section.coming p")
    origin = served.split("?", maxsplit=1)[0]
    assert [url for url in browser.requests() if not url.startswith((origin, "data:"))] == []
    assert not browser.run("return window.__hit ?? false")
