"""The lock of the one writer, and the note that tells others who holds it."""

import datetime as dt
import json
import os
import socket
from pathlib import Path
from typing import IO

from hedgerow.errors import StoreBusy
from hedgerow.graph.locks import lock_exclusively


class WriterLock:
    """Held from `acquire` to `release`, or until the process dies."""

    def __init__(self, handle: IO[bytes]) -> None:
        self._handle = handle

    @classmethod
    def acquire(cls, folder: Path) -> "WriterLock":
        """Become the writer of a store's folder.

        Raises:
            StoreBusy: somebody else is; the message names process, machine and time.
            StoreError: the disk has no locks.
            OSError: it cannot be written.
        """
        handle = lock_exclusively(folder / "lock")
        if handle is None:
            raise StoreBusy(
                f"{folder} is being written by {_holder(folder)}; "
                "wait until it has finished, or stop it, then try again."
            )
        note = {"pid": os.getpid(), "host": socket.gethostname(), "since": _now()}
        try:
            (folder / "holder").write_text(json.dumps(note), encoding="utf-8")
        except OSError:
            handle.close()
            raise
        return cls(handle)

    def release(self) -> None:
        """Let another process write."""
        self._handle.close()


def _holder(folder: Path) -> str:
    try:
        note = json.loads((folder / "holder").read_text(encoding="utf-8"))
        return f"process {note['pid']} on {note['host']} since {note['since']}"
    except (OSError, ValueError, KeyError):
        return "another process that is just starting"


def _now() -> str:
    return dt.datetime.now().astimezone().isoformat(timespec="seconds")
