"""One reader for each kind of file, and one for standard input, whose kind shows in its start."""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import PurePath
from types import MappingProxyType
from typing import BinaryIO

from hedgerow.errors import InputError
from hedgerow.loaders.articles.archives import ARCHIVES, members
from hedgerow.loaders.articles.email_message import read_email
from hedgerow.loaders.articles.feed import is_feed, read_feed
from hedgerow.loaders.articles.pdf import read_pdf
from hedgerow.loaders.articles.tables import read_table, read_table_lines
from hedgerow.loaders.articles.unpacking import MAX_DEPTH, Bomb, Budget, gunzipped
from hedgerow.loaders.articles.web_archive import read_web_archive
from hedgerow.loaders.articles.workbook import read_workbook
from hedgerow.loaders.encoding import decode, has_wide_mark
from hedgerow.loaders.failures import reported
from hedgerow.loaders.json_articles import is_json_line, read_json, read_json_lines
from hedgerow.loaders.kinds import GZIP, WEB_ARCHIVE, kind_of, uncompressed
from hedgerow.loaders.limits import MAX_BYTES, bounded_lines, read_bounded
from hedgerow.loaders.records import Item, Skipped
from hedgerow.loaders.table_kind import table_kind
from hedgerow.loaders.tables.item import (
    EventTable,
    TableOptions,
    event_table_within,
    is_event_stream,
)
from hedgerow.loaders.tables.recognise import HEAD
from hedgerow.loaders.tables.spool import Spooled
from hedgerow.loaders.text_articles import read_html, read_markdown, read_text

MAX_UNUSED, MOSTLY = 10_000, 0.9
"""Articles of a file that are skipped before it is given up, and their share of all."""
_PAGE_START = re.compile(r"\s*<(?:!doctype|!--|\?xml|html|head|body)\b", re.IGNORECASE)
USUAL = TableOptions()
TextReader = Callable[[str, str, str | None], Iterator[Item]]
Reader = Callable[[io.BufferedReader, str, str | None], Iterator[Item]]

TEXT_READERS: Mapping[str, TextReader] = MappingProxyType(
    {
        "text": read_text,
        "markdown": read_markdown,
        "page": read_html,
        "json": read_json,
        "feed": read_feed,
        "xml": read_feed,
    }
)
"""The readers of files that are one text, by kind as `data/suffixes.yaml` names the kinds."""


def _read_json_lines(handle: io.BufferedReader, name: str, published: str | None) -> Iterator[Item]:
    if has_wide_mark(handle.peek(4)):
        yield from read_json(_text(read_bounded(handle)), name, published)
    else:
        yield from read_json_lines(bounded_lines(handle), name, published)


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "json_lines": _read_json_lines,
        "table": read_table,
        "workbook": read_workbook,
        "email": read_email,
        "pdf": read_pdf,
    }
)
"""The readers of files that are read piece by piece, or are no text."""


def read_handle(
    kind: str,
    handle: io.BufferedReader,
    name: str,
    published: str | None,
    budget: Budget,
    *,
    tables: TableOptions = USUAL,
) -> Iterator[Item]:
    """The documents of an open file of a known kind; `budget` is what it may unpack to.

    `tables` says how event tables that lie in it are read.

    Raises:
        InputError: the file as a whole cannot be used.
    """
    used = unused = 0
    for item in _Reading(published, budget, tables).read(kind, handle, name, PurePath(name)):
        unused += isinstance(item, Skipped)
        used += not isinstance(item, Skipped)
        yield item
        if unused > MAX_UNUSED and unused > MOSTLY * (used + unused):
            raise InputError(f"{unused:,} of its articles cannot be used; mend the file")


class _Reading:
    """One file being read, with the files that lie in it."""

    def __init__(self, published: str | None, budget: Budget, tables: TableOptions) -> None:
        self._published = published
        self._budget = budget
        self._tables = tables

    def read(
        self,
        kind: str,
        handle: io.BufferedReader,
        name: str,
        path: PurePath,
        depth: int = 0,
    ) -> Iterator[Item]:
        """What a file holds; `path` is its name, in compressed files the one inside."""
        if depth > MAX_DEPTH:
            raise InputError("it lies in too many archives in archives; unpack them")
        if kind == GZIP:
            inner, unpacked = uncompressed(path), gunzipped(handle, self._budget)
            yield from self.read(kind_of(inner) or "", unpacked, name, inner, depth + 1)
        elif kind == WEB_ARCHIVE:
            yield from read_web_archive(handle, name, self._published, self._budget)
        elif kind in ARCHIVES:
            yield from self._members(kind, handle, name, depth)
        elif depth and (table := event_table_within(handle, kind, name, self._tables)):
            yield table
        elif kind in READERS:
            yield from READERS[kind](handle, name, self._published)
        else:
            yield from TEXT_READERS[kind](_text(read_bounded(handle)), name, self._published)

    def _members(
        self, kind: str, handle: io.BufferedReader, name: str, depth: int
    ) -> Iterator[Item]:
        for member in members(kind, handle, name, self._budget):
            if isinstance(member, Skipped):
                yield member
                continue
            try:
                path = PurePath(member.name)
                with reported():
                    yield from self.read(member.kind, member.handle, member.name, path, depth + 1)
            except Bomb:
                raise
            except InputError as error:
                yield Skipped.because(member.name, error, named=False)


def read_stream(
    handle: BinaryIO, name: str, published: str | None, tables: TableOptions = USUAL
) -> Iterator[Item]:
    """The documents of a stream that may be JSON Lines, JSON, a page, a feed, a table or text.

    Raises:
        InputError: the stream as a whole cannot be used.
    """
    first = handle.readline(MAX_BYTES + 1)
    if first.lstrip().startswith(b"["):
        first += handle.read(HEAD)  # the first record may stand on other lines
    if is_event_stream(first, tables):
        yield EventTable(Spooled(first, handle), tables, name)
        return
    if len(first) <= MAX_BYTES:
        lines = chain([first], bounded_lines(handle))
        if is_json_line(first):
            yield from read_json_lines(lines, name, published)
            return
        if table_kind(first.decode(errors="replace")):
            yield from read_table_lines(lines, name, published)
            return
    text = _text(read_bounded(handle, first))
    yield from TEXT_READERS[_kind(text)](text, name, published)


def _kind(text: str) -> str:
    if text.lstrip().startswith(("{", "[")):
        return "json"
    if is_feed(text):
        return "feed"
    return "page" if _PAGE_START.match(text) else "text"


def _text(data: bytes) -> str:
    if not data.strip():
        raise InputError("it is empty; give a file that holds an article")
    return decode(data)
