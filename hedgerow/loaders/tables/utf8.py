"""A table's content in UTF-8 that is always whole, as its reader needs it."""

import codecs
import io

from hedgerow.loaders.tables.content import Content

LOST = "\ufffd"
"""Stands for bytes that cannot be decoded."""
GROWTH = 3
"""A byte becomes at most so many: those of `LOST`."""


class Utf8(io.RawIOBase):
    """Content of some encoding read as UTF-8; bytes that cannot be decoded are marked as lost."""

    def __init__(self, content: Content, encoding: str) -> None:
        super().__init__()
        self._content = content
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")

    def readable(self) -> bool:
        """It can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes; none at the end."""
        while True:
            data = self._content.read(max(1, size // GROWTH) if size > 0 else size)
            text = self._decoder.decode(data, final=not data)
            if text or not data:
                return text.encode()
