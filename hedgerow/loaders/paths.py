"""From what the user names to files: paths, folders and glob patterns, in a stable order."""

import glob
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import yaml

from hedgerow.loaders.milestones import is_milestones
from hedgerow.loaders.records import Skipped
from hedgerow.loaders.text import printable

TABLE, UNREAD = "table", "unread"
HEADER_BYTES = 4096
PIPE = "this is a pipe or a device, which may never end; save its content and give that file"


@cache
def kinds() -> dict[str, str]:
    """The kind of file behind each suffix that can hold articles."""
    source = files("hedgerow.loaders") / "data" / "suffixes.yaml"
    data = yaml.safe_load(source.read_text(encoding="utf-8"))
    return {suffix: kind for kind, suffixes in data.items() for suffix in suffixes}


def kind_of(path: Path) -> str | None:
    """The kind of a file by its suffix; None where it is no kind that holds articles."""
    return kinds().get(path.suffix.lower())


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
    elif name.startswith(("http://", "https://")):
        yield Skipped(printable(name), "addresses are not fetched; save the page and give its file")
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
    known = " ".join(suffix for suffix, kind in kinds().items() if kind != UNREAD)
    what = f"{path.suffix} files are" if path.suffix else "files without a suffix are"
    return Skipped(printable(str(path)), f"{printable(what)} not read; give one of {known}")


def _walk(folder: Path) -> Iterator[Path | Skipped]:
    """The article files under a folder, and one line on what else lies there."""
    others: Counter[str] = Counter()
    articles = 0
    for found in _files_under(folder, set()):
        if isinstance(found, Skipped):
            yield found
        elif (kind := kind_of(found)) is None or (kind == TABLE and not _has_milestones(found)):
            others[found.suffix.lower() or "no suffix"] += 1
        else:
            articles += 1
            yield _named(found) if kind == UNREAD else found
    if not articles:
        yield Skipped(printable(str(folder)), "there are no articles in this folder; give another")
    elif others:
        counts = ", ".join(f"{printable(suffix)} {n}" for suffix, n in sorted(others.items()))
        yield Skipped(printable(str(folder)), f"other files were left out: {counts}", minor=True)


def _has_milestones(table: Path) -> bool:
    """Whether a table in a folder is meant for us; other tables lie beside articles too."""
    try:
        with table.open("rb") as handle:
            return is_milestones(handle.readline(HEADER_BYTES).decode(errors="replace"))
    except OSError:
        return True


def _files_under(folder: Path, entered: set[str]) -> Iterator[Path | Skipped]:
    """Regular files, sorted, links followed; a folder is entered once, so loops of links end."""
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
        if entry.is_dir():
            yield from _files_under(entry, entered)
        elif entry.is_file():
            yield entry
