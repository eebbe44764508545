"""Gzip member by member, so that damage in one leaves the others readable."""

import io
import zlib
from collections.abc import Iterator

from hedgerow.errors import InputError
from hedgerow.loaders.articles.unpacking import BLOCK, DAMAGED, Budget
from hedgerow.loaders.limits import MAX_BYTES

MAGIC = b"\x1f\x8b\x08"
_GZIP_WINDOW = 31


class GzipMembers:
    """The content of a gzip stream of many members, as archives of records are written.

    A member is given out when all of it is known to be sound, unless it is too large to be kept.
    """

    def __init__(self, handle: io.BufferedReader, budget: Budget) -> None:
        self._handle = handle
        self._budget = budget
        self._input = b""
        self._ready = bytearray()
        self._inflated = self._inflate()

    def read(self, size: int, /) -> bytes:
        """At most `size` unpacked bytes; none at the end.

        Raises:
            InputError: a member is damaged; `skip` goes on after it.
            Bomb: it unpacks to too much.
        """
        while not self._ready and (more := next(self._inflated, b"")):
            self._ready += more
        data = bytes(self._ready[:size])
        del self._ready[:size]
        return data

    def skip(self) -> None:
        """Go on where the next member seems to begin."""
        ahead = self._input[1:]
        while (at := ahead.find(MAGIC)) < 0 and (block := self._handle.read(BLOCK)):
            ahead = ahead[-len(MAGIC) :] + block
        self._input = ahead[at:] if at >= 0 else b""
        self._inflated = self._inflate()

    def _inflate(self) -> Iterator[bytes]:
        """The content, each member whole or, if it is very large, in pieces."""
        while self._more():
            inflate, sound = zlib.decompressobj(_GZIP_WINDOW), bytearray()
            while not inflate.eof:
                at_end = not self._more()
                try:
                    piece = inflate.decompress(self._input, BLOCK)
                except zlib.error:
                    raise InputError(DAMAGED) from None
                if at_end and not piece:
                    raise InputError(DAMAGED)
                self._budget.spend(len(piece))
                sound += piece
                self._input = inflate.unconsumed_tail
                if len(sound) > MAX_BYTES:
                    yield bytes(sound)
                    sound.clear()
            self._input = inflate.unused_data.lstrip(b"\0")
            if sound:
                yield bytes(sound)

    def _more(self) -> bool:
        self._input = self._input or self._handle.read(BLOCK)
        return bool(self._input)
