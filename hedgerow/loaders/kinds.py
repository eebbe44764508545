"""The kinds of files that can hold articles, told by suffix, else by their start."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import PurePath

import yaml

from hedgerow.loaders.articles.feed import is_feed
from hedgerow.loaders.text import printable

TABLE, XML, GZIP, WEB_ARCHIVE, UNREAD = "table", "xml", "gzip", "web_archive", "unread"
SEVERAL = 2
"""Suffixes that a name can end with, as in `.warc.gz`."""
HEADER_BYTES = 4096
_PACKED_TAR = ".tgz"


@cache
def kinds() -> dict[str, str]:
    """The kind of file behind each suffix that can hold articles."""
    source = files("hedgerow.loaders") / "data" / "suffixes.yaml"
    data = yaml.safe_load(source.read_text(encoding="utf-8"))
    return {suffix: kind for kind, suffixes in data.items() for suffix in suffixes}


def kind_of(path: PurePath) -> str | None:
    """The kind of a file by its suffix; None where it is no kind that holds articles.

    A compressed file is one where what it holds is one.
    """
    suffixes = path.suffixes[-SEVERAL:]
    found = ("".join(suffixes[start:]).lower() for start in range(len(suffixes)))
    kind = next((kinds()[suffix] for suffix in found if suffix in kinds()), None)
    if kind == GZIP and kind_of(uncompressed(path)) in {None, UNREAD}:
        return None
    return kind


def uncompressed(path: PurePath) -> PurePath:
    """The name that a compressed file has when it is unpacked."""
    return path.with_suffix(".tar" if path.suffix.lower() == _PACKED_TAR else "")


def is_meant(kind: str, start: bytes) -> bool:
    """Whether a file that nobody named is for us; XML of all sorts lies beside articles."""
    return kind != XML or is_feed(start.decode(errors="replace"))


def not_read(path: PurePath) -> str:
    """Why a file of another kind is not read."""
    known = " ".join(suffix for suffix, kind in kinds().items() if kind != UNREAD)
    what = f"{path.suffix} files are" if path.suffix else "files without a suffix are"
    return f"{printable(what)} not read; give one of {known}"


def left_out(others: Mapping[str, int]) -> str:
    """What lay beside the articles in something that was read, as one sentence."""
    counts = ", ".join(f"{printable(what)} {count}" for what, count in sorted(others.items()))
    return f"read, but left out: {counts}"
