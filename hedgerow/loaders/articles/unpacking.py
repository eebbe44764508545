"""Unpacking within bounds: nothing is written to disk, and no bomb goes off."""

import gzip
import io
import tarfile
import zipfile
import zlib
from typing import BinaryIO, Protocol

from hedgerow.errors import InputError
from hedgerow.loaders.limits import MEGABYTE

FREE = 50 * MEGABYTE
"""What any file may unpack to, however small it is."""
RATIO = 200
"""How many times its size a file may unpack to; texts come to 10, bombs to 1,000 and more."""
MOST = 1_000_000 * MEGABYTE
MAX_DEPTH = 4
MAX_IN_MEMORY = 50 * MEGABYTE
BLOCK = 1 << 17
DAMAGED = "its compressed content is damaged; get the file again"
CUT_OFF = "the archive ends before it does; get the archive again"
_DAMAGE = (zlib.error, EOFError, gzip.BadGzipFile, zipfile.BadZipFile, NotImplementedError)


class Bomb(InputError):
    """A file unpacks to more than any honest one; nothing more is read from it."""


def allowed(packed: int) -> int:
    """How much a file of that size may unpack to."""
    return max(FREE, min(MOST, RATIO * packed))


class Budget:
    """How much one file may still unpack to, archives in archives included."""

    def __init__(self, packed: int) -> None:
        self._left = allowed(packed)

    def spend(self, count: int) -> None:
        """Take note that so many bytes were unpacked.

        Raises:
            Bomb: it was too much.
        """
        self._left -= count
        if self._left < 0:
            raise Bomb(f"it unpacks to more than {RATIO} times its size; nobody packs articles so")


class Readable(Protocol):
    """A stream that gives what it has, as all unpacking streams of the standard library do."""

    def read1(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""
        ...


class _Metered(io.RawIOBase):
    """A stream whose every byte is counted."""

    def __init__(self, source: Readable, budget: Budget) -> None:
        self._source = source
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        try:
            # What is sound before the damage comes first, which `read` would hold back.
            data = self._source.read1(len(buffer))
        except _DAMAGE:
            raise InputError(DAMAGED) from None
        except tarfile.TarError:
            raise InputError(CUT_OFF) from None
        self._budget.spend(len(data))
        buffer[: len(data)] = data
        return len(data)


def metered(source: Readable, budget: Budget) -> io.BufferedReader:
    """The unpacked stream, counted against the budget.

    Reading it raises InputError where it is damaged, and Bomb where it is too much.
    """
    return io.BufferedReader(_Metered(source, budget), BLOCK)


def gunzipped(handle: BinaryIO, budget: Budget) -> io.BufferedReader:
    """The content of a gzip stream."""
    return metered(gzip.GzipFile(fileobj=handle), budget)


def in_memory(handle: io.BufferedReader) -> io.BufferedReader | io.BytesIO:
    """The handle, or its content where it lies in an archive and cannot be read at will.

    Raises:
        InputError: it is too large for that.
    """
    if handle.seekable():
        return handle
    content = handle.read(MAX_IN_MEMORY + 1)
    if len(content) > MAX_IN_MEMORY:
        size = MAX_IN_MEMORY // MEGABYTE
        raise InputError(f"it holds more than {size} MB inside an archive; unpack it first")
    return io.BytesIO(content)
