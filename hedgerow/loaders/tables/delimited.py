"""Delimited tables in batches of columns: only those that are read, as bytes."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from threading import Lock
from typing import Any

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]
from pyarrow import csv

from hedgerow.errors import InputError
from hedgerow.loaders.tables.content import Content
from hedgerow.loaders.tables.formats import TableFormat
from hedgerow.loaders.tables.utf8 import GROWTH, Utf8

BLOCK = 1 << 20
"""Bytes read at once, and so the longest line; pyarrow reads some thirty blocks ahead."""
ROWS = 30_000
"""At least so many rows are handed on together, as far as there are."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows: their numbers in the file, and the columns that are read, by what they hold."""

    numbers: np.ndarray[Any, np.dtype[np.int64]]
    columns: dict[str, Any]


def delimited_batches(
    content: Content, table: TableFormat, skipped: Callable[[int], None]
) -> Iterator[Batch]:
    """The rows of a delimited table; `skipped` is told how many have a wrong number of columns.

    Raises:
        InputError: it is no such table.
    """
    numbering = _Numbering(1 if table.columns is None else 0)

    def wrong(row: csv.InvalidRow) -> str:
        numbering.miss(row.number)
        return "skip"

    names = {name: str(column) for name, column in table.named.items()}
    try:
        reader = csv.open_csv(
            Utf8(content, table.encoding),
            read_options=csv.ReadOptions(
                use_threads=False,
                block_size=GROWTH * BLOCK,
                column_names=_positions(table.columns),
            ),
            parse_options=csv.ParseOptions(
                delimiter=table.separator,
                quote_char='"' if table.quoted else False,
                newlines_in_values=bool(table.quoted),
                invalid_row_handler=wrong,
            ),
            convert_options=csv.ConvertOptions(
                include_columns=sorted(set(names.values())),
                column_types={name: pa.binary() for name in names.values()},
                strings_can_be_null=False,
            ),
        )
        for batches in _gathered(reader):
            columns = {
                name: pa.concat_arrays([batch.column(column) for batch in batches])
                for name, column in names.items()
            }
            yield Batch(numbering.next(sum(batch.num_rows for batch in batches)), columns)
            skipped(numbering.missed())
        skipped(numbering.missed())
    except (pa.ArrowInvalid, pa.ArrowKeyError) as error:
        raise InputError(_told(str(error))) from None


def _gathered(batches: Iterable[Any]) -> Iterator[list[Any]]:
    """Batches in groups of at least `ROWS` rows, the last of fewer; none is empty."""
    held: list[Any] = []
    for batch in batches:
        if batch.num_rows:
            held.append(batch)
        if sum(each.num_rows for each in held) >= ROWS:
            yield held
            held = []
    if held:
        yield held


class _Numbering:
    """The rows' numbers in the file, where those of a wrong width are missing.

    These are told of in a thread of pyarrow's, which is ahead of the rows; they are kept as runs,
    since a file may have millions and no row between them.
    """

    def __init__(self, header: int) -> None:
        self._header = header
        self._next = 1
        self._lock = Lock()
        self._runs: deque[tuple[int, int]] = deque()
        self._missed = 0

    def miss(self, number: int) -> None:
        """Pass over a row; `number` counts the header as well."""
        row = number - self._header
        with self._lock:
            self._missed += 1
            first, length = self._runs.pop() if self._runs else (row, 0)
            if first + length == row:
                self._runs.append((first, length + 1))
            else:
                self._runs += ((first, length), (row, 1))

    def missed(self) -> int:
        """How many rows were passed over since this was asked before."""
        with self._lock:
            missed, self._missed = self._missed, 0
        return missed

    def next(self, length: int) -> np.ndarray[Any, np.dtype[np.int64]]:
        """The numbers of the next so many good rows."""
        with self._lock:
            runs = np.array(self._runs, dtype=np.int64).reshape(-1, 2)
        missing = np.concatenate([[0], np.cumsum(runs[:, 1])])
        places = runs[:, 0] - self._next - missing[:-1]
        rows = np.arange(length)
        passed = np.searchsorted(places, rows, side="right")
        numbers: np.ndarray[Any, np.dtype[np.int64]] = self._next + rows + missing[passed]
        self._next = int(numbers[-1]) + 1
        with self._lock:
            while self._runs and self._runs[0][0] < self._next:
                self._runs.popleft()
        return numbers


def _positions(columns: int | None) -> list[str] | None:
    return None if columns is None else [str(place) for place in range(1, columns + 1)]


def _told(problem: str) -> str:
    if "straddl" in problem:
        return f"a line is longer than {BLOCK >> 20} MB, as in no table; look at the file"
    first = problem.partition("\n")[0]
    return f"it cannot be read as a table of this format ({first}); check it or its mapping"
