"""The store's folder on disk: the writer's database, its snapshots, and which one is current.

    format              the version of this layout
    lock, holder        who is writing
    db/<token>/         the writer's database, made from the current snapshot when it opens
    snapshots/<n>/      what readers open, made of hard links; n counts commits
    current             the number of the newest acknowledged snapshot

A commit is acknowledged when `current` names its snapshot. Whatever else a crash leaves behind is
dropped by the next writer, so a commit is there as a whole or not at all. Readers hold a shared
lock on the snapshot they read; the newest two and those in use are kept, others deleted.
"""

import os
import shutil
import uuid
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from hedgerow.errors import StoreError
from hedgerow.graph.holder import WriterLock
from hedgerow.graph.locks import lock_exclusively, lock_shared

FORMAT = "1"
KEPT = 2
_IN_USE = "CURRENT"  # a file that RocksDB writes into every snapshot and never links
_ATTEMPTS = 5


class StoreFolder:
    """One store's folder; every change to its files goes through here."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._databases = path / "db"
        self._snapshots = path / "snapshots"
        self._current = path / "current"

    @property
    def sequence(self) -> int:
        """The number of the current snapshot, 0 where nothing was committed yet."""
        try:
            return int(self._current.read_text(encoding="ascii"))
        except FileNotFoundError:
            return 0
        except ValueError as error:
            raise StoreError(
                f"{self._current} is damaged; restore the store from a backup."
            ) from error

    def open_current(self) -> tuple[ox.Store, IO[bytes], int]:
        """The current snapshot, the lock that keeps it from being deleted, and its number.

        Raises:
            StoreError: there is no store, it is of another version or damaged.
        """
        self._check_format()
        for _ in range(_ATTEMPTS):
            sequence = self.sequence
            if not sequence:
                break
            snapshot = self._snapshot(sequence)
            try:
                lock = lock_shared(snapshot / _IN_USE)
            except FileNotFoundError:
                continue  # the writer moved on between the two look-ups
            if snapshot.exists():
                return _open_read_only(snapshot), lock, sequence
            lock.close()
        raise StoreError(f"{self.path} has no readable snapshot; restore the store from a backup.")

    def open_for_writing(self) -> tuple[ox.Store, WriterLock]:
        """The writer's database, equal to the current snapshot, and the lock on the store.

        Raises:
            StoreBusy: another process is writing.
            StoreError: the folder holds something else, is of another version or damaged.
        """
        self._create()
        lock = WriterLock.acquire(self.path)
        try:
            return self._check_out(), lock
        except BaseException:
            lock.release()
            raise

    def publish(self, database: ox.Store) -> int:
        """Make the database's content the current snapshot; returns its number."""
        sequence = self.sequence + 1
        target = self._snapshot(sequence)
        _remove(target)
        database.flush()
        database.backup(target)
        _sync(self._snapshots)  # RocksDB has synced what is below
        _write_durably(self._current, f"{sequence}\n")
        self._prune(sequence)
        return sequence

    def _create(self) -> None:
        if self.path.exists() and not self.path.is_dir():
            raise StoreError(f"{self.path} is a file, not a store; name a folder with --store.")
        if not (self.path / "format").exists():
            if self.path.exists() and any(self.path.iterdir()):
                raise StoreError(
                    f"{self.path} holds other files and is no store; name another folder."
                )
            self._snapshots.mkdir(parents=True)
            _write_durably(self.path / "format", f"{FORMAT}\n")
        self._check_format()

    def _check_format(self) -> None:
        try:
            found = (self.path / "format").read_text(encoding="ascii").strip()
        except (FileNotFoundError, NotADirectoryError) as error:
            raise StoreError(
                f"There is no store at {self.path}; make one with 'hedgerow load SOURCE'."
            ) from error
        if found != FORMAT:
            raise StoreError(
                f"{self.path} is a store of format {found}, this version reads {FORMAT}; "
                "export it with the version that wrote it and import it here."
            )

    def _check_out(self) -> ox.Store:
        sequence = self.sequence
        _remove(self._databases)
        self._databases.mkdir()
        fresh = self._databases / uuid.uuid4().hex  # the process may hold one of the same name
        for entry in self._snapshots.iterdir():
            if not entry.name.isdigit() or int(entry.name) > sequence:
                _remove(entry)
        try:
            if sequence:
                ox.Store.read_only(str(self._snapshot(sequence))).backup(fresh)
            return ox.Store(fresh)
        except OSError as error:
            raise StoreError(
                f"{self.path} cannot be opened ({error}); restore the store from a backup."
            ) from error

    def _prune(self, sequence: int) -> None:
        for number in self._numbers():
            if number > sequence - KEPT:
                continue
            snapshot = self._snapshot(number)
            lock = lock_exclusively(snapshot / _IN_USE)
            if lock is not None:
                with lock:
                    _remove(snapshot)

    def _numbers(self) -> list[int]:
        return sorted(
            int(entry.name) for entry in self._snapshots.iterdir() if entry.name.isdigit()
        )

    def _snapshot(self, sequence: int) -> Path:
        return self._snapshots / f"{sequence:08}"


def _open_read_only(snapshot: Path) -> ox.Store:
    try:
        return ox.Store.read_only(str(snapshot))
    except OSError as error:
        raise StoreError(
            f"{snapshot} cannot be read ({error}); restore the store from a backup."
        ) from error


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _write_durably(path: Path, text: str) -> None:
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    _sync(path.parent)


def _sync(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return  # Windows cannot open folders
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
