"""From what the user names to files: paths, folders and glob patterns, in a stable order."""

import glob
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from hedgerow.loaders.kinds import (
    HEADER_BYTES,
    UNREAD,
    XML,
    is_meant,
    kind_of,
    left_out,
    not_read,
)
from hedgerow.loaders.records import Skipped
from hedgerow.loaders.text import printable

PIPE = "this is a pipe or a device, which may never end; save its content and give that file"

LEADS_OUT = "the link leads out of the folder that was named; name what it leads to as well"


def find_files(names: Sequence[str]) -> Iterator[Path | Skipped]:
    """The files that paths, folders and globs name, each once, and what cannot be read."""
    seen: set[str] = set()
    for name in names:
        for found in _expand(name):
            if isinstance(found, Skipped):
                yield found
            elif not found.is_file():
                yield Skipped(printable(str(found)), PIPE)
            elif (real := os.path.realpath(found)) not in seen:
                seen.add(real)
                yield found


def _expand(name: str) -> Iterator[Path | Skipped]:
    path = Path(name)
    if "\0" in name or not name:
        yield Skipped(printable(name), "this is no file name; give a file, a folder or a pattern")
    elif path.is_dir():
        yield from _walk(path)
    elif path.exists():
        yield _named(path)
    elif glob.has_magic(name):
        yield from _matching(name)
    elif path.is_symlink():
        yield Skipped(printable(name), "the link leads nowhere; mend it or give the file itself")
    else:
        yield Skipped(printable(name), "there is no such file or folder; check the spelling")


def _matching(pattern: str) -> Iterator[Path | Skipped]:
    # Path.glob takes no absolute patterns.
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207
    if not matches:
        yield Skipped(printable(pattern), "nothing matches this pattern; check it, and quote it")
    for match in matches:
        path = Path(match)
        if not path.is_dir():
            yield _named(path)
        elif not pattern.endswith("**"):
            yield from _walk(path)


def _named(path: Path) -> Path | Skipped:
    kind = kind_of(path)
    if kind is not None and kind != UNREAD:
        return path
    return Skipped(printable(str(path)), not_read(path))


def _walk(folder: Path) -> Iterator[Path | Skipped]:
    """The article files under a folder, and one line on what else lies there."""
    others: Counter[str] = Counter()
    articles = 0
    for found in _files_under(folder, set(), Path(os.path.realpath(folder))):
        if isinstance(found, Skipped):
            yield found
        elif (kind := kind_of(found)) is None or not _is_meant(kind, found):
            others[found.suffix.lower() or "no suffix"] += 1
        else:
            articles += 1
            yield _named(found) if kind == UNREAD else found
    if not articles:
        yield Skipped(printable(str(folder)), "there are no articles in this folder; give another")
    elif others:
        yield Skipped(printable(str(folder)), left_out(others), minor=True)


def _is_meant(kind: str, file: Path) -> bool:
    """Whether a file in a folder is for us; it is opened only where its suffix does not tell."""
    if kind != XML:
        return True
    try:
        with file.open("rb") as handle:
            return is_meant(kind, handle.read(HEADER_BYTES))
    except OSError:
        return True


def _files_under(folder: Path, entered: set[str], top: Path) -> Iterator[Path | Skipped]:
    """Regular files, sorted; a folder is entered once, so loops of links end.

    Links are followed within the folder that was named. Whoever packed it could have them lead to
    anything else that the user may read.
    """
    real = os.path.realpath(folder)
    if real in entered:
        return
    entered.add(real)
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        reason = f"it cannot be opened ({error.strerror}); check its rights"
        yield Skipped(printable(str(folder)), reason)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_symlink() and not Path(os.path.realpath(entry)).is_relative_to(top):
            yield Skipped(printable(str(entry)), LEADS_OUT)
        elif entry.is_dir():
            yield from _files_under(entry, entered, top)
        elif entry.is_file():
            yield entry
