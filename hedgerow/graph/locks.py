"""Locks on files that the operating system releases by itself when a process dies."""

import sys
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

from hedgerow.errors import StoreError


def lock_exclusively(path: Path) -> IO[bytes] | None:
    """Lock a file, made if missing, for as long as the returned handle is open.

    None if anyone else holds a lock on it.

    Raises:
        StoreError: the disk has no locks.
    """
    handle = path.open("a+b")
    try:
        _lock(handle, shared=False)
    except BlockingIOError:
        handle.close()
        return None
    except BaseException:
        handle.close()
        raise
    return handle


def is_locked(path: Path) -> bool:
    """Whether anyone holds an existing file exclusively; it need not be writable.

    Raises:
        OSError: it cannot be read.
        StoreError: the disk has no locks.
    """
    with path.open("rb") as handle:
        try:
            _lock(handle, shared=True, wait=False)
        except BlockingIOError:
            return True
    return False


def lock_shared(path: Path) -> IO[bytes]:
    """Lock an existing file together with other readers, for as long as the handle is open.

    Raises:
        FileNotFoundError: there is no such file.
        StoreError: the disk has no locks.
    """
    handle = path.open("rb")
    try:
        _lock(handle, shared=True)
    except BaseException:
        handle.close()
        raise
    return handle


if sys.platform == "win32":

    def _lock(handle: IO[bytes], *, shared: bool, wait: bool = True) -> None:
        # Windows has no shared byte locks here, but an open file cannot be deleted there.
        if not (shared and wait):
            handle.seek(0)
            try:
                msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError as error:
                raise BlockingIOError from error

else:

    def _lock(handle: IO[bytes], *, shared: bool, wait: bool = True) -> None:
        kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        kind |= 0 if shared and wait else fcntl.LOCK_NB
        try:
            fcntl.flock(handle, kind)
        except BlockingIOError:
            raise
        except OSError as error:
            raise StoreError(
                f"The disk of {handle.name} cannot lock files ({error}), so nothing would keep "
                "two writers apart; keep the store on another disk."
            ) from error
