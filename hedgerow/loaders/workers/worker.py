"""One worker process and the tasks it holds."""

import os
import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any

from hedgerow.loaders.workers.task import Answer

DEPTH = 2
"""Tasks that a worker holds, so that it need not wait for the next."""
MOST_MEMORY = 1_500_000_000
"""Bytes; a worker that has held more is replaced. A fresh one needs some 400 MB."""
ONE_CORE = ("OMP", "OPENBLAS", "MKL", "VECLIB_MAXIMUM", "NUMEXPR")


@dataclass(eq=False, slots=True)
class Task:
    """Something to call, and who waits for what it returns; `prepares` a worker for others.

    `given` is what will be known of it, from the process that it was given to last.
    """

    future: "Future[Any]"
    run: Callable[[], object]
    prepares: bool = False
    given: "Future[object] | None" = None


class Worker:
    """A process, started when there is something to do. It is at the first of its `tasks`."""

    def __init__(self, prepare: Callable[[], object]) -> None:
        self.tasks: list[Task] = []
        self._prepare = prepare
        self._pool: ProcessPoolExecutor | None = None
        self._outgrown = False

    @property
    def load(self) -> tuple[bool, int]:
        """Smaller for one that should rather be given the next task."""
        return self._outgrown, len(self.tasks)

    @property
    def can_take(self) -> bool:
        """Whether it can hold another task."""
        return not self._outgrown and len(self.tasks) < DEPTH

    def take(self, task: Task) -> list[tuple[Task, "Future[object]"]]:
        """Give the process a task; returns what it was given, with what will be known of it."""
        first = [] if self._pool is not None else [Task(Future(), self._prepare, prepares=True)]
        return [(each, self._give(each)) for each in (*first, task)]

    def finish(self, task: Task, answer: object) -> None:
        """Strike off a task that was done, and let go of a process that has grown too large."""
        self.tasks.remove(task)
        self._outgrown |= isinstance(answer, Answer) and answer.peak > MOST_MEMORY
        if self._outgrown and not self.tasks:
            self.end()

    def bury(self) -> list[Task]:
        """Let go of a process that died; returns the tasks it held."""
        tasks, self.tasks = self.tasks, []
        for task in tasks:
            task.given = None
        self.end()
        return tasks

    def end(self) -> None:
        """End the process whatever it is at; from Python 3.14 on that is `kill_workers`."""
        pool, self._pool, self._outgrown = self._pool, None, False
        if pool is not None:
            for process in list((pool._processes or {}).values()):
                process.kill()
            pool.shutdown(wait=False, cancel_futures=True)

    def _give(self, task: Task) -> "Future[object]":
        self.tasks.append(task)
        try:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(1, get_context("spawn"), initializer=_settle_in)
            task.given = self._pool.submit(task.run)
        except (OSError, RuntimeError) as error:
            # The process has died, or the system has no memory, process or thread to spare.
            task.given = Future()
            task.given.set_exception(BrokenProcessPool(str(error)))
        return task.given


def _settle_in() -> None:
    """Leave Ctrl-C to the parent, and the other cores to other workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for library in ONE_CORE:
        os.environ[f"{library}_NUM_THREADS"] = "1"
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    Thread(target=_follow_parent, name="follow-parent", daemon=True).start()


def _follow_parent() -> None:
    """End with the parent, however that ends: killed, it cannot end its workers."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
