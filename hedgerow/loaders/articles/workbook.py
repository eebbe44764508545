"""Excel workbooks of articles: one a row, in sheets whose columns are named as a table's are."""

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

from hedgerow.errors import InputError, NotOurs
from hedgerow.loaders.articles.guard import parsing
from hedgerow.loaders.articles.tables import RowReader, not_a_table_of_ours
from hedgerow.loaders.articles.unpacking import allowed, in_memory
from hedgerow.loaders.limits import MEGABYTE
from hedgerow.loaders.records import Item, Skipped
from hedgerow.loaders.table_kind import ARTICLES, columns_kind
from hedgerow.loaders.text import one_line, printable

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MAX_SHEET, MAX_PART = 1000 * MEGABYTE, 100 * MEGABYTE
"""Unpacked bytes of a sheet, which is streamed, and of any other part, which is not."""
MAX_PARTS = 1000
MAX_ROWS, MAX_COLUMNS, MAX_GAP = 1 << 20, 200, 10_000
PROLOGUE = 1 << 16
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_ROOT = re.compile(rb"<[A-Za-z_]")


def read_workbook(handle: io.BufferedReader, name: str, published: str | None) -> Iterator[Item]:
    """The articles in a workbook's sheets.

    Raises:
        InputError: it is no workbook, holds no articles, or more than any workbook can.
    """
    from openpyxl import load_workbook  # noqa: PLC0415  takes a while, and most sources are none

    content = in_memory(handle)
    with parsing("workbook"):
        _check(content)
    with parsing("workbook"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(content, read_only=True, data_only=True, keep_links=False)
    found = False
    for sheet in book.worksheets:
        rows = _rows(sheet)
        columns = [one_line(str(cell or "")).lower() for cell in next(rows, ())]
        if columns_kind(columns) != ARTICLES:
            continue
        found, row_of = True, RowReader(columns)
        filled = 1
        for number, cells in enumerate(rows, start=2):
            where = f"{name}, {printable(sheet.title)}:{number}"
            if any(cell is not None for cell in cells):
                filled = number
                yield row_of.article([_plain(cell) for cell in cells], where, published)
            elif number - filled > MAX_GAP:
                yield Skipped(where, "thousands of rows are empty; it was read up to here", True)
                break
    if not found:
        raise NotOurs(not_a_table_of_ours())


def _rows(sheet: "Worksheet") -> Iterator[Sequence[object]]:
    rows = sheet.iter_rows(max_col=MAX_COLUMNS, max_row=MAX_ROWS, values_only=True)
    while True:
        with parsing("workbook"), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            cells = next(rows, None)
        if cells is None:
            return
        yield cells


def _check(content: BinaryIO) -> None:
    """Look at the parts of a workbook before any of it is unpacked or parsed."""
    archive, packed = zipfile.ZipFile(content), content.seek(0, io.SEEK_END)
    if len(archive.infolist()) > MAX_PARTS:
        raise InputError("it has more parts than any workbook; save the articles as .jsonl")
    if sum(part.file_size for part in archive.infolist()) > allowed(packed):
        raise InputError("it unpacks to more than any workbook; save the articles as .jsonl")
    for part in archive.infolist():
        is_sheet = _SHEET.fullmatch(part.filename)
        if part.file_size > (MAX_SHEET if is_sheet else MAX_PART):
            raise InputError("a part of it is too large; save the articles as .csv or .jsonl")
        with archive.open(part) as stream:
            start = stream.read(PROLOGUE).replace(b"\0", b"")
        # XML that defines anything does so before its first element; no workbook does.
        padded = part.filename.endswith(".xml") and not _ROOT.search(start)
        if b"<!DOCTYPE" in start or padded:
            raise InputError("it holds XML that no workbook has; save it again")


def _plain(cell: object) -> object:
    """A cell's value as it would stand in JSON."""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
