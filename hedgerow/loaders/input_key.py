"""Telling whether a file is still the one that was read: by its path, size and time of change."""

from pathlib import Path

from hedgerow.graph.ids import content_id

LEAST_BYTES = 1_000_000
"""Smaller files are quickly read again, and the ledger would be long."""


def input_key(file: Path, *options: str | None) -> str | None:
    """The key of a large file in its present state; None for a small one, or none.

    `options` are those that change what is stored of a file, such as the date for its articles.
    """
    try:
        status = file.stat()
        place = str(file.resolve())
    except OSError:
        return None
    if status.st_size < LEAST_BYTES:
        return None
    return content_id("input", [place, status.st_size, status.st_mtime_ns, *options])
