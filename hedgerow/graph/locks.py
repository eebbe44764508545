"""Locks on files that the operating system releases by itself when a process dies."""

import sys
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


def lock_exclusively(path: Path) -> IO[bytes] | None:
    """Lock a file, made if missing, for as long as the returned handle is open.

    None if anyone else holds a lock on it.
    """
    handle = path.open("a+b")
    try:
        _lock(handle, shared=False)
    except OSError:
        handle.close()
        return None
    return handle


def lock_shared(path: Path) -> IO[bytes]:
    """Lock an existing file together with other readers, for as long as the handle is open.

    Raises:
        FileNotFoundError: there is no such file.
    """
    handle = path.open("rb")
    _lock(handle, shared=True)
    return handle


if sys.platform == "win32":

    def _lock(handle: IO[bytes], *, shared: bool) -> None:
        # Windows has no shared byte locks here, but an open file cannot be deleted there.
        if not shared:
            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)

else:

    def _lock(handle: IO[bytes], *, shared: bool) -> None:
        kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX | fcntl.LOCK_NB
        fcntl.flock(handle, kind)
