"""All checks of the doctor, one after the other."""

import errno
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hedgerow.errors import StoreError
from hedgerow.graph.doctor import (
    buckets,
    derived,
    documents,
    folder,
    indexes,
    intervals,
    references,
    shapes,
)
from hedgerow.graph.doctor.documents import UNREADABLE
from hedgerow.graph.doctor.patient import Done, Patient
from hedgerow.graph.doctor.trouble import Trouble
from hedgerow.graph.folder import FORMAT, StoreFolder

__all__ = ["CHECKS", "Check", "examine", "run_check"]

Starting = Callable[[str], Done]
"""Told the title of a check that begins; gives what is told how far it is."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its title for people, and whether it takes so long that it may be left out."""

    title: str
    run: Callable[[Patient], Iterator[Trouble]]
    slow: bool = False


CHECKS = (
    Check("folder", folder.check_folder),
    Check("version", references.check_version),
    Check("documents and claims", documents.check_documents),
    Check("ledger", references.check_ledger),
    Check("references", references.check_references),
    Check("decisions", references.check_decisions),
    Check("judgements", references.check_judgements),
    Check("ontology", derived.check_ontology),
    Check("editions", derived.check_editions),
    Check("copies", derived.check_copies),
    Check("resolution", buckets.check_buckets),
    Check("intervals", intervals.check_intervals),
    Check("future dates", intervals.check_future),
    Check("indexes", indexes.check_indexes, slow=True),
    Check("shapes", shapes.check_shapes, slow=True),
)


def silent(title: str) -> Done:
    """Tells nobody."""
    return lambda done, of: None


def examine(path: Path, *, quick: bool = False, starting: Starting = silent) -> Iterator[Trouble]:
    """Everything that is wrong with the current snapshot of a store, as it is found.

    Nothing is written, and others may write meanwhile. `quick` leaves out what takes long.

    Raises:
        StoreError: there is no store, or it is of another format.
    """
    folder = StoreFolder(path)
    try:
        if folder.format == FORMAT and folder.is_empty:
            yield Trouble("empty", "current", "holds no documents yet")
            return
        database, lock, _ = folder.open_current()
    except (StoreError, RuntimeError) as error:
        if folder.format != FORMAT:
            raise
        yield Trouble("snapshot", "current", str(error))
        return
    with lock:
        patient = Patient(database, folder)
        for check in CHECKS:
            if not (quick and check.slow):
                patient.done = starting(check.title)
                yield from run_check(check, patient)


def run_check(check: Check, patient: Patient) -> Iterator[Trouble]:
    """A block that cannot be read, or a judgement, ends one check and not the examination."""
    try:
        yield from check.run(patient)
    except (OSError, RuntimeError, *UNREADABLE) as error:  # RocksDB's are the first two
        yield Trouble(_named(error), check.title, f"could not be checked to the end: {error}")


def _named(error: Exception) -> str:
    """What kills a check: damage as RocksDB tells it, a disk that fails, or something around."""
    if isinstance(error, UNREADABLE):
        return "unreadable"
    if isinstance(error, OSError) and error.errno not in (None, errno.EIO):
        return "unchecked"
    return "snapshot"
