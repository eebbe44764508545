"""What the explorer reads: the newest snapshot of a store, a view of it, or a Neo4j server."""

import datetime as dt
import threading
import weakref
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from hedgerow.errors import UsageError
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store
from hedgerow.graph.view import View, viewed
from hedgerow.queries.reading.archive import Reader

if TYPE_CHECKING:
    from hedgerow.graph.neo4j.connection import Server

VIEWS = 4
"""As many looks back are kept, since each is a graph of its own in memory."""


class Holdings(Protocol):
    """What is explored."""

    @property
    def place(self) -> str:
        """The folder or address, for people."""

    @property
    def path(self) -> Path | None:
        """The store that judgements can be written to; None where there is none."""

    def reader(self, known: dt.date | None = None) -> Reader:
        """The newest state, or what the documents published by a day told."""

    def snapshot(self, known: dt.date | None = None) -> Snapshot:
        """The same, for what needs texts and judgements; UsageError where there are none."""


class StoreHoldings:
    """A store on disk. Commits made meanwhile show with the next request."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._swap = threading.Lock()
        self._newest = _Commit(path)

    @property
    def place(self) -> str:
        """The folder's name."""
        return self.path.resolve().name

    def reader(self, known: dt.date | None = None) -> Reader:
        """The newest snapshot, or a view of it."""
        return self.snapshot(known)

    def snapshot(self, known: dt.date | None = None) -> Snapshot:
        """The newest snapshot, or a view of it.

        Raises:
            StoreError: the store was deleted or damaged meanwhile.
        """
        newest = self._current()
        return newest.snapshot if known is None else newest.view(known)

    def _current(self) -> "_Commit":
        with self._swap:
            if self._newest.mark != _mark(self.path):
                self._newest = _Commit(self.path)
            return self._newest


class _Commit:
    """The snapshot of one commit, and the views of it that were asked for.

    A snapshot lets go of its files when the last request that reads it is done: requests answered
    at the same time may read different commits.
    """

    def __init__(self, path: Path) -> None:
        self.mark = _mark(path)
        self.snapshot = Store.read(path)
        lock = self.snapshot._lock
        if lock is not None:
            weakref.finalize(self.snapshot, lock.close)
        self._views: OrderedDict[dt.date, Snapshot] = OrderedDict()
        self._building = threading.Lock()

    def view(self, known: dt.date) -> Snapshot:
        """What was known on a day, resolved when first asked for; one is built at a time."""
        with self._building:
            if known not in self._views:
                self._views[known] = viewed(self.snapshot, View(known=known)).snapshot
                while len(self._views) > VIEWS:
                    self._views.popitem(last=False)
            self._views.move_to_end(known)
            return self._views[known]


def _mark(path: Path) -> tuple[int, int] | None:
    """What changes with each commit, also where a store was deleted and made anew."""
    try:
        found = (path / "current").stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns


class ServerHoldings:
    """A Neo4j server that a store was synced to: no texts, no judgements, no looking back."""

    path = None

    def __init__(self, server: "Server", place: str) -> None:
        self._server = server
        self.place = place

    def reader(self, known: dt.date | None = None) -> Reader:
        """The server."""
        if known is not None:
            raise UsageError(
                "A server holds the newest state only; explore the store to look back."
            )
        return self._server

    def snapshot(self, known: dt.date | None = None) -> Snapshot:
        """Never: a server holds no texts."""
        raise UsageError("A server holds no texts and judgements; explore the store itself.")
