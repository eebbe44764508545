"""The record of judgements: undone, contrary and orphaned ones, edges by hand, and its file."""

from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from starlette.testclient import TestClient

from hedgerow.graph.judgements_json import read_lines
from hedgerow.graph.store import Store
from tests.viz.axe import violations
from tests.viz.explorer.conftest import client_of, serving
from tests.viz.explorer.test_review import judge, queue, unsure
from tests.viz.explorer.waiting import shown, until
from tests.viz.network.browsing import Browser

ARMS = {
    "type": "arms_deal",
    "actors": "ISR VNM",
    "status": "signed",
    "date": "2024-05-01",
    "quote": "The two signed for radars.",
}
SOURCE = {"source_url": "https://paper.example/radars", "source_publisher": "Paper"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store to be judged."""
    return unsure(tmp_path / "unsure.store")


@pytest.fixture
def client(path: Path) -> TestClient:
    """An explorer over it."""
    return client_of(path)


def record(client: TestClient, **given: str) -> dict[str, Any]:
    answer = client.get("/api/judgements", params=given)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_the_record_tells_who_when_what_and_why(client: TestClient) -> None:
    first = queue(client)["rows"][0]["claim"]
    judge(client, "correct", first, corrections={"status": "talks"}, note="Read again.")
    judge(client, "note", first, note="See the annex.", by="B. Analyst")
    told = record(client)
    assert (told["total"], told["recorded"]) == (2, 2)
    assert told["analysts"] == ["A. Analyst", "B. Analyst"]
    latest, earlier = told["rows"]
    assert (latest["judgement"]["decision"], latest["judgement"]["note"]) == (
        *("note", "See the annex."),
    )
    assert earlier["judgement"]["words"] == "status talks"
    assert [one["claim"] for one in earlier["about"]] == [first]
    assert record(client, by="B. Analyst")["total"] == 1


def test_undoing_takes_a_judgement_back_and_can_be_undone(client: TestClient) -> None:
    first = queue(client)["rows"][0]["claim"]
    accepted = judge(client, "accept", first)
    undone = judge(client, "undo", undoes=accepted["judgement"]["id"])
    assert {one["how"] for one in undone["changes"]} == {"removed"}
    assert queue(client)["open"] == 3
    latest, earlier = record(client)["rows"]
    assert latest["takes_back"].startswith("accept by A. Analyst")
    assert (earlier["judgement"]["undone"], earlier["undone_by"]) == (True, ["A. Analyst"])
    case = client.get(f"/api/review/{first}").json()["claim"]
    assert [(one["decision"], one["undone"]) for one in case["judged"]] == [
        ("accept", True),
        ("undo", False),
    ]
    judge(client, "undo", undoes=undone["judgement"]["id"])
    assert queue(client)["open"] == 2


def test_what_analysts_disagree_on_waits_again_and_says_so(client: TestClient) -> None:
    last = queue(client)["rows"][-1]["claim"]
    judge(client, "accept", last)
    judge(client, "reject", last, by="B. Analyst")
    (row,) = queue(client, reason="conflict")["rows"]
    assert (row["claim"], row["reasons"][0]) == (last, "analysts disagree")
    case = client.get(f"/api/review/{last}").json()
    assert len(case["claim"]["conflicts"]) == 1
    told = record(client)
    assert told["apart"] == 1
    assert told["conflicts"][0]["later"].startswith("reject: B. Analyst")


def test_judgements_without_their_claim_are_listed(client: TestClient, path: Path) -> None:
    judge(client, "accept", queue(client)["rows"][0]["claim"])
    with Store.open(path) as store:
        (document,) = store.documents()
        store.withdraw(document.id, reason="retracted", by="desk")
    told = record(client)
    assert told["lost"] == 1
    assert told["orphaned"][0]["words"] == "Israel - Vietnam: arms deal"
    assert told["rows"][0]["about"][0]["words"] is None


@pytest.mark.parametrize("source", [SOURCE, {}])
def test_an_edge_by_hand_counts_and_says_what_it_rests_on(
    client: TestClient, source: dict[str, str]
) -> None:
    told = judge(client, "add", corrections=ARMS | source)
    assert {one["how"] for one in told["changes"]} == {"added"}
    (claim,) = told["judgement"]["claims"]
    case = client.get(f"/api/claims/{claim}").json()
    assert (case["engine"], "analyst_knowledge" in case["flags"]) == ("analyst", not source)
    assert not [row for row in queue(client)["rows"] if row["claim"] == claim]
    event = client.get(f"/api/edges/{case['edges'][0]}").text
    assert ("analyst's knowledge" in event) == (not source)
    judge(client, "undo", undoes=told["judgement"]["id"])
    assert client.get(f"/api/claims/{claim}").json()["edges"] == []


@pytest.mark.parametrize(
    "corrections",
    [{}, {"type": "visit"}, ARMS | {"actors": "ISR"}, ARMS | {"source_url": "javascript:alert()"}],
)
def test_an_edge_by_hand_that_cannot_be_is_refused(
    client: TestClient, corrections: dict[str, str]
) -> None:
    wish = {"decision": "add", "by": "me", "corrections": corrections}
    answer = client.post("/api/judgements", json=wish)
    assert (answer.status_code, record(client)["total"]) == (400, 0)


def test_undoing_needs_a_judgement_that_is_here(client: TestClient) -> None:
    for undoes, status in ((None, 400), (f"judgement/{'0' * 32}", 400), ("claim/0a", 422)):
        wish = {"decision": "undo", "by": "me", "undoes": undoes}
        assert client.post("/api/judgements", json=wish).status_code == status


def test_the_file_of_judgements_can_be_taken_over_by_another_store(
    client: TestClient, path: Path, tmp_path: Path
) -> None:
    accepted = judge(client, "accept", queue(client)["rows"][0]["claim"])
    judge(client, "undo", undoes=accepted["judgement"]["id"])
    judge(client, "add", corrections=ARMS)
    answer = client.get("/export/judgements.jsonl")
    assert 'filename="judgements.jsonl"' in answer.headers["content-disposition"]
    found = read_lines(answer.text.splitlines())
    with Store.open(unsure(tmp_path / "other.store")) as other, Store.read(path) as own:
        other.adopt(found)
        assert {one.id for one in found} == {one.id for one in own.judgements()}
        assert other.canonical_hash() == own.canonical_hash()


@pytest.mark.browser
def test_an_edge_is_added_by_hand_undone_after_asking_and_shown_on_record(
    browser: Browser, path: Path
) -> None:
    with serving(path) as served:
        shown(browser, served, "#/review?part=add", ".by-hand")
        assert violations(browser.driver) == []
        actors = browser.driver.find_elements(By.CSS_SELECTOR, ".by-hand .actor input")
        for field, name in zip(actors, ("Israel", "Vietnam"), strict=True):
            field.send_keys(name + "\t")
        browser.run("document.querySelector('[name=type]').value = 'arms_deal'")
        browser.run("document.querySelector('[name=source]').value = ''")
        browser.run("document.querySelector('[name=source]').dispatchEvent(new Event('change'))")
        browser.find(".by-hand textarea").send_keys("They told me so.")
        browser.find(".by-hand [autocomplete=name]").send_keys("A. Analyst")
        browser.find(".by-hand .button.primary").click()
        until(browser, ".outcome .notice.good")
        shown(browser, served, "#/review?part=record", ".record li")
        assert violations(browser.driver) == []
        undo = browser.find(".record .button.quiet")
        undo.click()
        assert "Press again" in undo.text
        undo.click()
        until(browser, ".record li.undone")
        assert violations(browser.driver) == []
        assert browser.complaints() == []
    with Store.read(path) as snapshot:
        assert [one.decision for one in snapshot.judgements()] == ["add", "undo"]
