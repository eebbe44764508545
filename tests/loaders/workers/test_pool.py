"""Workers that cannot be started, hang while they start, or are asked for work too late."""

import errno
import sys
from multiprocessing.context import SpawnProcess

import pytest

from hedgerow.errors import UsageError
from hedgerow.loaders.workers.memory import peak_memory
from hedgerow.loaders.workers.pool import ProcessPool
from hedgerow.loaders.workers.worker import Worker
from tests.loaders.workers import tasks

PATIENCE = 60


def short_of_memory(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """Have the system refuse to start the next so many processes."""
    start, refused = SpawnProcess.start, iter(range(times))

    def maybe(process: SpawnProcess) -> None:
        if next(refused, None) is not None:
            raise OSError(errno.ENOMEM, "Cannot allocate memory")
        start(process)

    monkeypatch.setattr(SpawnProcess, "start", maybe)


def test_a_process_that_cannot_be_started_at_first_is_started_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    short_of_memory(monkeypatch, 2)
    pool = ProcessPool(1, tasks.nothing)
    assert pool.submit(tasks.pid).result(timeout=PATIENCE)
    pool.shutdown()


def test_processes_that_cannot_be_started_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    short_of_memory(monkeypatch, 99)
    pool = ProcessPool(2, tasks.nothing)
    for _ in range(2):
        with pytest.raises(UsageError, match="fewer --workers"):
            pool.submit(tasks.pid).result(timeout=PATIENCE)
    pool.shutdown()


def test_a_worker_that_hangs_while_it_starts_is_ended() -> None:
    pool = ProcessPool(1, tasks.hang_at_start)
    with pytest.raises(UsageError, match="hung"):
        pool.submit(tasks.pid).result(timeout=PATIENCE)
    pool.shutdown()


def test_after_the_end_nothing_is_taken() -> None:
    pool = ProcessPool(1, tasks.nothing)
    pool.shutdown()
    with pytest.raises(RuntimeError, match="were stopped"):
        pool.submit(tasks.pid)


def test_what_nobody_foresaw_is_told_to_all_who_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ArithmeticError

    monkeypatch.setattr(Worker, "finish", fail)
    pool = ProcessPool(1, tasks.nothing)
    for _ in range(2):
        with pytest.raises(ArithmeticError):
            pool.submit(tasks.pid).result(timeout=PATIENCE)
    pool.shutdown()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process knows its own peak")
def test_the_memory_of_who_starts_a_worker_is_not_the_workers() -> None:
    ballast = b"x" * 300_000_000
    pool = ProcessPool(1, tasks.nothing)
    peak = pool.submit(peak_memory).result(timeout=PATIENCE)
    pool.shutdown()
    size = len(ballast)
    assert 1_000_000 < peak < size
