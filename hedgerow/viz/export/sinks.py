"""Where rows of tables go."""

from collections.abc import Callable
from typing import Protocol

from hedgerow.viz.export.rows import Row

Progress = Callable[[int, int], None]
"""Told how many rows were written, and how many there are about."""


class Sink(Protocol):
    """A set of tables that rows are added to, in any order."""

    def add(self, table: str, row: Row, /) -> None:
        """Add a row to a table."""


class Watched:
    """A sink that tells how many rows have come."""

    EVERY = 500

    def __init__(self, sink: Sink, progress: Progress, of: int) -> None:
        self._sink, self._progress, self._of, self._done = sink, progress, of, 0

    def add(self, table: str, row: Row, /) -> None:
        """Add a row to a table."""
        self._sink.add(table, row)
        self._done += 1
        if self._done % self.EVERY == 0:
            self._progress(self._done, max(self._of, self._done))
