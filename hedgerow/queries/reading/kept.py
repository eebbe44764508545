"""What was read of a store or server, kept for as long as its commit is the newest."""

from collections.abc import Callable, Hashable
from itertools import islice
from typing import TypeVar, cast
from weakref import WeakKeyDictionary

from hedgerow.queries.reading.archive import Reader, archive_of

KEPT = 200
"""As many readings of a commit are kept; beyond that the oldest is dropped."""
T = TypeVar("T")
_KNOWN: WeakKeyDictionary[Reader, tuple[Hashable, dict[Hashable, object]]] = WeakKeyDictionary()


def kept(reader: Reader, key: Hashable, read: Callable[[], T]) -> T:
    """What was read before under a key, else what is read now."""
    commit = archive_of(reader).commit
    known = _KNOWN.get(reader)
    if known is None or known[0] != commit:
        known = _KNOWN[reader] = (commit, {})
    held = known[1]
    if key not in held:
        for oldest in list(islice(held, max(0, len(held) + 1 - KEPT))):
            del held[oldest]
        held[key] = read()
    return cast("T", held[key])


def forget(reader: Reader) -> None:
    """Drop what was read and kept of a reader."""
    _KNOWN.pop(reader, None)
