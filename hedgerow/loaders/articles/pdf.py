"""PDF: the text of an article's pages, without what stands at the head or foot of each."""

import io
import logging
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

from hedgerow.errors import InputError
from hedgerow.graph.records import Appearance
from hedgerow.loaders.articles.guard import missing, parsing
from hedgerow.loaders.articles.hyphens import unhyphenated
from hedgerow.loaders.compose import compose
from hedgerow.loaders.limits import check_length, read_bounded
from hedgerow.loaders.records import Item
from hedgerow.loaders.text import normalise, one_line

if TYPE_CHECKING:
    from pypdf import PdfReader

# What cannot be read is reported by us; without a handler, loggers write to the terminal.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

MAX_PAGES = 500
MAX_SECONDS = 20.0
REPEATED = 3
"""Pages that a line heads or ends before it is taken to stand on every page."""
EDGE_LINES = 2
_NUMBER = re.compile(r"\d+")


def read_pdf(handle: io.BufferedReader, name: str, published: str | None) -> Iterator[Item]:
    """The article that a PDF holds.

    Raises:
        InputError: it cannot be read, is encrypted, holds pictures only, or takes too long.
    """
    if find_spec("pypdf") is None:
        raise missing("pypdf", "pdf")
    with parsing("PDF"):
        pages, title = _content(read_bounded(handle))
    if not any(any(char.isalnum() for char in page) for page in pages):
        raise InputError("its pages are pictures without text; run text recognition (OCR) on it")
    text = unhyphenated("\n".join(_without_edges([page.split("\n") for page in pages])))
    stated = Appearance(name, title=title if title and title in one_line(text) else None)
    yield compose(text, stated, published=published)


def _content(data: bytes) -> tuple[list[str], str | None]:
    from pypdf import PdfReader  # noqa: PLC0415  an extra, and most sources are none

    until = time.monotonic() + MAX_SECONDS

    def check(*_: object) -> None:
        if time.monotonic() > until:
            raise InputError("reading it takes too long; save the article itself as .txt")

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError("it is encrypted; save it without a password")
    if len(reader.pages) > MAX_PAGES:
        raise InputError(f"it has more than {MAX_PAGES} pages, more than one article; split it")
    pages: list[str] = []
    for page in reader.pages:
        pages.append(normalise(page.extract_text(visitor_operand_before=check)))
        check_length("".join(pages))
        check()
    return pages, _title(reader)


def _title(reader: "PdfReader") -> str | None:
    stated = reader.metadata and reader.metadata.title
    return one_line(stated) or None if isinstance(stated, str) else None


def _without_edges(pages: Sequence[list[str]]) -> Iterator[str]:
    """The pages without running heads and feet; the first keeps its head, which may be a title."""
    edges = [_edges(page) for page in pages]
    counts = Counter(like for lines in edges for like in {_likeness(line) for line in lines})
    running = {like for like, count in counts.items() if count >= REPEATED}
    for number, page in enumerate(pages):
        dropped = {line for line in edges[number] if _likeness(line) in running}
        kept = page[:EDGE_LINES] if number == 0 else []
        yield "\n".join([*kept, *(line for line in page[len(kept) :] if line not in dropped)])


def _edges(page: Sequence[str]) -> list[str]:
    return [*page[:EDGE_LINES], *page[-EDGE_LINES:]]


def _likeness(line: str) -> str:
    """The line with its numbers made alike, as page numbers differ."""
    return _NUMBER.sub("0", line).strip()
