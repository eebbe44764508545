"""A store with articles, some of them hostile, an event table and a judgement."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hedgerow.graph.records import Judgement
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store
from hedgerow.graph.tables import Rows, Table
from tests.graph.articles import claim, document

QUOTE = "=CMD() Russia may sell jets."
ADDRESS = "https://wire.example/jets"
TEXT = f"{QUOTE} This is the rest of the text."


def fill(store: Store) -> None:
    """Add what the tests of exports read back."""
    sale = replace(document(TEXT, url=ADDRESS, source="/home/someone/jets.txt"))
    told = claim(sale, "arms_deal", "RUS VNM", "talks")
    told = replace(told, quote=QUOTE, end=len(QUOTE), item="jets", attributes={"quantity": "12"})
    raised = document("They raised it.", publisher="Wire", source="/home/someone/raised.txt")
    level = claim(raised, "partnership_upgrade", "CHN VNM", "agreed", "2008-05", level="strategic")
    many = document("Three met.", published=None)
    met = claim(many, "meeting", "CHN RUS VNM", "occurred", "2020")
    store.add([(sale, [told]), (raised, [level]), (many, [met])])
    store.judge(Judgement("accept", (told.id,), "analyst", "2024-01-01T10:00:00Z", note="sure"))
    table = Table(document("events.csv gdelt 1a2b"), "gdelt", "GDELT", 0.6)
    rows = Rows(
        numbers=[1, 2],
        types=["visit", "call"],
        statuses=["occurred", "occurred"],
        sources=["USA", "VNM"],
        others=["VNM", "USA"],
        days=["2021-02-03", "2021-02-04"],
        codes=["042", "041"],
        pages=["https://www.daily.example/a", None],
        quotes=["USA VNM 042", "VNM USA 041"],
    )
    store.add_tables([(table, [rows])])


@pytest.fixture(params=["memory", "disk"])
def snapshot(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Snapshot]:
    """The same in memory, as a view is, and on disk."""
    if request.param == "memory":
        store = Store.open()
        fill(store)
        yield store
        return
    with Store.open(tmp_path / "store") as opened:
        fill(opened)
    with Store.read(tmp_path / "store") as read:
        yield read
