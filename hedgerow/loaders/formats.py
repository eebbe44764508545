"""One reader for each kind of file, and one for standard input, whose kind shows in its start."""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import BinaryIO

from hedgerow.errors import InputError
from hedgerow.graph.records import Appearance
from hedgerow.loaders.compose import compose
from hedgerow.loaders.dates import to_edtf
from hedgerow.loaders.encoding import decode, has_wide_mark
from hedgerow.loaders.front import markdown_text, split_front_matter
from hedgerow.loaders.json_articles import is_json_line, read_json, read_json_lines
from hedgerow.loaders.limits import MAX_BYTES, bounded_lines, read_bounded
from hedgerow.loaders.milestones import is_milestones, read_milestones
from hedgerow.loaders.page import read_page
from hedgerow.loaders.records import Item

_PAGE_START = re.compile(r"\s*<(?:!doctype|!--|\?xml|html|head|body)\b", re.IGNORECASE)
TextReader = Callable[[str, str, str | None], Iterator[Item]]


def read_text(text: str, name: str, published: str | None) -> Iterator[Item]:
    """A plain text article."""
    yield compose(text, Appearance(name), published=published)


def read_markdown(text: str, name: str, published: str | None) -> Iterator[Item]:
    """A Markdown article with or without front matter."""
    fields, body = split_front_matter(text)
    stated = Appearance(
        name,
        url=fields.get("url"),
        title=fields.get("title"),
        publisher=fields.get("publisher"),
        published=_stated_date(fields.get("published") or fields.get("date")),
        language=fields.get("language") or fields.get("lang"),
        external_id=fields.get("id"),
    )
    yield compose(markdown_text(body), stated, published=published)


def read_html(text: str, name: str, published: str | None) -> Iterator[Item]:
    """A web page."""
    page = read_page(text)
    yield compose(page.text, page.stated(Appearance(name)), published=published)


def _read_table(text: str, name: str, _: str | None) -> Iterator[Item]:
    yield from read_milestones(text, name)


TEXT_READERS: Mapping[str, TextReader] = MappingProxyType(
    {
        "text": read_text,
        "markdown": read_markdown,
        "page": read_html,
        "json": read_json,
        "table": _read_table,
    }
)
"""The readers by kind of file, as `data/suffixes.yaml` names the kinds; JSON Lines has its own."""


def read_handle(
    kind: str, handle: io.BufferedReader, name: str, published: str | None
) -> Iterator[Item]:
    """The documents of an open file of a known kind.

    Raises:
        InputError: the file as a whole cannot be used.
    """
    if kind == "json_lines" and not has_wide_mark(handle.peek(4)):
        yield from read_json_lines(bounded_lines(handle), name, published)
        return
    text = _text(read_bounded(handle))
    yield from TEXT_READERS["json" if kind == "json_lines" else kind](text, name, published)


def read_stream(handle: BinaryIO, name: str, published: str | None) -> Iterator[Item]:
    """The documents of a stream that may be JSON Lines, JSON, a page, a milestones table or text.

    Raises:
        InputError: the stream as a whole cannot be used.
    """
    first = handle.readline(MAX_BYTES + 1)
    if len(first) <= MAX_BYTES and is_json_line(first):
        yield from read_json_lines(chain([first], bounded_lines(handle)), name, published)
        return
    text = _text(read_bounded(handle, first))
    yield from TEXT_READERS[_kind(text)](text, name, published)


def _kind(text: str) -> str:
    if text.lstrip().startswith(("{", "[")):
        return "json"
    if _PAGE_START.match(text):
        return "page"
    return "table" if is_milestones(text) else "text"


def _text(data: bytes) -> str:
    if not data.strip():
        raise InputError("it is empty; give a file that holds an article")
    return decode(data)


def _stated_date(value: str | None) -> str | None:
    try:
        return to_edtf(value) if value else None
    except ValueError as error:
        raise InputError(f"in its front matter, {error}") from None
