import datetime as dt
import shutil
import threading
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from hedgerow.errors import StoreError
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store
from hedgerow.graph.view import View, Viewed
from hedgerow.viz.explorer import lookbacks as module
from hedgerow.viz.explorer.holdings import StoreHoldings
from tests.queries.making import Article
from tests.viz.explorer.conftest import client_of, made

DAY = dt.date(2024, 1, 1)


def add_one(path: Path) -> None:
    told = Article("2026-01-05", "Wire", "Later").says(
        "Laos and Vietnam held a meeting.", "meeting", "LAO VNM", "occurred", date="2026-01-04"
    )
    with Store.open(path) as store:
        store.add([told.item()])


def test_commits_made_meanwhile_show_with_the_next_request(own_store: Path) -> None:
    explorer = client_of(own_store)
    before = explorer.get("/api/status").json()
    add_one(own_store)
    after = explorer.get("/api/status").json()
    assert after["documents"] == before["documents"] + 1
    assert after["newest"] == "2026-01-05"


def test_a_snapshot_in_use_stays_open_and_goes_with_its_last_reader(own_store: Path) -> None:
    held = StoreHoldings(own_store)
    reading = held.snapshot()
    folder = own_store / "snapshots" / f"{reading.sequence:08}"
    add_one(own_store)
    assert held.snapshot().sequence > reading.sequence
    assert reading.counts().documents == held.snapshot().counts().documents - 1
    add_one(own_store)
    assert folder.exists()
    del reading
    with Store.open(own_store) as store:
        store.withdraw(next(store.documents()).id, reason="a test", by="nobody")
    assert not folder.exists()


def test_readers_of_the_newest_state_do_not_wait_for_a_look_back(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = StoreHoldings(store_path)
    begun, go_on = threading.Event(), threading.Event()
    built: list[View] = []

    def slow(snapshot: Snapshot, view: View, **_: object) -> Viewed:
        built.append(view)
        begun.set()
        assert go_on.wait(10)
        return Viewed(snapshot)

    monkeypatch.setattr(module, "viewed", slow)
    waiting = [threading.Thread(target=held.snapshot, args=(DAY,)) for _ in range(3)]
    for thread in waiting:
        thread.start()
    assert begun.wait(10)
    assert held.snapshot().counts().documents > 0
    go_on.set()
    for thread in waiting:
        thread.join()
    assert built == [View(known=DAY)]


def test_looks_back_are_kept_for_a_while_and_dropped_with_the_commit(own_store: Path) -> None:
    held = StoreHoldings(own_store)
    first = held.snapshot(DAY)
    assert held.snapshot(DAY) is first
    for month in range(1, module.VIEWS + 1):
        held.snapshot(dt.date(2025, month, 1))
    assert held.snapshot(DAY) is not first
    kept = held.snapshot(DAY)
    add_one(own_store)
    assert held.snapshot(DAY) is not kept


def test_a_store_deleted_meanwhile_is_told_in_one_sentence(own_store: Path) -> None:
    explorer = client_of(own_store)
    assert explorer.get("/api/status").status_code == 200
    shutil.rmtree(own_store)
    for path in ("/api/status", "/api/network", "/api/status?known=2024"):
        answer = explorer.get(path)
        assert answer.status_code == 503
        assert "There is no store" in answer.json()["error"]
    made(own_store)
    assert explorer.get("/api/status").status_code == 200


def test_without_a_store_it_does_not_start(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="hedgerow load"):
        StoreHoldings(tmp_path / "nowhere")


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text")
    with pytest.raises(StoreError, match="There is no store"):
        StoreHoldings(tmp_path / "file")


def test_while_looking_back_status_tells_of_that_day(explorer: TestClient) -> None:
    newest = explorer.get("/api/status").json()
    seen = explorer.get("/api/status", params={"known": "2020"}).json()
    assert newest["left_out"] is None
    assert 0 < seen["documents"] < newest["documents"]
    assert seen["newest"] <= "2020-12-31"
    assert seen["left_out"].startswith(f"{seen['documents']} of {newest['documents']} documents")


@pytest.mark.parametrize("name", ["at", "known"])
def test_days_to_come_are_refused(explorer: TestClient, name: str) -> None:
    today = dt.datetime.now().astimezone().date()
    for path in ("/api/status?", "/api/pair/silences?a=VNM&b=USA&", "/api/network?"):
        if (path, name) != ("/api/status?", "at"):
            answer = explorer.get(f"{path}{name}=9999")
            assert (answer.status_code, "still to come" in answer.text) == (400, True)
    answer = explorer.get("/api/network", params={name: str(today.year)}).json()
    assert answer["day"] == str(today)
