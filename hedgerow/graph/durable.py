"""Changes to files that are on the disk when the call returns."""

import os
import shutil
from pathlib import Path


def write_durably(path: Path, text: str) -> None:
    """Write a small file as a whole or not at all."""
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    sync_folder(path.parent)


def make_folder(path: Path) -> None:
    """Make a folder, and those that it is in, unless they are there."""
    missing = [each for each in (path, *path.parents) if not each.exists()]
    path.mkdir(parents=True, exist_ok=True)
    for each in missing:
        sync_folder(each.parent)


def named(path: Path) -> Path:
    """A path that ends with the name of what it leads to, which `.` and `..` do not."""
    return path.resolve() if path.name in ("", "..") else path


def sync_folder(path: Path) -> None:
    """Have the entries of a folder on the disk."""
    if os.name == "nt":
        return  # Windows cannot open folders
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove(path: Path) -> None:
    """Remove a folder with all that is in it, or a file, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
