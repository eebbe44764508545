"""The milestones table: dated facts, one a row, each with the page that says so.

A row is a document of its own, so that one row can be withdrawn. Its text is the row as
`column: value` lines and its one claim quotes all of it. Rows that cite the same page must not
supersede each other, so the page is the appearance's `source` and its `url` stays empty. The file
and the row number stay out of the document, so that a table can be sorted or split at will.
"""

import csv
import io
from collections.abc import Iterator
from pathlib import PurePath
from urllib.parse import urlsplit

from hedgerow.errors import HedgerowError, InputError
from hedgerow.graph.records import Appearance, Document
from hedgerow.loaders.language import ENGLISH
from hedgerow.loaders.milestone_claims import Row, date_cell, row_claim, table_rules
from hedgerow.loaders.records import Coded, Skipped
from hedgerow.loaders.table_kind import MILESTONES, delimiter, table_kind
from hedgerow.loaders.text import one_line
from hedgerow.loaders.web.names import without_user

HEADER_ROWS = 1
MAX_CELL = 1 << 17


def is_milestones(text: str) -> bool:
    """Whether the first line names the columns that a milestones table must have."""
    return table_kind(text) == MILESTONES


def read_milestones(text: str, name: str) -> Iterator[Coded | Skipped]:
    """One document with one claim for each row; a row that does not fit is skipped.

    Raises:
        InputError: the text is no milestones table.
    """
    if not is_milestones(text):
        columns = ", ".join(sorted(table_rules().required))
        raise InputError(f"it is no milestones table; name at least these columns: {columns}")
    try:
        for number, row in enumerate(_rows(text), start=HEADER_ROWS + 1):
            if any(row.values()):
                yield _read_row(row, name, number)
    except csv.Error as error:
        raise InputError(f"its rows cannot be told apart ({error}); save it as CSV again") from None


def _rows(text: str) -> Iterator[Row]:
    csv.field_size_limit(MAX_CELL)
    separator = delimiter(text.partition("\n")[0])
    for cells in csv.DictReader(io.StringIO(text, newline=""), restval="", delimiter=separator):
        yield {
            one_line(column).lower(): one_line(value)
            for column, value in cells.items()
            if isinstance(column, str) and isinstance(value, str)
        }


def _read_row(row: Row, name: str, number: int) -> Coded | Skipped:
    try:
        document = _document(row, PurePath(name).name)
        return Coded(document, (row_claim(row, document),))
    except HedgerowError as error:
        return Skipped(f"{name}:{number}", str(error))


def _document(row: Row, file: str) -> Document:
    url = without_user(row.get("source_url") or "")
    told = {**row, "source_url": url} if url else row
    text = "\n".join(f"{column}: {value}" for column, value in told.items() if value)
    published = date_cell(row, "published")
    appearance = Appearance(
        source=url or file,
        publisher=_outlet(url) if url else None,
        published=published.edtf if published else None,
        language=ENGLISH,
    )
    return Document(text, (appearance,))


def _outlet(url: str) -> str | None:
    """The host that published the page."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        host = None
    if host is None:
        raise InputError(f"source_url {url!r} is no web address; begin it with https://")
    return host.removeprefix("www.")
