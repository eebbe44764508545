"""Review: the queue, a case, judgements and what they change, locks, and the view in a browser."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait
from starlette.testclient import TestClient

from hedgerow.graph.store import Store
from hedgerow.ontology.vocabulary import vocabulary
from tests.queries.making import Article
from tests.viz.axe import violations
from tests.viz.explorer.conftest import client_of, serving, wait_for
from tests.viz.explorer.waiting import PATIENCE, shown, until
from tests.viz.network.browsing import Browser


def unsure(path: Path) -> Path:
    """A store with two claims that were read unsurely, one flagged, and one that is sure."""
    article = Article("2024-05-02", "Wire", "Ships and visits", "https://wire.example/ships")
    article.says("He came to Hanoi on May 1.", "visit", "USA VNM", "occurred", date="2024-05-01")
    article.says(
        "They may have signed for radars.",
        *("arms_deal", "ISR VNM", "signed"),
        confidence=0.3,
        item="radars",
    )
    article.says("It would send ships.", "port_call", "IND VNM", "planned", confidence=0.4)
    article.says("He met them.", "meeting", "JPN VNM", "occurred", flags=("coreference",))
    with Store.open(path) as store:
        store.add([article.item()])
    return path


def queue(client: TestClient, **given: str) -> dict[str, Any]:
    answer = client.get("/api/review", params=given)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def judge(client: TestClient, decision: str, *claims: str, **more: Any) -> dict[str, Any]:
    wish = {"decision": decision, "claims": claims, "by": "A. Analyst"} | more
    answer = client.post("/api/judgements", json=wish)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store to be judged."""
    return unsure(tmp_path / "unsure.store")


@pytest.fixture
def client(path: Path) -> TestClient:
    """An explorer over it."""
    return client_of(path)


def test_the_weightiest_come_first(client: TestClient) -> None:
    told = queue(client)
    assert [row["label"] for row in told["rows"]] == ["arms deal", "port call", "meeting"]
    assert [row["reasons"] for row in told["rows"]] == [
        ["read unsurely"],
        ["read unsurely"],
        ["an actor is only pointed back to"],
    ]
    assert (told["open"], told["settled"], told["total"]) == (3, 0, 3)


def test_contested_claims_wait(explorer: TestClient) -> None:
    told = queue(explorer, reason="contested")
    assert told["total"] >= 4
    assert {row["parties"] for row in told["rows"]} == {"China - Cambodia", "Russia - Vietnam"}


def test_filters(client: TestClient) -> None:
    assert queue(client, about="Israel")["total"] == 1
    assert queue(client, type="meeting")["total"] == 1
    assert queue(client, reason="unsure")["total"] == 2
    assert queue(client, settled="true")["total"] == 0


def test_a_case_stands_in_its_context(client: TestClient) -> None:
    first = queue(client)["rows"][0]["claim"]
    told = client.get(f"/api/review/{first}").json()
    assert told["before"].endswith("on May 1.\n")
    assert told["claim"]["quote"] == "They may have signed for radars."
    assert told["after"].startswith("\nIt would send ships.")
    assert len(told["around"]) == 3
    assert told["claim"]["edges"] == []


def test_accepting_makes_it_count(client: TestClient) -> None:
    first = queue(client)["rows"][0]["claim"]
    told = judge(client, "accept", first, note="It is in the contract.")
    assert {change["how"] for change in told["changes"]} == {"added"}
    after = queue(client)
    assert (after["open"], after["settled"]) == (2, 1)
    case = client.get(f"/api/review/{first}").json()["claim"]
    assert (case["confidence"], len(case["edges"])) == (1.0, 1)
    assert case["judged"][0]["note"] == "It is in the contract."


def test_rejecting_takes_away_and_the_opposite_brings_back(client: TestClient, path: Path) -> None:
    with Store.read(path) as snapshot:
        (visit,) = (one for one in snapshot.claims() if one.type == "visit")
    assert {one["how"] for one in judge(client, "reject", visit.id)["changes"]} == {"removed"}
    assert client.get(f"/api/claims/{visit.id}").json()["rejected"]
    assert {one["how"] for one in judge(client, "accept", visit.id)["changes"]} == {"added"}


def test_correcting(client: TestClient) -> None:
    first = queue(client)["rows"][0]["claim"]
    judge(client, "correct", first, corrections={"status": "talks", "date": "2024-04"})
    told = client.get(f"/api/claims/{first}").json()
    assert (told["says"], told["look"], told["date"]) == ("in talks", "prospective", "2024-04")
    assert (told["read"]["status"], told["read"]["date"]) == ("signed", None)


def test_different_claims_are_told_apart(own_store: Path) -> None:
    client = client_of(own_store)
    fighters = queue(client, reason="contested", about="RUS")["rows"]
    case = client.get(f"/api/review/{fighters[0]['claim']}").json()
    beside = next(one for one in case["alike"] if one["together"])
    told = judge(client, "different", fighters[0]["claim"], beside["claim"])
    assert told["changes"]
    case = client.get(f"/api/review/{fighters[0]['claim']}").json()
    assert not any(one["together"] for one in case["alike"] if one["claim"] == beside["claim"])


def test_the_queue_follows_what_is_loaded_and_withdrawn(client: TestClient, path: Path) -> None:
    assert queue(client)["open"] == 3
    more = Article("2024-06-01").says("Perhaps.", "call", "USA VNM", "occurred", confidence=0.2)
    with Store.open(path) as store:
        store.add([more.item()])
    assert queue(client)["open"] == 4
    with Store.open(path) as store:
        store.withdraw(more.item()[0].id, reason="wrong", by="desk")
    assert queue(client)["open"] == 3


@pytest.mark.parametrize(
    ("wish", "status"),
    [
        ({"decision": "forget"}, 400),
        ({"decision": "correct"}, 400),
        ({"decision": "accept", "corrections": {"status": "talks"}}, 400),
        ({"decision": "correct", "corrections": {"status": "maybe"}}, 400),
        ({"decision": "correct", "corrections": {"quote": "else"}}, 400),
        ({"decision": "same"}, 400),
        ({"claims": [f"claim/{'0' * 32}"]}, 400),
        ({"claims": []}, 400),
        ({"claims": ["event/0a"]}, 422),
        ({"by": " \u202e "}, 422),
        ({"by": "\u202e\u200b "}, 422),
        ({"by": "\u3164."}, 422),
        ({"at": "2020-01-01"}, 422),
    ],
)
def test_what_does_not_fit_is_refused(
    client: TestClient, path: Path, wish: dict[str, Any], status: int
) -> None:
    first = queue(client)["rows"][0]["claim"]
    asked = {"decision": "accept", "claims": [first], "by": "me"} | wish
    answer = client.post("/api/judgements", json=asked)
    assert answer.status_code == status, answer.text
    assert answer.json()["error"]
    with Store.read(path) as snapshot:
        assert snapshot.judgements() == []


def test_nothing_is_written_without_the_token(client: TestClient, path: Path) -> None:
    wish = {"decision": "reject", "claims": [queue(client)["rows"][0]["claim"]], "by": "me"}
    del client.headers["X-Hedgerow-Token"]
    assert client.post("/api/judgements", json=wish).status_code == 403
    assert client_of(path, known=False).post("/api/judgements", json=wish).status_code == 403
    with Store.read(path) as snapshot:
        assert snapshot.judgements() == []


def test_a_store_that_is_written_to_is_busy(client: TestClient, path: Path) -> None:
    wish = {"decision": "reject", "claims": [queue(client)["rows"][0]["claim"]], "by": "me"}
    with Store.open(path):
        answer = client.post("/api/judgements", json=wish)
    assert answer.status_code == 409
    assert "is being written" in answer.json()["error"]
    assert client.post("/api/judgements", json=wish).status_code == 200


def test_a_store_that_is_gone_is_not_made_anew(client: TestClient, path: Path) -> None:
    wish = {"decision": "reject", "claims": [queue(client)["rows"][0]["claim"]], "by": "me"}
    shutil.rmtree(path)
    answer = client.post("/api/judgements", json=wish)
    assert answer.status_code == 503
    assert "There is no store" in answer.json()["error"]
    assert not path.exists()


def test_choices_are_the_ontologys(client: TestClient) -> None:
    told = client.get("/api/review/choices").json()
    assert {one["name"] for one in told["types"]} == set(vocabulary().tie_types)
    assert "comprehensive_strategic" in {one["name"] for one in told["levels"]}


@pytest.mark.browser
def test_a_claim_is_accepted_and_corrected_by_keys(browser: Browser, path: Path) -> None:
    with serving(path) as served:
        shown(browser, served, "#/review", ".case .decisions")
        assert violations(browser.driver) == []
        body = browser.find("body")
        body.send_keys("a")
        assert browser.run("return document.activeElement.matches('.decisions input')")
        browser.run("document.activeElement.value = 'A. Analyst'; document.activeElement.blur()")
        body.send_keys("a")
        until(browser, ".outcome .notice.good")
        assert "Israel" in browser.find(".outcome").text
        body.send_keys("c")
        until(browser, ".correction select")
        assert violations(browser.driver) == []
        browser.run("document.querySelector('.correction input[name=date]').value = '2024-06'")
        browser.find(".correction .button.primary").click()
        WebDriverWait(browser.driver, PATIENCE).until(
            lambda driver: "correct, by" in driver.find_element(By.CSS_SELECTOR, ".outcome").text
        )
        assert browser.complaints() == []
    with Store.read(path) as snapshot:
        assert [one.decision for one in snapshot.judgements()] == ["accept", "correct"]
        assert dict(snapshot.judgements()[1].corrections) == {"date": "2024-06"}


@pytest.mark.browser
def test_u_takes_the_last_judgement_back(browser: Browser, path: Path) -> None:
    with serving(path) as served:
        shown(browser, served, "#/review", ".case .decisions")
        browser.run("localStorage.setItem('hedgerow-by', 'B. Analyst')")
        browser.driver.refresh()
        until(browser, ".case .decisions")
        browser.find("body").send_keys("r")
        until(browser, ".outcome .notice.good")
        browser.find("body").send_keys("u")
        wait_for(browser, "document.querySelector('.outcome')?.textContent.includes('undo, by')")
    with Store.read(path) as snapshot:
        told = [(one.decision, one.by) for one in snapshot.judgements()]
    assert told == [("reject", "B. Analyst"), ("undo", "B. Analyst")]
