"""Tables as CSV files in which no cell can act as a formula."""

import csv
import datetime as dt
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Self

from hedgerow.viz.export.rows import Cell, Row
from hedgerow.viz.export.schema import Table
from hedgerow.viz.timeline.csv import BOM, guarded

SEPARATOR = "; "
"""Between the values of a list."""


class CsvRows:
    """Rows of one table written to a binary file, in UTF-8 with CRLF; a header first."""

    def __init__(self, out: IO[bytes], table: Table, *, bom: bool) -> None:
        if bom:
            out.write(BOM)
        self._names = [column.name for column in table.columns]
        self._writer = csv.writer(_Encoded(out), lineterminator="\r\n")
        self._writer.writerow(self._names)

    def add(self, row: Row) -> None:
        """Add a row; cells that are not there are empty."""
        self._writer.writerow([_cell(row.get(name)) for name in self._names])


class CsvSink:
    """A file a table; a context manager."""

    def __init__(self, folder: Path, tables: Mapping[str, Table], *, bom: bool = False) -> None:
        self._stack = ExitStack()
        self._rows = {
            name: CsvRows(
                self._stack.enter_context((folder / f"{name}.csv").open("wb")), table, bom=bom
            )
            for name, table in tables.items()
        }

    def add(self, table: str, row: Row) -> None:
        """Add a row to a table."""
        self._rows[table].add(row)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()


class _Encoded:
    """What csv writes text to."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out

    def write(self, text: str) -> int:
        return self._out.write(text.encode())


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).replace(tzinfo=None).isoformat() + "Z"
    if isinstance(value, tuple):
        return guarded(SEPARATOR.join(value))
    return guarded(str(value))
