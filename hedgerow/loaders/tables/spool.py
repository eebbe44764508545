"""A table that comes as a stream, put into a temporary file, since tables are read twice."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from hedgerow.errors import InputError
from hedgerow.loaders.tables.content import PIECE

MOST = 20_000_000_000
"""Bytes of a stream that are put into a file."""


class Spooled:
    """A temporary file with what a stream holds; it goes when this is closed."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="hedgerow-")
        self.path = Path(self._folder.name) / "table"
        try:
            with self.path.open("wb") as file:
                for piece in _pieces(start, rest):
                    file.write(piece)
        except OSError as error:
            self.close()
            raise InputError(
                f"it does not fit into {tempfile.gettempdir()} ({error.strerror}); "
                "unpack it elsewhere, or name another folder in TMPDIR"
            ) from error
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Delete the file."""
        self._folder.cleanup()


def _pieces(start: bytes, rest: BinaryIO) -> Iterator[bytes]:
    left = MOST - len(start)
    yield start
    while piece := rest.read(PIECE):
        left -= len(piece)
        if left < 0:
            raise InputError(f"it holds more than {MOST:,} bytes; save it as a file and load that")
        yield piece
