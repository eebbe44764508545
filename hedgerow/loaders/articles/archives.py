"""What lies in compressed files and archives, one file after the other, never on disk.

Names in archives are only names: no path is followed, and links and devices are left out.
"""

import io
import re
import stat
import tarfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import cast

from hedgerow.errors import InputError
from hedgerow.loaders.articles.guard import parsing
from hedgerow.loaders.articles.unpacking import Bomb, Budget, Readable, in_memory, metered
from hedgerow.loaders.kinds import HEADER_BYTES, UNREAD, is_meant, kind_of, left_out, not_read
from hedgerow.loaders.limits import MEGABYTE
from hedgerow.loaders.records import Skipped
from hedgerow.loaders.text import printable

MAX_ENTRIES = 10_000_000
MAX_DIRECTORY = 30 * MEGABYTE
"""Of a zip's list of files, which is read at once; it names some 300,000."""
MAX_HEADER = MEGABYTE
_COMPRESSIONS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1
_LONG_HEADERS = frozenset(
    {tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE,
     tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK}
)  # fmt: skip
LINKS = "links and devices"


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a file, to be read before the next one is asked for."""

    name: str
    kind: str
    handle: io.BufferedReader


_Open = Callable[[], io.BufferedReader]
_Entry = tuple[PurePosixPath, _Open | None]
"""A name, and how to open it; None for what is no file."""


def members(
    kind: str, handle: io.BufferedReader, name: str, budget: Budget
) -> Iterator[Member | Skipped]:
    """The article files in an archive, and what is left out of it.

    Raises:
        InputError: the archive is damaged, or there are no articles in it.
    """
    others: Counter[str] = Counter()
    found = False
    for number, (path, opened) in enumerate(ARCHIVES[kind](handle, budget), start=1):
        if number > MAX_ENTRIES:
            raise InputError(f"it holds more than {MAX_ENTRIES:,} files; split it")
        if any(part.startswith(".") for part in path.parts) or "__MACOSX" in path.parts:
            continue
        member = _member(path, opened, f"{name}/{printable(str(path))}")
        if isinstance(member, str):
            others[member] += 1
        else:
            found = True
            yield member
    if not found:
        raise InputError("there are no articles in this archive; give another")
    if others:
        yield Skipped(name, left_out(others), minor=True)


def _member(path: PurePosixPath, opened: _Open | None, name: str) -> Member | Skipped | str:
    """A file of an archive; where it is nothing for us, the word to count it under."""
    if opened is None:
        return LINKS
    kind = kind_of(path)
    if kind == UNREAD:
        return Skipped(name, not_read(path))
    if kind is None:
        return path.suffix.lower() or "no suffix"
    try:
        handle = opened()
        meant = is_meant(kind, handle.peek(HEADER_BYTES))
    except Bomb:
        raise
    except InputError as error:
        return Skipped.because(name, error, named=False)
    return Member(name, kind, handle) if meant else path.suffix.lower()


def _in_zip(handle: io.BufferedReader, budget: Budget) -> Iterator[_Entry]:
    with parsing("zip archive"):
        archive = zipfile.ZipFile(_Directory(in_memory(handle)))
    for entry in archive.infolist():
        if entry.filename.endswith("/"):  # is_dir fails at a name that is empty
            continue
        is_link = stat.S_ISLNK(entry.external_attr >> 16)
        yield _safe(entry.filename), None if is_link else partial(_open, archive, entry, budget)


class _Directory:
    """The file under a zip archive, whose list of files is refused where it is too long."""

    def __init__(self, handle: io.BufferedReader | io.BytesIO) -> None:
        self.seek, self.tell, self.seekable = handle.seek, handle.tell, handle.seekable
        self._handle = handle

    def read(self, size: int = -1) -> bytes:
        if size > MAX_DIRECTORY:
            raise InputError("it holds too many files for a zip archive; pack them as .tar.gz")
        return self._handle.read(size)


def _open(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> io.BufferedReader:
    if entry.flag_bits & _ENCRYPTED:
        raise InputError("it is encrypted; pack it without a password")
    if entry.compress_type not in _COMPRESSIONS:
        raise InputError("it is compressed in an unusual way; pack it with deflate")
    with parsing("file in a zip archive"):
        return metered(cast("Readable", archive.open(entry)), budget)


def _in_tar(handle: io.BufferedReader, budget: Budget) -> Iterator[_Entry]:
    with parsing("tar archive"):
        archive = tarfile.open(fileobj=handle, mode="r|", tarinfo=_TarEntry)  # noqa: SIM115  read on below
    while (entry := _next(archive)) is not None:
        if entry.isreg():
            yield _safe(entry.name), partial(_extract, archive, entry, budget)
        elif not entry.isdir():
            yield _safe(entry.name), None


class _TarEntry(tarfile.TarInfo):
    """An entry of a tar archive whose sizes are believable."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "_TarEntry":
        entry = super().frombuf(buf, encoding, errors)
        if entry.size < 0 or (entry.type in _LONG_HEADERS and entry.size > MAX_HEADER):
            raise InputError("an entry of the archive states an impossible size; pack it again")
        return entry


def _next(archive: tarfile.TarFile) -> tarfile.TarInfo | None:
    with parsing("tar archive"):
        # What was read is kept there, which adds up over millions.
        archive.members = []  # type: ignore[attr-defined]
        return archive.next()


def _extract(archive: tarfile.TarFile, entry: tarfile.TarInfo, budget: Budget) -> io.BufferedReader:
    content = archive.extractfile(entry)
    if content is None:
        raise InputError("it is no file")
    return metered(cast("Readable", content), budget)


def _safe(name: str) -> PurePosixPath:
    """A name from an archive, which stays under the archive's own."""
    return PurePosixPath(*(part for part in re.split(r"[/\\]", name) if part not in {".", ".."}))


ARCHIVES: Mapping[str, Callable[[io.BufferedReader, Budget], Iterator[_Entry]]] = MappingProxyType(
    {"zip": _in_zip, "tar": _in_tar}
)
"""How to go through each kind of archive."""
