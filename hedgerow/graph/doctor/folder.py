"""The store's folder: its files, and whether the notes of commits follow each other."""

from collections.abc import Iterator
from pathlib import Path

from hedgerow.errors import StoreError
from hedgerow.graph.doctor.patient import Patient
from hedgerow.graph.doctor.trouble import Trouble
from hedgerow.graph.folder import StoreFolder
from hedgerow.graph.locks import is_locked


def check_folder(patient: Patient) -> Iterator[Trouble]:
    """What a crash left behind, and notes of commits that are missing."""
    folder = patient.folder
    if folder is None:
        return
    try:
        for path in leftovers(folder):
            name = path.relative_to(folder.path).as_posix()
            yield Trouble("leftover", name, "was left behind by a command that was cut off")
    except (OSError, StoreError) as error:
        told = f"could not be locked ({error}), so nothing was told of what may be left behind"
        yield Trouble("not_locked", "lock", told)
    for commit in folder.journal.gaps(folder.sequence):
        yield Trouble(
            "journal", f"journal/{commit:08}", "is missing, damaged, or follows no other note"
        )


def leftovers(folder: StoreFolder) -> list[Path]:
    """What the commands before this one left in a folder; nothing while one writes to it.

    Raises:
        OSError: the lock cannot be looked at, so nobody knows whether one does.
        StoreError: the disk has no locks.
    """
    newer = [
        each
        for each in folder.path.glob("snapshots/*")
        if not each.name.isdigit() or int(each.name) > folder.sequence
    ]
    left = sorted([*folder.path.glob("db"), *half_written(folder), *newer])
    lock = folder.path / "lock"  # looked at only if need be: a writer that starts might meet us
    return [] if left and lock.exists() and is_locked(lock) else left


def half_written(folder: StoreFolder) -> list[Path]:
    """The files that commands which were cut off had not named yet; ask while nobody writes."""
    return [*folder.path.glob("**/*.new")]
