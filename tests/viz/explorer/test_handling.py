"""An explorer that may show only so much: nothing stricter in any answer, and no judgements."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from hedgerow.graph.store import Store
from hedgerow.viz.explorer.app import create_app
from hedgerow.viz.explorer.holdings import StoreHoldings
from hedgerow.viz.explorer.security import TOKEN_HEADER
from tests.cli.test_handling import GREEN, RED, SECRET, restricted
from tests.queries.making import vietnam
from tests.viz.explorer.conftest import ORIGIN, PORT, TOKEN

ADDRESSES = (
    *("status", "review", "documents", "questions", "changes", "matrix", "large", "network"),
    *("compass?state=VNM", "timeline?a=VNM", "timeline?a=VNM&b=USA", "timeline/drawing?a=VNM"),
    *("pair?a=VNM&b=USA", "pair/silences?a=VNM&b=USA", "levels?state=VNM", "path?a=VNM&b=USA"),
    *("network/matters?a=VNM&b=USA", "ask/record?a=VNM&b=USA", "ask/party_only"),
    "compass/why?state=VNM&on=2025-10-30",
)
FILES = (
    *("changes.csv", "changes.md", "compass.csv?state=VNM", "timeline/csv", "pair.csv?a=VNM&b=USA"),
    *("levels.csv?state=VNM", "matrix.csv", "network.csv", "network.svg", "ask/record.csv?a=VNM"),
    *("timeline.csv?a=VNM", "timeline.html?a=VNM", "timeline.json?a=VNM"),
)


def client_of(path: Path, most: str | None) -> TestClient:
    """A client of an explorer that shows marks up to one."""
    app = create_app(StoreHoldings(path, most), token=TOKEN, port=PORT)
    client = TestClient(app, base_url=ORIGIN, raise_server_exceptions=False)
    client.get("/", params={"token": TOKEN})
    client.headers[TOKEN_HEADER] = TOKEN
    return client


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one restricted document among others."""
    path = tmp_path_factory.mktemp("marked") / "hedgerow.store"
    with Store.open(path) as store:
        store.add([each.item() for each in vietnam()])
        store.add([restricted()])
    return path


def test_no_answer_of_an_explorer_with_a_limit_tells_a_restricted_sentence(place: Path) -> None:
    client, whole = client_of(place, GREEN), client_of(place, None)
    addresses = [f"/api/{each}" for each in ADDRESSES] + [f"/export/{each}" for each in FILES]
    found = {each: client.get(each) for each in addresses}
    assert {
        each for each, told in found.items() if SECRET in told.text or RED in told.text
    } == set()
    assert {told.status_code for told in found.values()} <= {200, 400, 404}
    assert SECRET in whole.get("/api/timeline?a=VNM").text
    hidden = restricted()[0].id
    assert client.get(f"/api/documents/{hidden}").status_code == 404
    assert SECRET in whole.get(f"/api/documents/{hidden}").text


def test_the_head_of_the_explorer_and_each_sentence_carry_the_mark(place: Path) -> None:
    client = client_of(place, None)
    assert client.get("/api/status").json()["handling"] == RED
    edge = next(
        row["id"]
        for row in client.get("/api/ask/record?a=VNM&b=USA").json()["rows"]
        if SECRET in str(row)
    )
    evidence = client.get(f"/api/edges/{edge.replace('/', '%2F')}").json()
    assert evidence["handling"] == RED
    assert [one["handling"] for one in evidence["sentences"]] == [RED]


def test_an_explorer_with_a_limit_takes_no_judgements(place: Path) -> None:
    client = client_of(place, GREEN)
    assert client.get("/api/status").json()["writable"] is False
