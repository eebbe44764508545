"""From batches of columns to claims."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from hedgerow.graph.tables import Rows
from hedgerow.loaders.tables.cells import (
    CodeCell,
    DayCell,
    code_reader,
    day_reader,
    pair_reader,
    side_columns,
)
from hedgerow.loaders.tables.delimited import Batch
from hedgerow.loaders.tables.formats import TableFormat, table_rules
from hedgerow.loaders.tables.meanings import Columns, Meanings
from hedgerow.loaders.tables.parties import Pair
from hedgerow.loaders.tables.reasons import Reason, TableCounts
from hedgerow.loaders.tables.repeats import Repeats
from hedgerow.loaders.tables.understood import TAKEN, Array, CellReader

SHOWN, LONGEST = " | ", 300
PAGE = r'^https?://[^\s<>"{}|\\^`\x00-\x20\x7f]+$'
CONTROL = (
    r"[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}"
    r"\x{a0}\x{1680}\x{2000}-\x{200a}\x{202f}\x{205f}\x{3000}]+"
)
"""What nobody sees, or what acts: controls, direction overrides, odd blanks."""


class Coder:
    """Makes claims of a table's rows, and counts them and what is left out."""

    def __init__(self, table: TableFormat, *, domestic: bool) -> None:
        self.counts = TableCounts()
        last = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1)
        lost = Reason.UNDECODABLE
        self._days = CellReader(day_reader(table, last), DayCell(reason=lost))
        self._sides = side_columns(table)
        names = [place for place, part in enumerate(self._sides) if part.endswith("_name")]
        self._pairs = CellReader(
            pair_reader(table, domestic=domestic), Pair(reason=lost), spared=names
        )
        self._codes = CellReader(code_reader(table), CodeCell(reason=lost))

    def skip(self, count: int) -> None:
        """Count rows with the wrong number of columns, or that are no records."""
        if count:
            self.counts.rows += count
            self.counts.left_out[Reason.COLUMNS] += count

    def claims(self, batches: Iterator[Batch]) -> Iterator[Rows]:
        """The claims of batches of rows."""
        repeats = Repeats(table_rules().memory)
        for batch in batches:
            rows = self._claims(batch, repeats)
            if len(rows):
                yield rows

    def _claims(self, batch: Batch, repeats: Repeats) -> Rows:
        columns = Columns(batch.columns, len(batch.numbers))
        meanings = Meanings(
            self._days.find(columns.some("day", "added")),
            self._pairs.find(columns.some(*self._sides)),
            self._codes.find(columns.some("code", "mode", "contexts")),
        )
        reasons = meanings.reasons()
        self._count(reasons, columns)
        rows = np.flatnonzero(reasons == TAKEN)
        rows = rows[self._told_first(columns, meanings, rows, repeats)]
        return self._made(batch, columns, meanings, rows)

    def _count(self, reasons: Array, columns: Columns) -> None:
        self.counts.rows += len(reasons)
        for reason, count in enumerate(np.bincount(reasons, minlength=TAKEN)[:TAKEN]):
            if count:
                self.counts.left_out[Reason(reason)] += int(count)
                if reason not in self.counts.examples:
                    first = pa.array([int(np.argmax(reasons == reason))])
                    cells = [column.take(first) for column in columns.quoted()]
                    self.counts.examples[Reason(reason)] = _quotes(cells)[0]

    def _told_first(
        self, columns: Columns, meanings: Meanings, rows: Array, repeats: Repeats
    ) -> Array:
        """Which of the rows tell what no row before them told."""
        taken = pa.array(rows)
        origins = [each.take(taken).to_pylist() for each in columns.some("page", "story", "id")]
        places = (page or story or own for page, story, own in zip(*origins, strict=True))
        told = zip(
            meanings.day(rows), *meanings.actors(rows), meanings.code(rows), places, strict=True
        )
        again = np.array(repeats.among("\n".join(map(str, key)) for key in told), dtype=bool)
        if count := int(again.sum()):
            self.counts.left_out[Reason.REPEATED] += count
        first: Array = ~again
        return first

    def _made(self, batch: Batch, columns: Columns, meanings: Meanings, rows: Array) -> Rows:
        types, statuses = meanings.type(rows).tolist(), meanings.status(rows).tolist()
        self.counts.claims.update(zip(types, statuses, strict=True))
        sources, others = meanings.actors(rows)
        taken = pa.array(rows)
        return Rows(
            numbers=batch.numbers[rows].tolist(),
            types=types,
            statuses=statuses,
            sources=sources.tolist(),
            others=others.tolist(),
            days=meanings.day(rows).tolist(),
            codes=meanings.code(rows).tolist(),
            pages=_pages(columns.some("page")[0].take(taken)),
            quotes=_quotes([column.take(taken) for column in columns.quoted()]),
        )


def _pages(column: Any) -> list[str | None]:  # noqa: ANN401
    """The addresses in a column; None for what is no web address."""
    texts = _texts(column)
    found = pc.if_else(pc.match_substring_regex(texts, PAGE), texts, pa.scalar(None, pa.string()))
    pages: list[str | None] = found.to_pylist()
    return pages


def _quotes(columns: list[Any]) -> list[str]:
    """The cells of rows as one line each."""
    joined = pc.binary_join_element_wise(*columns, pa.scalar(SHOWN.encode(), pa.binary()))
    clean = pc.replace_substring_regex(_texts(joined), CONTROL, " ")
    quotes: list[str] = pc.utf8_slice_codeunits(clean, 0, LONGEST).to_pylist()
    return quotes


def _texts(column: Any) -> Any:  # noqa: ANN401
    """Bytes as text; where some cannot be decoded, with marks in their place."""
    try:
        return column.cast(pa.string())
    except pa.ArrowInvalid:
        return pa.array([cell.decode(errors="replace") for cell in column.to_pylist()], pa.string())
