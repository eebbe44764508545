"""The content of a table's file, plain or packed, read as a stream and never held."""

import gzip
import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from hedgerow.errors import InputError
from hedgerow.loaders.tables.formats import table_rules

PIECE = 1 << 20
GZIP_MARK, ZIP_MARK = b"\x1f\x8b", b"PK\x03\x04"
_DAMAGED = (zipfile.BadZipFile, zlib.error, gzip.BadGzipFile, EOFError)


class _Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


class Content(io.RawIOBase):
    """A table's content; `size` is that of its file."""

    def __init__(self, content: _Readable, size: int) -> None:
        super().__init__()
        self._content, self._size = content, size
        self._read = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes, all that is left if negative.

        Raises:
            InputError: the packing is damaged, or holds far more than a table can.
        """
        try:
            data = self._content.read(size)
        except (*_DAMAGED, RuntimeError, NotImplementedError) as error:
            raise InputError(f"it cannot be unpacked ({error}); fetch it again") from None
        self._read += len(data)
        limit = table_rules().packed
        if self._read > limit.from_bytes and self._read > limit.ratio * self._size:
            raise InputError(
                f"it unpacks to more than {limit.ratio} times its size, as no table does;"
                " unpack it and look at it"
            )
        return data


@contextmanager
def open_content(path: Path) -> Iterator[Content]:
    """The content of a plain, gzip or zip file; a zip file must hold one file.

    Raises:
        InputError: it cannot be read or unpacked.
    """
    with ExitStack() as stack:
        try:
            file = stack.enter_context(path.open("rb"))
            unpacked = stack.enter_context(_unpacked(file))
            size = path.stat().st_size
        except OSError as error:
            raise InputError(f"it cannot be read ({error.strerror}); check its rights") from None
        except (*_DAMAGED, RuntimeError, NotImplementedError) as error:
            raise InputError(f"it cannot be unpacked ({error}); fetch it again") from None
        yield Content(unpacked, size)


@contextmanager
def _unpacked(file: IO[bytes]) -> Iterator[_Readable]:
    mark = file.read(len(ZIP_MARK))
    file.seek(0)
    if mark.startswith(GZIP_MARK):
        with gzip.open(file) as content:
            yield content
    elif mark == ZIP_MARK:
        with zipfile.ZipFile(file) as packed, packed.open(_member(packed)) as content:
            yield content
    else:
        yield file


def _member(packed: zipfile.ZipFile) -> zipfile.ZipInfo:
    members = [member for member in packed.infolist() if not member.is_dir()]
    if len(members) != 1:
        raise InputError(f"it holds {len(members)} files, a packed table one; unpack it")
    return members[0]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The sha256 of a table's content, the number of its lines, and its size in bytes."""

    sha256: str
    lines: int
    size: int


def fingerprint(path: Path) -> Fingerprint:
    """Read a table once for its hash.

    Raises:
        InputError: it cannot be read or unpacked.
    """
    digest, lines, size, last = hashlib.sha256(), 0, 0, b""
    with open_content(path) as content:
        while piece := content.read(PIECE):
            digest.update(piece)
            lines += piece.count(b"\n")
            size += len(piece)
            last = piece
    unended = bool(last and not last.endswith(b"\n"))
    return Fingerprint(digest.hexdigest(), lines + unended, size)
