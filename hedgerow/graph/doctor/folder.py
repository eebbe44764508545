"""The store's folder: its files, and whether the notes of commits follow each other."""

from collections.abc import Iterator
from pathlib import Path

from hedgerow.graph.doctor.patient import Patient
from hedgerow.graph.doctor.trouble import Trouble
from hedgerow.graph.folder import StoreFolder
from hedgerow.graph.locks import lock_exclusively


def check_folder(patient: Patient) -> Iterator[Trouble]:
    """What a crash left behind, and notes of commits that are missing."""
    folder = patient.folder
    if folder is None:
        return
    for path in leftovers(folder):
        name = path.relative_to(folder.path).as_posix()
        yield Trouble("leftover", name, "was left behind by a command that was cut off")
    for commit in folder.journal.gaps(folder.sequence):
        yield Trouble(
            "journal", f"journal/{commit:08}", "is missing, damaged, or follows no other note"
        )


def leftovers(folder: StoreFolder) -> list[Path]:
    """What the commands before this one left in a folder; nothing while one writes to it."""
    if _is_written_to(folder):
        return []
    newer = [
        each
        for each in folder.path.glob("snapshots/*")
        if not each.name.isdigit() or int(each.name) > folder.sequence
    ]
    return sorted([*folder.path.glob("db"), *folder.path.glob("**/*.new"), *newer])


def _is_written_to(folder: StoreFolder) -> bool:
    lock = folder.path / "lock"
    if not lock.exists():
        return False
    handle = lock_exclusively(lock)
    if handle is None:
        return True
    handle.close()
    return False
