"""Event tables in the explorer: a document of a million rows is shown by its first ones."""

from pathlib import Path

import pytest

from hedgerow.graph.store import Store
from hedgerow.viz.network.evidence import sentences
from tests.graph.rows import PAGE, batch, row, table
from tests.viz.explorer.conftest import client_of

WAITING = table("b", 0.4, "gdelt")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    rows = [row("visit", "USA VNM", f"2024-01-{day:02}") for day in range(1, 6)]
    with Store.open(tmp_path / "store") as store:
        store.add_tables([(table(), [batch(*rows)]), (WAITING, [batch(*rows)])])
    return tmp_path / "store"


def test_it_shows_its_first_rows_and_the_one_that_is_asked_for(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hedgerow.graph.catalogue.ROWS_SHOWN", 2)
    with Store.read(path) as snapshot:
        last = max(snapshot.claims(document=table().document.id), key=lambda each: each.start)
    client = client_of(path)
    address = f"/api/documents/{table().document.id}"
    first, with_last = (
        client.get(address, params=asked).json() for asked in ({}, {"claim": last.id})
    )
    assert (first["held"], len(first["claims"])) == (5, 2)
    assert with_last["claims"][0]["id"] == last.id
    assert len(with_last["claims"]) == 3


def test_the_list_of_documents_tells_how_many_rows_each_has(path: Path) -> None:
    listed = client_of(path).get("/api/documents", params={"about": "Vietnam"}).json()
    assert {each["id"]: each["claims"] for each in listed["rows"]} == {
        table().document.id: 5,
        WAITING.document.id: 5,
    }


def test_waiting_rows_are_not_in_the_list_for_review_but_can_be_looked_at(path: Path) -> None:
    client = client_of(path)
    assert client.get("/api/review").json()["total"] == 0
    with Store.read(path) as snapshot:
        waiting = next(snapshot.claims(document=WAITING.document.id))
    case = client.get(f"/api/review/{waiting.id}").json()
    assert (case["before"], case["after"], case["around"]) == ("", "", [])
    assert case["claim"]["quote"] == waiting.quote


def test_a_counted_row_leads_to_its_page(path: Path) -> None:
    with Store.read(path) as snapshot:
        (event,) = snapshot.events()
        told = sentences(snapshot, event.claims)
    assert {(each.url, each.publisher) for each in told.values()} == {(PAGE, "example.org")}
