"""JSON tables in batches of columns: one record a line, or an array of records."""

import json
import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]

from hedgerow.errors import InputError
from hedgerow.loaders.tables.content import PIECE, Content
from hedgerow.loaders.tables.delimited import Batch
from hedgerow.loaders.tables.formats import TableFormat

ROWS = 10_000
LONGEST = 8 << 20
"""Bytes of the longest record."""
PATH = "."
_BETWEEN = re.compile(r"[\s,]*")


def json_batches(
    content: Content, table: TableFormat, skipped: Callable[[int], None]
) -> Iterator[Batch]:
    """The records of a JSON table; `skipped` is told how many cannot be read.

    Raises:
        InputError: it is no such table.
    """
    paths = {name: str(column).split(PATH) for name, column in table.named.items()}
    joiner = table.several or ";"
    numbered = _numbered(records(content), skipped)
    while rows := list(islice(numbered, ROWS)):
        yield Batch(
            np.array([number for number, _ in rows], dtype=np.int64),
            {
                name: pa.array([_cell(record, path, joiner) for _, record in rows], pa.binary())
                for name, path in paths.items()
            },
        )


def records(content: Content) -> Iterator[Any]:
    """The records of JSON Lines or of an array; None for a line that is no JSON.

    Raises:
        InputError: a record is damaged or far too long.
    """
    start = content.read(PIECE)
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text.startswith(b"["):
        yield from _array(content, text[1:])
    else:
        yield from _lines(content, text)


def _numbered(found: Iterator[Any], skipped: Callable[[int], None]) -> Iterator[tuple[int, Any]]:
    for number, record in enumerate(found, start=1):
        if isinstance(record, dict):
            yield number, record
        else:
            skipped(1)


def _lines(content: Content, start: bytes) -> Iterator[Any]:
    rest, piece = b"", start
    while piece:
        *lines, rest = (rest + piece).split(b"\n")
        yield from map(_parsed, filter(bytes.strip, lines))
        if len(rest) > LONGEST:
            raise InputError(f"a line is longer than {LONGEST >> 20} MB; look at the file")
        piece = content.read(PIECE)
    if rest.strip():
        yield _parsed(rest)


def _parsed(line: bytes) -> Any:  # noqa: ANN401
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _array(content: Content, start: bytes) -> Iterator[Any]:
    decode = json.JSONDecoder().raw_decode
    # Latin-1 keeps a byte a character, so that a record's end is known before it is decoded.
    text, place = start.decode("latin-1"), 0
    while True:
        place = _BETWEEN.match(text, place).end()  # type: ignore[union-attr]
        if text.startswith("]", place):
            return
        try:
            _, end = decode(text, place)
        except RecursionError:
            raise InputError("its JSON is nested too deeply; flatten or remove it") from None
        except ValueError:
            piece = content.read(PIECE)
            if not piece or len(text) - place > LONGEST:
                raise InputError("its JSON is damaged or cut off; fetch it again") from None
            text, place = text[place:] + piece.decode("latin-1"), 0
            continue
        yield _parsed(text[place:end].encode("latin-1"))
        place = end


def _cell(record: Any, path: list[str], joiner: str) -> bytes:  # noqa: ANN401
    """What lies at a path; of a list, its items joined, each once a list of records."""
    found = [record]
    for step in path:
        found = [each.get(step) for item in found for each in _items(item) if _has(each)]
    flat = [each for item in found for each in _items(item)]
    texts = ["" if each is None or isinstance(each, dict | list) else str(each) for each in flat]
    return joiner.join(texts).encode(errors="surrogatepass")


def _items(value: Any) -> list[Any]:  # noqa: ANN401
    return value if isinstance(value, list) else [value]


def _has(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, dict)
