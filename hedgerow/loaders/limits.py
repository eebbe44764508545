"""How much is read at once, so that no input can exhaust time or memory."""

from collections.abc import Iterator
from typing import BinaryIO

from hedgerow.errors import InputError

MEGABYTE = 1_000_000
MAX_BYTES = 20 * MEGABYTE
MAX_CHARACTERS = 1_000_000


def read_bounded(handle: BinaryIO, start: bytes = b"") -> bytes:
    """`start` and everything left in the handle.

    Raises:
        InputError: together they hold more than `MAX_BYTES`.
    """
    data = start + handle.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputError(
            f"it holds more than {MAX_BYTES // MEGABYTE} MB, more than one article can;"
            " split it, or write one article a line as .jsonl"
        )
    return data


def bounded_lines(handle: BinaryIO) -> Iterator[bytes | None]:
    """The lines one by one; None stands for a line of more than `MAX_BYTES`."""
    while line := handle.readline(MAX_BYTES + 1):
        if len(line) <= MAX_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = handle.readline(MAX_BYTES)
        yield None


def check_length(text: str) -> str:
    """The text itself.

    Raises:
        InputError: it is longer than an article can be.
    """
    if len(text) > MAX_CHARACTERS:
        raise InputError(
            f"the text is {len(text):,} characters long, more than the {MAX_CHARACTERS:,}"
            " of one article; split it into articles"
        )
    return text
