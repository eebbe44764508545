"""A table of coded events, from its file to claims in columns."""

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from hedgerow.errors import InputError, MissingExtra
from hedgerow.graph.records import Appearance, Document
from hedgerow.graph.tables import Rows, Table
from hedgerow.loaders.language import ENGLISH
from hedgerow.loaders.tables.content import Content, Fingerprint, fingerprint, open_content
from hedgerow.loaders.tables.formats import TableFormat, table_rules
from hedgerow.loaders.tables.reasons import TableCounts
from hedgerow.loaders.tables.recognise import format_of, likely_separator, missing_columns
from hedgerow.loaders.text import one_line

if TYPE_CHECKING:
    from hedgerow.loaders.tables.coding import Coder
    from hedgerow.loaders.tables.delimited import Batch

Batches = Callable[[Content, TableFormat, Callable[[int], None]], "Iterator[Batch]"]
DIGITS = 12
"""Of a hash that a person may compare."""
MISSING = (
    "Tables of coded events are read with pyarrow, which is not installed; "
    "run pip install 'hedgerow[tables]'."
)


class TableReading:
    """A table that is being read: iterate it, once, for its claims.

    `counts` is complete when the iterator has ended; `size` is that of the content in bytes.
    """

    def __init__(
        self, path: Path, table: Table, form: TableFormat, *, domestic: bool, size: int
    ) -> None:
        coder, self._batches = _machinery(form)
        self.table = table
        self.size = size
        self._coder = coder(form, domestic=domestic)
        self._path = path
        self._form = form

    @property
    def counts(self) -> TableCounts:
        """What became of the rows that were read so far."""
        return self._coder.counts

    def __iter__(self) -> Iterator[Rows]:
        with open_content(self._path) as content:
            batches = self._batches(content, self._form, self._coder.skip)
            yield from self._coder.claims(batches)


def read_table(
    path: Path,
    *,
    name: str | None = None,
    mapping: TableFormat | None = None,
    domestic: bool = False,
    confidence: float | None = None,
) -> TableReading:
    """Read a table whose format is known, or that fits a mapping.

    It is read twice: for the hash that is its identity, with how its rows are read, and when the
    result is iterated.
    `domestic` takes rows within one state, too; `confidence` says how surely a row is read where
    the user knows better than `data/tables.yaml`. `name` is its own, if the path is a temporary
    file's.

    Raises:
        UsageError: the mapping's codes are none of ours.
        MissingExtra: pyarrow is missing.
        InputError: the file cannot be read, or is no table that is known.
    """
    form = format_of(path, mapping)
    if form is None:
        raise InputError(_unknown(path, mapping))
    found = fingerprint(path)
    surely = _confidence(form) if confidence is None else confidence
    how = _reading(form, surely, domestic=domestic)
    document = _document(one_line(name or str(path)), found, form, how)
    table = Table(document, form.scheme, _publisher(form), surely)
    return TableReading(path, table, form, domestic=domestic, size=found.size)


def _reading(form: TableFormat, confidence: float, *, domestic: bool) -> str:
    """How rows are read; read otherwise, a table is another document, with other claims."""
    mapping = hashlib.sha256(form.model_dump_json().encode()).hexdigest()[:DIGITS]
    rows = "taken" if domestic else "left out"
    return f"mapping {mapping}, confidence {confidence:g}, domestic rows {rows}"


def _document(name: str, found: Fingerprint, form: TableFormat, how: str) -> Document:
    """The document that a table is; its content and reading make it the same wherever it lies."""
    text = (
        f"{form.title}\nsha256 of the content: {found.sha256}\nlines: {found.lines:,}\n"
        f"read with: {how}"
    )
    appearance = Appearance(
        source=name,
        title=f"{form.title}: {PurePath(name).name}",
        publisher=_publisher(form),
        language=ENGLISH,
        external_id=f"sha256:{found.sha256}",
    )
    return Document(text, (appearance,))


def _publisher(form: TableFormat) -> str:
    return form.publisher or table_rules().reading(form.scheme).publisher


def _confidence(form: TableFormat) -> float:
    stated = form.confidence
    return table_rules().reading(form.scheme).confidence if stated is None else stated


def _unknown(path: Path, mapping: TableFormat | None) -> str:
    if mapping is None:
        return "it is no table of coded events that is known; describe it with --mapping FILE"
    if separator := likely_separator(path, mapping):
        return (
            f"its header is a single column when split at {mapping.separator!r}; "
            f"write separator: {json.dumps(separator)} in the mapping"
        )
    columns = ", ".join(map(repr, missing_columns(path, mapping)))
    if columns:
        return f"it has no column called {columns}; mend the mapping"
    return "it does not fit the mapping; see docs/tables.md"


def _machinery(form: TableFormat) -> "tuple[type[Coder], Batches]":
    """What reads a format; imported when it is needed, since pyarrow is large, and an extra."""
    try:
        from hedgerow.loaders.tables.coding import Coder  # noqa: PLC0415
        from hedgerow.loaders.tables.delimited import delimited_batches  # noqa: PLC0415
        from hedgerow.loaders.tables.json_rows import json_batches  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith("pyarrow"):
            raise MissingExtra(MISSING) from None
        raise
    return Coder, json_batches if form.json_rows else delimited_batches
