"""The records of a web archive as a stream that goes on after damage."""

import io
import re
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

from hedgerow.errors import InputError
from hedgerow.loaders.articles.gzip_members import MAGIC, GzipMembers
from hedgerow.loaders.articles.unpacking import BLOCK, Bomb, Budget

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

RECORD_START = re.compile(rb"WARC/\d\.\d\r?\n")
_LONGEST_START = 12
KEPT = 4
"""Blocks that are kept after they were read: a bad header began in one of them."""


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class Damage(InputError):
    """A record is damaged or cut off, so that what follows cannot be told from it."""


class RecordStream:
    """An archive's bytes as fastwarc takes them, and a way to go on after a bad record."""

    def __init__(self, handle: io.BufferedReader, budget: Budget) -> None:
        packed = handle.peek(len(MAGIC)).startswith(MAGIC)
        self.ended = False
        self._members = GzipMembers(handle, budget) if packed else None
        self._source: _Readable = self._members or handle
        self._kept: deque[bytes] = deque(maxlen=KEPT)
        self._ahead = b""
        self._given = self._reached = 0
        self._is_damaged = False

    def read(self, size: int = BLOCK, /) -> bytes:
        """The next bytes; where a member is damaged, none, as if the archive ended before it."""
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        if not data and not self._is_damaged:
            try:
                data = self._source.read(size)
            except Bomb:
                raise
            except InputError:
                self._is_damaged = True
        self._kept.append(data)
        self._given += len(data)
        return data

    def tell(self) -> int:
        """How many bytes were read since the start, or since it last went on."""
        return self._given

    def records(self) -> Iterator["WarcRecord"]:
        """The records up to the end or the first damage.

        Raises:
            Damage, OSError: there is damage; `resume` goes on after it.
        """
        from fastwarc.warc import ArchiveIterator  # noqa: PLC0415

        for record in ArchiveIterator(
            cast("BinaryIO", self), parse_http=False, stream_detect=False
        ):
            self._reached = record.stream_pos
            yield record
        if self._is_damaged:
            raise Damage
        self.ended = True

    def resume(self) -> None:
        """Go on at the next place where a record or, in compressed archives, a member begins."""
        if not self._is_damaged and self._find_record():
            return
        if self._is_damaged and self._members is not None:
            self._members.skip()
            self._begin_with(b"")
        else:
            self.ended = True

    def _find_record(self) -> bool:
        """Whether a record begins after the last one that was reached; reading goes on there."""
        kept = b"".join(self._kept)
        rest = kept[max(self._reached + 1 - (self._given - len(kept)), 0) :] + self._ahead
        self._ahead = b""
        while (found := RECORD_START.search(rest)) is None:
            if not (block := self.read()):
                return False
            rest = rest[-_LONGEST_START:] + block
        self._begin_with(rest[found.start() :])
        return True

    def _begin_with(self, ahead: bytes) -> None:
        self._ahead, self._given, self._reached, self._is_damaged = ahead, 0, 0, False
        self._kept.clear()
