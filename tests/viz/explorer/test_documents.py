"""Documents: the list, one with its claims, offsets, hostile text, editions, withdrawals."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from hedgerow.graph.records import Appearance, Document
from hedgerow.graph.store import Store
from tests.queries.making import Article
from tests.viz.axe import violations
from tests.viz.explorer.conftest import client_of, serving
from tests.viz.explorer.waiting import shown, until
from tests.viz.network.articles import HOSTILE
from tests.viz.network.browsing import Browser

ASTRAL = "\U0001f6f3 A ship, \U0001f1fb\U0001f1f3 said."


def listed(client: TestClient, **given: str) -> dict[str, Any]:
    answer = client.get("/api/documents", params=given)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def ship(path: Path) -> str:
    """A store with one article whose sentences stand behind signs beyond the first plane."""
    with Store.open(path) as store:
        document, claims = (
            Article("2024-01-02", "Wire", "A ship")
            .says("Frigates called at the port on Monday.", "port_call", "USA VNM", "occurred")
            .item()
        )
        text = f"{ASTRAL}\n{document.text}"
        shifted = Document(text, document.appearances)
        start = text.index(claims[0].quote)
        end = start + len(claims[0].quote)
        store.add([(shifted, [replace(claims[0], document=shifted.id, start=start, end=end)])])
    return shifted.id


def test_the_newest_stand_first_and_the_undated_last(explorer: TestClient) -> None:
    told = listed(explorer, limit="500")
    days = [one["published"] for one in told["rows"]]
    assert told["held"] == told["total"] == len(days)
    assert days[0] == "2025-11-02"
    assert days[-1] is None
    assert days[:-1] == sorted(days[:-1], reverse=True)


def test_documents_come_in_pages(explorer: TestClient) -> None:
    every = listed(explorer, limit="500")["rows"]
    assert listed(explorer, offset="3", limit="2")["rows"] == every[3:5]


def test_titles_and_outlets_are_searched(explorer: TestClient) -> None:
    assert [one["title"] for one in listed(explorer, q="HANOI tass")["rows"]] == [
        "Putin visits Hanoi"
    ]
    none = listed(explorer, q="no such words")
    assert (none["total"], none["rows"]) == (0, [])


def test_only_those_about_an_actor(explorer: TestClient) -> None:
    told = listed(explorer, about="Cambodia")
    assert {one["publisher"] for one in told["rows"]} == {"The Wall Street Journal", "Fresh News"}
    assert explorer.get("/api/documents", params={"about": "Nowhere"}).status_code == 404


def test_as_known_on_a_day(explorer: TestClient) -> None:
    told = listed(explorer, known="2013")
    assert told["held"] < listed(explorer)["held"]
    assert all(one["published"] < "2014" for one in told["rows"])


def test_a_document_tells_its_claims_in_place(explorer: TestClient) -> None:
    (one,) = listed(explorer, q="No fighters")["rows"]
    told = explorer.get(f"/api/documents/{one['id']}").json()
    (claim,) = told["claims"]
    assert told["text"][claim["start"] : claim["end"]] == claim["quote"]
    assert (claim["says"], claim["look"]) == ("denied (signed)", "contested")
    assert [party["name"] for party in claim["parties"]] == ["Russia", "Vietnam"]
    (event,) = claim["edges"]
    assert explorer.get(f"/api/edges/{event}").status_code == 200
    assert explorer.get(f"/api/claims/{claim['id']}").json() == claim


def test_no_address_of_another_scheme_is_given(explorer: TestClient) -> None:
    told = explorer.get(f"/api/documents/{HOSTILE[0].id}").json()
    assert [place["address"] for place in told["places"]] == [None]


def test_what_is_not_here(explorer: TestClient) -> None:
    assert explorer.get(f"/api/documents/document/{'0' * 32}").status_code == 404
    assert explorer.get("/api/documents/event/0a").status_code == 422


def test_editions_and_withdrawals_are_told(tmp_path: Path) -> None:
    path = tmp_path / "editions.store"
    early, late = (
        Article(day, "Wire", "Ships", "https://wire.example/ships")
        .says(quote, "port_call", "USA VNM", "occurred")
        .item()
        for day, quote in (("2024-01-02", "Ships came."), ("2024-01-03", "Two ships came."))
    )
    with Store.open(path) as store:
        store.add([early, late])
    client = client_of(path)
    older = client.get(f"/api/documents/{early[0].id}").json()
    assert older["newer"] == [late[0].id]
    assert older["claims"][0]["superseded"]
    assert older["claims"][0]["edges"] == []
    assert client.get(f"/api/documents/{late[0].id}").json()["older"] == [early[0].id]
    assert [one["superseded"] for one in listed(client)["rows"]] == [False, True]
    with Store.open(path) as store:
        store.withdraw(late[0].id, reason="retracted", by="desk")
    (gone,) = listed(client)["withdrawn"]
    assert gone["reason"] == "retracted"
    assert [one["superseded"] for one in listed(client)["rows"]] == [False]
    missing = client.get(f"/api/documents/{late[0].id}")
    assert missing.status_code == 404
    assert "withdrawn by desk" in missing.json()["error"]


def test_a_row_of_a_table_is_named_by_its_note(tmp_path: Path) -> None:
    path = tmp_path / "row.store"
    with Store.open(path) as store:
        text = "date: 2024\ntype: visit\nnote: A visit to the port."
        store.add([(Document(text, (Appearance("table.csv"),)), [])])
    (one,) = listed(client_of(path))["rows"]
    assert one["title"] == "(row of a table) A visit to the port."


@pytest.mark.browser
def test_marks_lie_on_their_sentences(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "ship.store"
    document = ship(path)
    with serving(path) as served:
        shown(browser, served, f"#/read?document={document}", ".text mark")
        assert browser.find(".text mark").text == "Frigates called at the port on Monday."
        browser.find(".text mark").click()
        until(browser, ".note[aria-current=true]")
        assert "claim=claim" in browser.run("return location.hash")
        browser.find(".note[aria-current=true] .button").click()
        until(browser, "#evidence .evidence")
        assert browser.complaints() == []


@pytest.mark.browser
def test_hostile_text_is_only_text(browser: Browser, served: str) -> None:
    shown(browser, served, f"#/read?document={HOSTILE[0].id}", ".text mark")
    assert browser.run("return window.__hit") is None
    assert [one.text for one in browser.all(".unseen")] == ["U+202E", "U+202C"]
    assert browser.all(".view-read a[href^='javascript']") == []
    assert browser.complaints() == []
    assert violations(browser.driver) == []


@pytest.mark.browser
def test_the_list_leads_to_a_document(browser: Browser, served: str) -> None:
    shown(browser, served, "#/read?q=hanoi", ".view-read tbody a")
    assert violations(browser.driver) == []
    browser.find(".view-read tbody a").click()
    until(browser, ".sheet .text")
