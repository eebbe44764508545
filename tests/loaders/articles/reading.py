"""Reading made-up files in tests."""

import io
from pathlib import PurePath
from typing import Any

from hedgerow.errors import InputError
from hedgerow.graph.records import Document
from hedgerow.loaders.articles.unpacking import Budget
from hedgerow.loaders.formats import read_handle
from hedgerow.loaders.kinds import kind_of
from hedgerow.loaders.records import Item, Skipped, WebPage


def read(name: str, data: bytes) -> list[Item]:
    """What a file holds, and at the end the reason if it could not be read as a whole."""
    kind = kind_of(PurePath(name))
    assert kind is not None
    found: list[Item] = []
    handle: Any = io.BufferedReader(io.BytesIO(data))
    try:
        for item in read_handle(kind, handle, name, None, Budget(len(data))):
            found.append(item.read() if isinstance(item, WebPage) else item)
    except InputError as error:
        found.append(Skipped(name, str(error)))
    return found


def one(name: str, data: bytes) -> Document:
    (document,) = read(name, data)
    assert isinstance(document, Document), document
    return document


def reason(name: str, data: bytes) -> str:
    (skipped,) = read(name, data)
    assert isinstance(skipped, Skipped), skipped
    assert "\n" not in skipped.reason
    return skipped.reason


def parted(name: str, data: bytes) -> tuple[list[str], list[str]]:
    """The texts in a file, and what was skipped."""
    items = read(name, data)
    found = [item.text for item in items if isinstance(item, Document)]
    return found, [str(item) for item in items if isinstance(item, Skipped)]


def texts(name: str, data: bytes) -> list[str]:
    return parted(name, data)[0]


def skipped(name: str, data: bytes) -> list[str]:
    return parted(name, data)[1]
