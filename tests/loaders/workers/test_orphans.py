"""Workers whose parent is killed: none stays behind with its memory."""

import signal
import subprocess
import sys

import psutil
import pytest

PARENT = """
import os, time
from tests.loaders.workers.tasks import nothing
from hedgerow.loaders.workers.pool import ProcessPool

if __name__ == "__main__":
    pool = ProcessPool(2, nothing)
    pids = {each.result() for each in [pool.submit(os.getpid) for _ in range(8)]}
    pool.submit(time.sleep, 600)
    print(*pids, flush=True)
    time.sleep(600)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_a_parent_that_is_killed(how: signal.Signals) -> None:
    command = [sys.executable, "-c", PARENT]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:  # noqa: S603
        assert parent.stdout is not None
        workers = [psutil.Process(int(pid)) for pid in parent.stdout.readline().split()]
        assert workers
        parent.send_signal(how)
    _, left = psutil.wait_procs(workers, timeout=20)
    assert all(each.status() == psutil.STATUS_ZOMBIE for each in left)
