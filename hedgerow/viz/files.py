"""Writing files whole or not at all, and into devices and pipes as they are; their names."""

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path, PurePath
from typing import IO

from hedgerow.errors import UsageError

_OTHER_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]+:", re.IGNORECASE)


def file_name(source: str) -> str:
    """The name of the file that a path or web address leads to; empty for `data:` and the like."""
    return "" if _OTHER_SCHEME.match(source) else PurePath(source).name


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to that takes its place only when the block ends without an error.

    A link stays and what it leads to is written; so are a device and a pipe, which have no place
    to take.

    Raises:
        UsageError: the place cannot be written to.
    """
    if path.is_dir():
        raise UsageError(f"Cannot write {path} (it is a folder); name a file in it.")
    try:
        with _opened(path) as file:
            yield file
    except OSError as error:
        raise UsageError(
            f"Cannot write {path} ({error.strerror}); name another file with -o."
        ) from error


def _opened(path: Path) -> AbstractContextManager[IO[bytes]]:
    lasting = path.is_file() or not path.exists()
    return _drafted(path.resolve()) if lasting else path.open("wb")


@contextmanager
def _drafted(place: Path) -> Iterator[IO[bytes]]:
    draft = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        with draft.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(place)
    finally:
        with suppress(OSError):
            draft.unlink()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, with the folders it needs.

    Raises:
        UsageError: the place cannot be written to.
    """
    with whole_file(path) as file:
        file.write(content)
