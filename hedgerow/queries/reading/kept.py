"""What was read of a store or server, kept for as long as its commit is the newest."""

from collections.abc import Callable, Hashable
from itertools import islice
from threading import Lock
from typing import TypeVar, cast
from weakref import WeakKeyDictionary

from hedgerow.queries.reading.archive import Reader, archive_of

KEPT = 200
"""As many readings of a commit are kept; beyond that the oldest is dropped."""
T = TypeVar("T")
_KNOWN: WeakKeyDictionary[Reader, tuple[Hashable, dict[Hashable, object]]] = WeakKeyDictionary()
_MISSING = object()
_CHANGING = Lock()
"""Held while what is kept changes, not while anything is read: threads may read a thing twice."""


def kept(reader: Reader, key: Hashable, read: Callable[[], T]) -> T:
    """What was read before under a key, else what is read now."""
    commit = archive_of(reader).commit
    held = _held(reader, commit)
    found = held.get(key, _MISSING)
    if found is _MISSING:
        found = read()
        with _CHANGING:
            for oldest in list(islice(held, max(0, len(held) + 1 - KEPT))):
                del held[oldest]
            held[key] = found
    return cast("T", found)


def forget(reader: Reader) -> None:
    """Drop what was read and kept of a reader."""
    with _CHANGING:
        _KNOWN.pop(reader, None)


def _held(reader: Reader, commit: Hashable) -> dict[Hashable, object]:
    with _CHANGING:
        known = _KNOWN.get(reader)
        if known is None or known[0] != commit:
            known = _KNOWN[reader] = (commit, {})
        return known[1]
