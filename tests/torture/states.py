"""What a store holds, and whether that can be: nothing twice, nothing that belongs to nothing."""

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pyoxigraph as ox

from hedgerow.graph.folder import StoreFolder
from hedgerow.graph.rdf import JUDGEMENTS, LEDGER, local_id, prop
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store

Acknowledge = Callable[[str], None]


def mark(database: ox.Store) -> str:
    """How far a store has come: how many documents, withdrawals and quads of judgements."""
    found = (
        database.quads_for_pattern(None, prop("recorded"), None, LEDGER),
        database.quads_for_pattern(None, prop("withdrew"), None, LEDGER),
        database.quads_for_pattern(None, None, None, JUDGEMENTS),
    )
    return " ".join(str(sum(1 for _ in each)) for each in found)


def state(path: Path) -> dict[str, Any]:
    """The hash of what a store says, and what is wrong with what it keeps; run it in a child."""
    if not (path / "current").exists():
        return {"hash": None, "problems": []}
    with Snapshot.open(path) as snapshot:
        return {"hash": snapshot.canonical_hash(), "problems": [*_problems(path, snapshot)]}


def _problems(path: Path, snapshot: Snapshot) -> Iterable[str]:
    documents = {document.id for document in snapshot.documents()}
    entries = Counter(_subjects(snapshot, "recorded"))
    yield from (f"{each} has {entries[each]} entries" for each in documents if entries[each] != 1)
    yield from (f"{each} has an entry only" for each in entries.keys() - documents)
    gone = {each.document for each in snapshot.withdrawals()}
    times = Counter(_subjects(snapshot, "at"))
    yield from (f"{each} is dated {number} times" for each, number in times.items() if number > 1)
    if len(_subjects(snapshot, "store_id")) != 1:
        yield "the store has not one id"
    yield from (f"{each} is withdrawn and here" for each in gone & documents)
    yield from _gaps(path, snapshot.sequence)


def _subjects(snapshot: Snapshot, name: str) -> list[str]:
    quads = snapshot._database.quads_for_pattern(None, prop(name), None, LEDGER)
    return [local_id(quad.subject) for quad in quads]


def _gaps(path: Path, sequence: int) -> Iterable[str]:
    """Commits that the journal does not know, or that do not follow the one before."""
    journal = StoreFolder(path).journal
    before = ""
    for number in range(1, sequence + 1):
        note = journal._read(number)
        if note is None or note.before != before:
            yield f"the journal does not follow at commit {number}"
            return
        before = note.token


def acknowledging(run: Callable[[], None], acknowledge: Callable[[ox.Store], None]) -> None:
    """Run an operation and tell of each commit as soon as it is acknowledged."""
    publish = StoreFolder.publish

    def told(folder: StoreFolder, database: ox.Store, touched: Iterable[str]) -> int:
        sequence = publish(folder, database, touched)
        acknowledge(database)
        return sequence

    with patch.object(StoreFolder, "publish", told):
        run()


def hash_of(database: ox.Store) -> str:
    """The canonical hash of a database that is open for writing."""
    return Snapshot(database).canonical_hash()


def usable(path: Path) -> None:
    """Open a store for writing, as the next command would."""
    Store.open(path).close()
