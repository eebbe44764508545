"""What the explorer reads: the newest snapshot of a store, a view of it, or a Neo4j server."""

import datetime as dt
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from hedgerow.errors import UsageError
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store
from hedgerow.graph.view import View, viewed
from hedgerow.queries.reading.archive import Reader
from hedgerow.viz.explorer.lookbacks import LookBack, LookBacks

if TYPE_CHECKING:
    from hedgerow.graph.neo4j.connection import Server


NEWEST_ONLY = "A server holds the newest state only; explore the store to look back."


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

    @contextmanager
    def looking_back(self, known: dt.date) -> Iterator[LookBack]:
        """The look back to a day, for as long as somebody waits for it; UsageError as above."""

    def close(self) -> None:
        """End what is being worked out."""


class StoreHoldings:
    """A store on disk. Commits made meanwhile show with the next request.

    With `most`, a handling mark, documents with a stricter one are left out, as if they were not
    there; no judgements can be written then, since what they change may rest on these.
    """

    def __init__(self, path: Path, most: str | None = None) -> None:
        self.path = None if most else path
        self._place = path
        self._most = most
        self._swap = threading.Lock()
        self._newest = _Commit(path, most)
        self._looks_back = LookBacks()

    @property
    def place(self) -> str:
        """The folder's name."""
        return self._place.resolve().name

    def reader(self, known: dt.date | None = None) -> Reader:
        """The newest snapshot, or a view of it."""
        return self.snapshot(known)

    def snapshot(self, known: dt.date | None = None) -> Snapshot:
        """The newest snapshot, or a view of it.

        Raises:
            StoreError: the store was deleted or damaged meanwhile.
            LookBacksWaiting: too many days are being looked back to.
        """
        if known is None:
            return self._current()
        with self.looking_back(known) as asked:
            return asked.found.result().snapshot

    @contextmanager
    def looking_back(self, known: dt.date) -> Iterator[LookBack]:
        """The look back to a day; it is kept for a while.

        Raises:
            StoreError: the store was deleted or damaged meanwhile.
            LookBacksWaiting: too many days are being looked back to.
        """
        asked = self._looks_back.ask(self._current(), known)
        try:
            yield asked
        finally:
            self._looks_back.leave(asked)

    def close(self) -> None:
        """End what is being worked out."""
        self._looks_back.close()

    def _current(self) -> Snapshot:
        with self._swap:
            if self._newest.mark != _mark(self._place):
                self._newest = _Commit(self._place, self._most)
                self._looks_back.forget()
            return self._newest.snapshot


class _Commit:
    """The snapshot of one commit.

    A snapshot lets go of its files when the last request that reads it is done: requests answered
    at the same time may read different commits.
    """

    def __init__(self, path: Path, most: str | None = None) -> None:
        self.mark = _mark(path)
        self.snapshot = Store.read(path)
        if most is not None:
            with self.snapshot as whole:
                self.snapshot = viewed(whole, View(handling=most)).snapshot
        lock = self.snapshot._lock
        if lock is not None:
            weakref.finalize(self.snapshot, lock.close)


def _mark(path: Path) -> tuple[int, int] | None:
    """What changes with each commit, also where a store was deleted and made anew."""
    try:
        found = (path / "current").stat()
    except (FileNotFoundError, NotADirectoryError):
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
            raise UsageError(NEWEST_ONLY)
        return self._server

    def snapshot(self, known: dt.date | None = None) -> Snapshot:
        """Never: a server holds no texts."""
        raise UsageError("A server holds no texts and judgements; explore the store itself.")

    @contextmanager
    def looking_back(self, known: dt.date) -> Iterator[LookBack]:
        """Never: a server holds the newest state only."""
        raise UsageError(NEWEST_ONLY)

    def close(self) -> None:
        """Nothing is being worked out."""
