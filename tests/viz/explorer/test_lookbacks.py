"""Looks back: one at a time, few waiting, and nobody else kept waiting by them."""

import datetime as dt
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.view import View, Viewed
from hedgerow.viz.explorer import lookbacks as module
from hedgerow.viz.explorer.holdings import StoreHoldings
from hedgerow.viz.explorer.lookbacks import BUSY, LookBacks, LookBacksWaiting
from hedgerow.viz.explorer.serve import PATIENCE, Explorer
from tests.viz.explorer.conftest import serving

SOON = 5.0


class Slow:
    """Takes the place of `viewed`: goes on reading until it is told to end."""

    def __init__(self) -> None:
        self.begun: list[dt.date | None] = []
        self.end = threading.Event()

    def __call__(
        self, snapshot: Snapshot, view: View, *, progress: Callable[[int, float], None]
    ) -> Viewed:
        self.begun.append(view.known)
        while not self.end.wait(0.01):
            progress(1, 0.5)
        return Viewed(snapshot)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    """Looks back that last until they are told to end."""
    made = Slow()
    monkeypatch.setattr(module, "viewed", made)
    yield made
    made.end.set()


def soon(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + SOON
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.01)


def day(number: int) -> dt.date:
    return dt.date(2020, 1, number)


def test_beyond_a_few_they_are_refused(store_path: Path, slow: Slow) -> None:
    looks, snapshot = LookBacks(), StoreHoldings(store_path).snapshot()
    asked = [looks.ask(snapshot, day(number)) for number in (1, 2, 3)]
    with pytest.raises(LookBacksWaiting, match="being worked out"):
        looks.ask(snapshot, day(4))
    assert looks.ask(snapshot, day(2)) is asked[1]
    slow.end.set()
    assert all(one.found.result(SOON).snapshot is snapshot for one in asked)
    assert slow.begun == [day(1), day(2), day(3)]


def test_what_nobody_waits_for_is_not_worked_out(store_path: Path, slow: Slow) -> None:
    looks, snapshot = LookBacks(), StoreHoldings(store_path).snapshot()
    first, second = (looks.ask(snapshot, day(number)) for number in (1, 2))
    soon(lambda: slow.begun == [day(1)])
    looks.leave(second)
    looks.leave(first)
    assert not first.found.done()
    third = looks.ask(snapshot, day(3))
    soon(lambda: slow.begun == [day(1), day(3)])
    slow.end.set()
    third.found.result(SOON)
    assert not first.found.done() and not second.found.done()


def test_a_failure_is_told_to_whoever_waits(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> Viewed:
        raise ValueError("damaged")

    monkeypatch.setattr(module, "viewed", fails)
    looks, snapshot = LookBacks(), StoreHoldings(store_path).snapshot()
    for _ in range(2):
        with pytest.raises(ValueError, match="damaged"):
            looks.ask(snapshot, day(1)).found.result(SOON)


def test_scrubbing_keeps_nobody_else_waiting(store_path: Path, slow: Slow) -> None:
    with serving(store_path) as address, httpx.Client(follow_redirects=True) as client:
        client.get(address)
        origin = address.partition("?")[0]
        with ThreadPoolExecutor(60) as pool:
            path = f"{origin}api/network?known=2020-"
            days = [f"{path}{1 + n // 28:02}-{1 + n % 28:02}" for n in range(60)]
            answers = [pool.submit(client.get, each, timeout=60) for each in days]
            soon(lambda: sum(each.done() for each in answers) == 57)
            begun = time.monotonic()
            assert client.get(f"{origin}api/status").status_code == 200
            assert client.get(f"{origin}static/js/main.js").status_code == 200
            assert time.monotonic() - begun < 2
            slow.end.set()
        told = [each.result() for each in answers]
    refused = [each for each in told if each.status_code == 503]
    assert len(refused) == 57
    assert {each.json()["error"] for each in refused} == {BUSY}


def test_days_left_by_the_browser_make_way(store_path: Path, slow: Slow) -> None:
    with serving(store_path) as address, httpx.Client(follow_redirects=True) as client:
        client.get(address)
        origin = address.partition("?")[0]
        for number in range(1, 6):
            with pytest.raises(httpx.ReadTimeout):
                client.get(f"{origin}api/network?known=2020-01-0{number}", timeout=0.3)
        slow.end.set()
        assert client.get(f"{origin}api/network?known=2020-01-06").status_code == 200
    assert day(6) in slow.begun


def test_it_ends_at_once_while_some_wait(store_path: Path, slow: Slow) -> None:
    ready = threading.Event()
    server = Explorer(StoreHoldings(store_path), port=0, started=lambda _: ready.set())
    thread = threading.Thread(target=server.serve_here)
    thread.start()
    assert ready.wait(SOON)
    with httpx.Client(follow_redirects=True) as client, ThreadPoolExecutor(3) as pool:
        client.get(server.address)
        path = f"{server.address.partition('?')[0]}api/network?known=2020-01-0"
        answers = [pool.submit(client.get, f"{path}{n}", timeout=60) for n in (1, 2, 3)]
        soon(lambda: slow.begun != [])
        server.should_exit = True
        thread.join(PATIENCE)
        assert not thread.is_alive()
        assert {each.result().status_code for each in answers} == {503}
