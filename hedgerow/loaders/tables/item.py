"""An event table among the sources of a load: it goes into the store by itself."""

import io
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from hedgerow.errors import InputError, UsageError
from hedgerow.loaders.kinds import GZIP, kind_of, uncompressed
from hedgerow.loaders.table_kind import table_kind
from hedgerow.loaders.tables.content import open_content
from hedgerow.loaders.tables.formats import TableFormat, read_mapping, table_rules
from hedgerow.loaders.tables.reading import TableReading, read_table
from hedgerow.loaders.tables.reasons import TableCounts
from hedgerow.loaders.tables.recognise import HEAD, format_of, recognise, resembles
from hedgerow.loaders.tables.spool import Spooled
from hedgerow.loaders.text import printable

if TYPE_CHECKING:
    from hedgerow.graph.tables_intake import AddedTables

TABLE = "table"
KINDS = frozenset({TABLE, "text", "json", "json_lines", "gzip", "zip"})
"""The kinds of files that can be event tables."""


@dataclass(frozen=True, slots=True)
class TableOptions:
    """How event tables are read: by which mapping, with rows within one state, how surely.

    `handling` is the mark of all that is loaded, tables or not: it tells one reading of a large
    file from another.

    Raises:
        UsageError: the mapping cannot be used, or the confidence is none.
    """

    mapping: TableFormat | None = None
    domestic: bool = False
    confidence: float | None = None
    handling: str | None = None

    def __post_init__(self) -> None:
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise UsageError(f"A confidence lies between 0 and 1, not at {self.confidence:g}.")

    @classmethod
    def of(
        cls, mapping: Path | None, *, domestic: bool, confidence: float | None
    ) -> "TableOptions":
        """The options with a mapping file."""
        form = None if mapping is None else read_mapping(mapping)
        return cls(form, domestic, confidence)

    @property
    def key(self) -> str | None:
        """What tells these options from others; None for the usual ones."""
        return None if self == TableOptions() else repr(self)


@dataclass(slots=True)
class TableAccount:
    """What became of the event tables of a load.

    `waiting` counts claims that are in no answer, by (publisher, confidence, how surely in words).
    `resolving` are the seconds that events and ties took.
    """

    tables: int = 0
    counts: TableCounts = field(default_factory=TableCounts)
    waiting: Counter[tuple[str, float, str | None]] = field(default_factory=Counter)
    resolving: float = 0.0

    def add(self, reading: TableReading) -> None:
        """Count one more table, which was new."""
        self.tables += 1
        self.counts.add(reading.counts)

    def add_commit(
        self, scheme: str, publisher: str, confidence: float, added: "AddedTables"
    ) -> None:
        """Count what a commit of tables of one kind did."""
        self.resolving += added.resolving
        if added.waiting:
            usual = table_rules().reading(scheme)
            words = usual.words if confidence == usual.confidence else None
            self.waiting[publisher, confidence, words] += added.waiting


class EventTable:
    """A file that is an event table, perhaps a temporary one with what came as a stream."""

    def __init__(
        self, path: Path | Spooled, options: TableOptions, name: str | None = None
    ) -> None:
        self._spooled = path if isinstance(path, Spooled) else None
        self._path = path.path if isinstance(path, Spooled) else path
        self.source = printable(name or str(path))
        self._name = name
        self._options = options

    def read(self) -> TableReading:
        """The table, to be iterated for its claims.

        Raises:
            HedgerowError: it cannot be read.
        """
        options = self._options
        return read_table(
            self._path,
            name=self._name,
            mapping=options.mapping,
            domestic=options.domestic,
            confidence=options.confidence,
        )

    def close(self) -> None:
        """Delete the file if it is a temporary one."""
        if self._spooled is not None:
            self._spooled.close()


def event_table(path: Path, kind: str | None, options: TableOptions) -> EventTable | None:
    """A file as an event table; None where its kind or its first lines say that it is none."""
    if kind == GZIP:
        kind = kind_of(uncompressed(path))  # an archive may look like the table it begins with
    if kind not in KINDS:
        return None
    found = format_of(path, options.mapping) is not None
    return EventTable(path, options) if found or _is_to_be_mapped(path, kind, options) else None


def event_table_within(
    handle: io.BufferedReader, kind: str, name: str, options: TableOptions
) -> EventTable | None:
    """A file in an archive as an event table, put into a temporary file; None if it is none.

    Raises:
        InputError: it cannot be unpacked, or not be kept.
    """
    if kind not in KINDS or recognise(handle.peek(HEAD), options.mapping) is None:
        return None
    return EventTable(Spooled(b"", handle), options, name)


def is_event_stream(first: bytes, options: TableOptions) -> bool:
    """Whether a stream that starts with this line is an event table, or is to be mapped as one."""
    if recognise(first, options.mapping) is not None:
        return True
    to_be_mapped = options.mapping is not None and resembles(first, options.mapping)
    return to_be_mapped and table_kind(first.decode(errors="replace")) is None


def _is_to_be_mapped(path: Path, kind: str, options: TableOptions) -> bool:
    """Whether a table that is nothing else was meant for the mapping, though it does not fit."""
    if options.mapping is None or kind != TABLE:
        return False
    try:
        with open_content(path) as content:
            return table_kind(content.read(HEAD).decode(errors="replace")) is None
    except InputError:
        return False
