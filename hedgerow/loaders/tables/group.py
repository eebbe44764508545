"""Event tables that follow each other, stored in one commit: a year of GDELT is 35,000 of them."""

import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from hedgerow.errors import HedgerowError, InputError, UsageError
from hedgerow.graph.checks import normalise_document
from hedgerow.graph.store import Store
from hedgerow.graph.tables_intake import AddedTables
from hedgerow.loaders.records import Finished, InBulk, Skipped
from hedgerow.loaders.tables.reading import TableReading

BYTES = 80_000_000
"""Unpacked bytes of a group: some 200,000 rows, and half as many claims."""
PATIENCE = 60.0
"""Seconds after which a group is stored however small it is."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A table that was new, or met before: known or withdrawn."""

    reading: TableReading
    is_new: bool = False

    @property
    def document(self) -> str:
        """The id of the table's document."""
        return _document(self.reading)


Outcome: TypeAlias = Taken | Skipped | Finished
Kind: TypeAlias = tuple[str, str, float]
"""Scheme, publisher and confidence, which the tables of a group have in common."""


class TableGroup:
    """Tables of one scheme that wait for their commit, and what came between them, in order."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.tables = 0
        self._clock = clock
        self._begun = 0.0
        self._size = 0
        self._waiting: deque[tuple[InBulk, TableReading] | Skipped | Finished] = deque()
        self.kind: Kind | None = None

    def __bool__(self) -> bool:
        return self.tables > 0

    def fits(self, reading: TableReading) -> bool:
        """Whether a table can be stored with the others, and be accounted for with them."""
        return self.kind in {None, _kind(reading)}

    def take(self, table: InBulk, reading: TableReading) -> None:
        """Have a table wait."""
        if not self.tables:
            self._begun = self._clock()
        self.tables += 1
        self._size += reading.size
        self.kind = _kind(reading)
        self._waiting.append((table, reading))

    def follow(self, item: Skipped | Finished) -> None:
        """Have what comes after a table wait for it."""
        self._waiting.append(item)

    @property
    def is_due(self) -> bool:
        """Whether it is worth a commit."""
        return self._size >= BYTES or self._clock() - self._begun >= PATIENCE

    def store(
        self, store: Store, told: Callable[[int], None]
    ) -> tuple[AddedTables, Iterator[Outcome]]:
        """Store the tables in one commit, and tell what became of each; a bad one is left out.

        `told` is told of the number of claims so far.
        """
        refused: dict[str, HedgerowError] = {}
        readings = [each[1] for each in self._waiting if isinstance(each, tuple)]

        def progress(what: str, done: int, _: int | None) -> None:
            if what == "rows":
                told(done)

        try:
            coming = ((reading.table, reading) for reading in readings)
            added = store.add_tables(coming, progress, refused.__setitem__)
        except (InputError, UsageError) as error:
            added = AddedTables((), (), ())
            refused = {_document(reading): error for reading in readings}
        return added, self._outcomes(added, refused)

    def close(self) -> None:
        """Let go of what was kept for reading the tables."""
        for each in self._waiting:
            if isinstance(each, tuple):
                each[0].close()

    def _outcomes(self, added: AddedTables, refused: dict[str, HedgerowError]) -> Iterator[Outcome]:
        new = set(added.new)
        for each in self._waiting:
            if not isinstance(each, tuple):
                yield each
                continue
            table, reading = each
            document = _document(reading)
            if document in new:
                new.remove(document)
                yield Taken(reading, is_new=True)
            elif document in refused:
                yield Skipped.because(table.source, refused[document])
            else:
                yield Taken(reading)


def _document(reading: TableReading) -> str:
    return normalise_document(reading.table.document).id


def _kind(reading: TableReading) -> Kind:
    table = reading.table
    return table.scheme, table.publisher, table.confidence
