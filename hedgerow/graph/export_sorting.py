"""Sorting more lines than memory holds: sorted pieces on disk, then merged."""

import heapq
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from hedgerow.graph.streams import batched

PIECE = 32_000_000
"""Bytes that are sorted at once; Python holds them in about four times the room."""
FAN = 200
"""Files that are merged at once, so that no limit on open files is met."""


class SortedLines:
    """A binary file to write lines to, in any pieces, and to read them from once, sorted.

    `keeps` picks the lines that count. `folder` is where the pieces lie until they are read.
    """

    def __init__(self, folder: Path, keeps: Callable[[bytes], bool]) -> None:
        self._folder = folder
        self._keeps = keeps
        self._waiting: list[bytes] = []
        self._size = 0
        self._pieces: list[Path] = []
        self.count = 0

    def write(self, data: bytes) -> int:
        """Take some bytes, which may end within a line."""
        self._waiting.append(data)
        self._size += len(data)
        if self._size >= PIECE:
            self._put_down()
        return len(data)

    def flush(self) -> None:
        """Nothing; lines are put down piece by piece."""

    def lines(self) -> Iterator[bytes]:
        """Every line that counts, by code point."""
        self._put_down()
        while len(self._pieces) > FAN:
            groups = list(batched(self._pieces, FAN))
            self._pieces = [self._merged(group) for group in groups]
        yield from _merge(self._pieces)

    def _put_down(self) -> None:
        whole, end, rest = b"".join(self._waiting).rpartition(b"\n")
        self._waiting, self._size = [rest], len(rest)
        kept = sorted(filter(self._keeps, (whole + end).splitlines(keepends=True)))
        self.count += len(kept)
        if kept:
            self._pieces.append(self._written(kept))

    def _written(self, lines: list[bytes]) -> Path:
        with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as piece:
            piece.writelines(lines)
        return Path(piece.name)

    def _merged(self, pieces: list[Path]) -> Path:
        with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as merged:
            merged.writelines(_merge(pieces))
        for piece in pieces:
            piece.unlink()
        return Path(merged.name)


def _merge(pieces: list[Path]) -> Iterator[bytes]:
    with ExitStack() as stack:
        yield from heapq.merge(*(stack.enter_context(piece.open("rb")) for piece in pieces))
