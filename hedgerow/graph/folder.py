"""The store's folder on disk: the writer's database, its snapshots, and which one is current.

    format              the version of this layout
    lock, holder        who is writing
    db/<token>/         the writer's database while it is open, made from the current snapshot
    snapshots/<n>/      what readers open, made of hard links, and their list; n counts commits
    journal/<n>         which subjects commit n touched
    current             the number of the newest acknowledged snapshot
    ordered             its size in bytes when its files were last put in order

A commit is acknowledged when `current` names its snapshot. Whatever else a crash leaves behind is
dropped by the next writer, so a commit is there as a whole or not at all. Readers hold a shared
lock on the snapshot they read; the newest and those in use are kept, and the one before the newest
until the next commit unless files were put in order. Others are deleted.
"""

import shutil
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from hedgerow.errors import StoreError
from hedgerow.graph.durable import make_folder, remove, sync_folder, write_durably
from hedgerow.graph.holder import WriterLock
from hedgerow.graph.intact import check_files, damaged, note_files
from hedgerow.graph.journal import Journal
from hedgerow.graph.locks import lock_exclusively, lock_shared

FORMAT = "1"
_IN_USE = "CURRENT"  # a file that RocksDB writes into every snapshot and never links
_ATTEMPTS = 5
_ROOM = 2
"""So many times a store's size must be free for its files to be written anew."""


class StoreFolder:
    """One store's folder; every change to its files goes through here."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._databases = path / "db"
        self._snapshots = path / "snapshots"
        self._current = path / "current"
        self._ordered = path / "ordered"
        self.journal = Journal(path / "journal")

    @property
    def format(self) -> str:
        """The version of its layout; StoreError if this is no store."""
        try:
            return (self.path / "format").read_text(encoding="ascii", errors="replace").strip()
        except (FileNotFoundError, NotADirectoryError) as error:
            raise StoreError(
                f"There is no store at {self.path}; make one with 'hedgerow load SOURCE'."
            ) from error

    @property
    def sequence(self) -> int:
        """The number of the current snapshot, 0 where nothing was committed yet."""
        try:
            text = self._current.read_text(encoding="ascii")
            if not text.endswith("\n"):  # a part of a number is another number
                raise damaged(self._current)
            return int(text)
        except FileNotFoundError:
            return 0
        except ValueError as error:
            raise damaged(self._current) from error

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever committed; a first commit cut off leaves snapshot 1 at most."""
        return not self.sequence and self._newest_kept <= 1

    @property
    def size(self) -> int:
        """The bytes of the current snapshot, 0 where nothing was committed yet."""
        files = self._snapshot(self.sequence).glob("*")
        return sum(file.stat().st_size for file in files)

    @property
    def ordered_size(self) -> int:
        """The bytes it had when its files were last put in order, 0 if they never were."""
        try:
            return int(self._ordered.read_text(encoding="ascii"))
        except (FileNotFoundError, ValueError):
            return 0

    def compact(self, database: ox.Store) -> bool:
        """Write all files of the database anew in good order, as the current snapshot.

        False, and nothing was done, where the disk has too little room for it.
        """
        if shutil.disk_usage(self.path).free < self.size * _ROOM:
            return False
        database.optimize()
        self.publish(database, ())
        self._prune()  # the snapshot before shares no file with this one
        write_durably(self._ordered, f"{self.size}\n")
        return True

    def open_current(self) -> tuple[ox.Store, IO[bytes], int]:
        """The current snapshot, the lock that keeps it from being deleted, and its number.

        Raises:
            StoreError: there is no store, it is of another version or damaged.
        """
        self._check_format()
        for _ in range(_ATTEMPTS):
            sequence = self.sequence
            self._check_current(sequence)
            if not sequence:
                raise StoreError(
                    f"{self.path} holds no documents yet; run 'hedgerow load SOURCE' again."
                )
            snapshot = self._snapshot(sequence)
            try:
                lock = lock_shared(snapshot / _IN_USE)
            except FileNotFoundError:
                continue  # the writer moved on between the two look-ups
            try:
                if snapshot.exists():
                    return _open_read_only(snapshot), lock, sequence
            except StoreError:
                if self.sequence == sequence:
                    lock.close()
                    raise
                # a writer was killed while it deleted this one
            lock.close()
        raise StoreError(f"{self.path} has no readable snapshot; restore the store from a backup.")

    def open_for_writing(self) -> tuple[ox.Store, WriterLock]:
        """The writer's database, equal to the current snapshot, and the lock on the store.

        Raises:
            StoreBusy: another process is writing.
            StoreError: the folder holds something else, is of another version or damaged, or
                cannot be written.
        """
        try:
            self._create()
            lock = WriterLock.acquire(self.path)
            try:
                return self._check_out(), lock
            except BaseException:
                lock.release()
                raise
        except OSError as error:
            raise StoreError(
                f"{self.path} cannot be written ({error}); see that its disk has room and lets "
                "you write, then try again."
            ) from error

    def close_writing(self, lock: WriterLock) -> None:
        """Drop the writer's database, of which the current snapshot has all, and the lock."""
        shutil.rmtree(self._databases, ignore_errors=True)
        lock.release()

    def publish(self, database: ox.Store, touched: Iterable[str]) -> int:
        """Make the database's content the current snapshot; returns its number.

        `touched` are the local ids of the subjects in which it differs from the one before.
        """
        self._prune()
        sequence = self.sequence + 1
        target = self._snapshot(sequence)
        remove(target)
        database.flush()
        database.backup(target)
        note_files(target)
        sync_folder(self._snapshots)  # RocksDB has synced what is below
        self.journal.note(sequence, touched)
        write_durably(self._current, f"{sequence}\n")
        return sequence

    def take_over(self, database: ox.Store, sequence: int, notes: Journal) -> None:
        """Make this folder, which is not there yet, a copy of a store at one commit."""
        self._snapshots.mkdir(parents=True)
        write_durably(self.path / "format", f"{FORMAT}\n")
        database.backup(self._snapshot(sequence))
        note_files(self._snapshot(sequence))
        notes.copy_to(self.journal, sequence)
        write_durably(self._current, f"{sequence}\n")

    def _create(self) -> None:
        if self.path.exists() and not self.path.is_dir():
            raise StoreError(f"{self.path} is a file, not a store; name a folder with --store.")
        if not (self.path / "format").exists():
            if self.path.exists() and any(entry.suffix != ".new" for entry in self.path.iterdir()):
                raise StoreError(
                    f"{self.path} holds other files and is no store; name another folder."
                )
            make_folder(self.path)
            write_durably(self.path / "format", f"{FORMAT}\n")
        self._check_format()

    def _check_format(self) -> None:
        found = self.format
        if found != FORMAT:
            older = found.isdigit() and int(found) < int(FORMAT)
            mend = (
                "bring it up to date with 'hedgerow upgrade'."
                if older
                else "install the newer hedgerow that wrote it."
            )
            raise StoreError(
                f"{self.path} is a store of format {found}, this version reads {FORMAT}; {mend}"
            )

    def _check_out(self) -> ox.Store:
        sequence = self.sequence
        self._check_current(sequence)
        # What this process still has open may resist; it goes with the next opening.
        shutil.rmtree(self._databases, ignore_errors=True)
        self._databases.mkdir(exist_ok=True)
        self._snapshots.mkdir(exist_ok=True)
        fresh = self._databases / uuid.uuid4().hex  # the process may hold one of the same name
        try:
            if sequence:
                _open_read_only(self._snapshot(sequence)).backup(fresh)
            database = ox.Store(fresh)
        except RuntimeError as error:
            raise damaged(self._snapshot(sequence), error) from error
        for entry in self._snapshots.iterdir():  # not before that one was seen to be whole
            if not entry.name.isdigit() or int(entry.name) > sequence:
                remove(entry)
        return database

    def _check_current(self, sequence: int) -> None:
        """Without `current` nothing says what was stored: never take that for an empty store."""
        newest = 0 if sequence else self._newest_kept
        if newest > 1 and not self.sequence:  # asked again: a writer may just have made it
            raise StoreError(
                f"{self._current} is missing; write {newest} into it, or restore a backup."
            )

    @property
    def _newest_kept(self) -> int:
        kept = (int(each.name) for each in self._snapshots.glob("*") if each.name.isdigit())
        return max(kept, default=0)

    def _prune(self) -> None:
        """Delete the snapshots before the current one that nobody reads."""
        current = self.sequence
        for entry in self._snapshots.iterdir():
            if entry.name.isdigit() and int(entry.name) < current:
                lock = lock_exclusively(entry / _IN_USE)
                if lock is not None:
                    with lock:
                        remove(entry)

    def _snapshot(self, sequence: int) -> Path:
        return self._snapshots / f"{sequence:08}"


def _open_read_only(snapshot: Path) -> ox.Store:
    check_files(snapshot)
    try:
        return ox.Store.read_only(str(snapshot))
    except (OSError, RuntimeError) as error:  # it raises either
        raise StoreError(
            f"{snapshot} cannot be read ({error}); restore the store from a backup."
        ) from error
