"""The short run of the torture, and whether it would notice."""

import subprocess
import sys

import pytest

from tests.torture.operations import OPERATIONS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="it forks"),
]
QUICK = [each.name for each in OPERATIONS if each.name not in ("workers", "sync")]
TOO_EARLY = """
import sys
from hedgerow.graph import folder
late = []
write, close = folder.write_durably, folder.StoreFolder.close_writing
def write_later(path, text):
    if path.name != "current" or not path.exists():
        return write(path, text)
    while late:
        write(*late.pop())
    late.append((path, text))
def close_then(self, lock):
    while late:
        write(*late.pop())
    close(self, lock)
folder.write_durably, folder.StoreFolder.close_writing = write_later, close_then
true = folder.StoreFolder.sequence.fget
folder.StoreFolder.sequence = property(lambda self: int(late[0][1]) if late else true(self))
from tests.torture.__main__ import main
sys.exit(main())
"""


def tortured(*command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603
        [sys.executable, *command], capture_output=True, text=True, check=False, timeout=600
    )


def test_nothing_is_lost_and_nothing_doubled_by_forty_harms() -> None:
    ran = tortured("-m", "tests.torture", "--cycles", "40", "--operations", *QUICK)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "40 cycles" in ran.stdout
    assert "0 missing, 0 doubled, 0 cycles failed" in ran.stdout


def test_a_store_that_acknowledges_too_early_is_found_out() -> None:
    options = ("--cycles", "6", "--operations", "judge", "--harms", "kill -9", "--seed", "1")
    ran = tortured("-c", TOO_EARLY, *options)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "commits are missing" in ran.stdout
