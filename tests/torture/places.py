"""Where the stores are kept: a disk of our own that can be filled, or a folder."""

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CLONE_NEWNS = 0x00020000
WHOLE = 400_000_000
"""Bytes of the disk of our own, in memory."""
ROOT_IS_NOBODY = 65534


class Place:
    """A folder for one cycle after the other; a small disk where we may mount one."""

    def __init__(self, path: Path, *, own: bool) -> None:
        self.path = path
        self.own = own
        self.user = ROOT_IS_NOBODY if hasattr(os, "geteuid") and os.geteuid() == 0 else None

    def leave(self, room: int) -> None:
        """Have only so many bytes free on the disk of our own."""
        disk = os.statvfs(self.path)
        self._resize((disk.f_blocks - disk.f_bfree) * disk.f_frsize + room)

    def grow(self) -> None:
        """Have room again."""
        if self.own:
            self._resize(WHOLE)

    def give_away(self, folder: Path) -> None:
        """Let the children, who are not root, use a folder."""
        if self.user is not None:
            for each in (folder, *folder.rglob("*")):
                os.chown(each, self.user, self.user)

    def _resize(self, size: int) -> None:
        command = ("mount", "-o", f"remount,size={size // 4096 * 4096}", str(self.path))
        subprocess.run(command, check=True)  # noqa: S603  our own folder


@contextmanager
def place() -> Iterator[Place]:
    """A disk of our own that others do not see, else a folder of the system's disk."""
    path = Path(tempfile.mkdtemp(prefix="torture-"))
    path.chmod(0o755)
    own = _mounted(path)
    try:
        yield Place(path, own=own)
    finally:
        if own:
            subprocess.run(("umount", "-l", str(path)), check=False)  # noqa: S603, S607
        shutil.rmtree(path, ignore_errors=True)


def _mounted(path: Path) -> bool:
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    if ctypes.CDLL(None).unshare(CLONE_NEWNS):  # it goes with this process, however that ends
        return False
    commands = (
        ("mount", "--make-rprivate", "/"),
        ("mount", "-t", "tmpfs", "-o", f"size={WHOLE},mode=755", "tmpfs", str(path)),
    )
    return all(
        subprocess.run(each, capture_output=True, check=False).returncode == 0  # noqa: S603
        for each in commands
    )
