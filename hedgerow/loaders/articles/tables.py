"""Tables of articles: one a row, in columns named as the fields of JSON articles are."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from hedgerow.errors import InputError, NotOurs
from hedgerow.loaders.encoding import decode, has_wide_mark
from hedgerow.loaders.json_articles import Article, read_article
from hedgerow.loaders.limits import MAX_BYTES, MEGABYTE, bounded_lines, read_bounded
from hedgerow.loaders.milestone_claims import table_rules
from hedgerow.loaders.milestones import read_milestones
from hedgerow.loaders.records import Item, Skipped
from hedgerow.loaders.table_kind import ARTICLES, MILESTONES, delimiter, header, table_kind
from hedgerow.loaders.tables.recognise import recognise

FIELDS = tuple(Article.model_fields)
ALSO_CALLED = {"published": "date", "language": "lang"}
"""Other names of columns, as front matter may use them too."""


def read_table(handle: io.BufferedReader, name: str, published: str | None) -> Iterator[Item]:
    """The rows of a CSV or TSV file: articles or milestones.

    Raises:
        InputError: it is neither, or its rows cannot be told apart.
    """
    if has_wide_mark(handle.peek(4)):
        text = decode(read_bounded(handle))
        yield from _read_rows(iter(text.splitlines(keepends=True)), name, published)
    else:
        yield from read_table_lines(bounded_lines(handle), name, published)


def read_table_lines(
    lines: Iterable[bytes | None], name: str, published: str | None
) -> Iterator[Item]:
    """The rows of a table whose lines come one by one; None stands for one that is too long.

    Raises:
        InputError: as `read_table` does.
    """
    yield from _read_rows(map(_decoded, lines), name, published)


def _decoded(line: bytes | None) -> str:
    if line is None:
        raise InputError(f"a line is longer than {MAX_BYTES // MEGABYTE} MB; split it")
    return decode(line) if line.strip() else "\n"


def _read_rows(lines: Iterator[str], name: str, published: str | None) -> Iterator[Item]:
    first = next(lines, "")
    if not first.strip():
        raise InputError("it is empty; give a file that holds articles")
    kind = table_kind(first)
    if kind == ARTICLES:
        yield from _articles(first, lines, name, published)
    elif kind == MILESTONES:
        yield from read_milestones("".join(chain([first], lines)), name)
    elif recognise(first.encode()) is not None:
        raise InputError("it is a table of events, which is read as UTF-8 only; save it so")
    else:
        raise NotOurs(not_a_table_of_ours())


def not_a_table_of_ours() -> str:
    """Which columns a table needs, as one sentence."""
    milestones = ", ".join(sorted(table_rules().required))
    return (
        "it is neither a table of articles nor of milestones nor one of coded events that is "
        f"known; name a column text or html, or the columns {milestones}, or describe a table of "
        "events with --mapping FILE (docs/tables.md)"
    )


def _articles(first: str, lines: Iterator[str], name: str, published: str | None) -> Iterator[Item]:
    csv.field_size_limit(MAX_BYTES)
    rows = csv.reader(lines, delimiter=delimiter(first))
    row_of = RowReader(header(first))
    try:
        for cells in rows:
            if any(cell.strip() for cell in cells):
                # The header is line 1, and a row may take several lines.
                yield row_of.article(cells, f"{name}:{rows.line_num + 1}", published)
    except csv.Error as error:
        raise InputError(f"its rows cannot be told apart ({error}); save it as CSV again") from None


class RowReader:
    """Rows to articles, by the names that a table gives its columns."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._width = len(columns)
        called = {name: name if name in columns else ALSO_CALLED.get(name) for name in FIELDS}
        self._places = {name: columns.index(at) for name, at in called.items() if at in columns}

    def article(self, cells: Sequence[object], where: str, published: str | None) -> Item:
        """The article of one row."""
        if any(cells[self._width :]):
            return Skipped(
                where, "it has more cells than there are columns; put its text in quotes"
            )
        fields = {name: cells[at] for name, at in self._places.items() if at < len(cells)}
        return read_article(fields, where, published)
