"""Copies of a store that are stores themselves, made while others read and write it.

A backup is one snapshot in a folder of its own with a manifest. RocksDB's files never change once
they are written, so on the disk of the store they are hard links and take no room; on another disk
they are copies. The folder appears whole or not at all.
"""

import hashlib
import os
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from hedgerow.errors import StoreBusy, StoreError, UsageError
from hedgerow.graph import ledger
from hedgerow.graph.durable import remove, sync_folder
from hedgerow.graph.folder import FORMAT, StoreFolder
from hedgerow.graph.locks import lock_exclusively
from hedgerow.graph.manifest import Manifest, hashes_of
from hedgerow.graph.snapshot import Snapshot
from hedgerow.version import __version__

Progress = Callable[[int, int], None]
"""Told how much is done, and how much there is."""


def backup(
    path: Path, target: Path, *, verify: bool = True, progress: Progress | None = None
) -> Manifest:
    """Copy the current snapshot of a store into a new folder, which is a store as well.

    With `verify` every quad of both is read and compared.

    Raises:
        UsageError: the target is there already, or lies in the store.
        StoreError: there is no store, it is damaged, or writing failed; then there is no target.
    """
    _check_target(path, target)
    folder = StoreFolder(path)
    database, lock, sequence = folder.open_current()
    with Snapshot(database, sequence, lock, folder.journal) as source, built(target) as draft:
        StoreFolder(draft).take_over(database, sequence, folder.journal)
        with Snapshot.open(draft) as copy:
            digest = _compared(source, copy, database, draft, progress) if verify else None
        manifest = _manifest(source, database, draft, digest)
        manifest.write(draft)
    return manifest


@contextmanager
def built(target: Path, kept: Path | None = None) -> Iterator[Path]:
    """A folder to fill that becomes `target`, durably, when the block ends without an error.

    What is at `target` is then moved to `kept`, if that is given. What commands that were killed
    had filled for the same target is removed.

    Raises:
        StoreBusy: another command fills one for the same target.
        StoreError: the disk is full or cannot be written to; then there is no target.
    """
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with _alone(target):
            for left in _drafts(target):
                remove(left)
            yield draft
            _sync(draft)
            _put_in_place(draft, target, kept)
            sync_folder(target.parent)
    except (OSError, RuntimeError) as error:  # a damaged block is the latter
        raise StoreError(
            f"{target} could not be made ({error}); mend that and run the command again."
        ) from error
    finally:
        if draft.exists():  # a disk that cannot be written to refuses to remove nothing, too
            remove(draft)


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    """While it lasts, whatever else is a draft of the target is of no command that runs."""
    place = target.with_name(f".{target.name}.making")
    lock = lock_exclusively(place)
    if lock is None:
        raise StoreBusy(f"{target} is being made by another command; wait until it has finished.")
    with lock:
        try:
            yield
        finally:
            if os.name != "nt":  # Windows removes no open file
                remove(place)


def _drafts(target: Path) -> list[Path]:
    ours = re.compile(re.escape(f".{target.name}.") + "[0-9a-f]{8}")
    return [each for each in target.parent.iterdir() if ours.fullmatch(each.name)]


def check_place(target: Path) -> None:
    """Whether the folder is there that a store is to be put into: its disk may not be mounted.

    Raises:
        UsageError: it is not.
    """
    if not target.parent.is_dir():
        raise UsageError(
            f"There is no folder {target.parent}; see that its disk is there, or make the folder."
        )


def content_hash(database: ox.Store, progress: Progress | None = None) -> str:
    """The SHA-256 of all quads in the database's order, which two copies of one share."""
    out = _Digest(len(database), progress)
    told: Any = out
    database.dump(told, ox.RdfFormat.N_QUADS)
    return out.digest.hexdigest()


class _Digest:
    """A file that hashes lines and tells how many have come."""

    def __init__(self, of: int, progress: Progress | None) -> None:
        self.digest = hashlib.sha256()
        self._of, self._progress, self._done = of, progress, 0

    def write(self, data: bytes, /) -> int:
        self.digest.update(data)
        if self._progress is not None:
            self._done += data.count(b"\n")
            self._progress(self._done, self._of)
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""


def _put_in_place(draft: Path, target: Path, kept: Path | None) -> None:
    if kept is not None:
        target.rename(kept)
    try:
        draft.rename(target)
    except OSError:
        if kept is not None:
            kept.rename(target)
        raise


def _check_target(path: Path, target: Path) -> None:
    if os.path.lexists(target):
        raise UsageError(f"{target} is there already; name a new folder for the backup.")
    if target.resolve().is_relative_to(path.resolve()):
        raise UsageError(f"{target} lies in the store itself; name a folder elsewhere.")
    check_place(target)


def _compared(
    source: Snapshot, copy: Snapshot, database: ox.Store, draft: Path, progress: Progress | None
) -> str:
    copied, lock, _ = StoreFolder(draft).open_current()
    with lock:
        halves = (None, None) if progress is None else (_half(progress, 0), _half(progress, 1))
        digest = content_hash(database, halves[0])
        if content_hash(copied, halves[1]) != digest or source.counts() != copy.counts():
            raise StoreError(
                "The copy does not hold what the store holds, so the disk may be failing; check "
                "the store with 'hedgerow doctor' and back it up to another disk."
            )
    return digest


def _half(progress: Progress, part: int) -> Progress:
    return lambda done, of: progress(part * of + done, 2 * of)


def _manifest(source: Snapshot, database: ox.Store, draft: Path, digest: str | None) -> Manifest:
    return Manifest(
        format=FORMAT,
        sequence=source.sequence,
        made=ledger.now(),
        made_by=f"hedgerow {__version__}",
        written_by=str(source.version),
        store_id=source.identity,
        counts=asdict(source.counts()),
        quads=len(database),
        quads_sha256=digest,
        files=hashes_of(draft),
    )


def _sync(folder: Path) -> None:
    """Have all that is in a folder on the disk."""
    for place, _, files in os.walk(folder, topdown=False):
        for name in files:
            with (Path(place) / name).open("r+b") as file:  # Windows syncs no other
                os.fsync(file.fileno())
        sync_folder(Path(place))
