"""Worker processes on this machine, as a `concurrent.futures.Executor`.

Each worker is a `ProcessPoolExecutor` of one process. So it is known which task a worker was at
when it died, no other is lost with it, and a worker that has grown too large can be replaced.
(`max_tasks_per_child` is of no use: in Python 3.11 to 3.13 a pool may hang when it replaces one.)
"""

import signal
from collections.abc import Callable
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from queue import SimpleQueue
from threading import Lock, Thread
from typing import ParamSpec, TypeVar

from hedgerow.errors import UsageError
from hedgerow.loaders.workers.trouble import WorkerDied
from hedgerow.loaders.workers.worker import Task, Worker

ATTEMPTS = 3
"""How often in a row workers may fail to start."""

P = ParamSpec("P")
T = TypeVar("T")


class Stopped(UsageError, RuntimeError):
    """The workers were stopped, and do nothing more."""

    def __init__(self) -> None:
        super().__init__("the workers were stopped; start new ones")


class ProcessPool(Executor):
    """So many worker processes, each prepared by a call before its first task.

    A task fails with `WorkerDied` if its worker ended during it. If preparing fails, every task
    fails with the reason. All that happens is told to one thread, the foreman, which alone knows
    who holds what.
    """

    def __init__(self, workers: int, prepare: Callable[[], object]) -> None:
        self._workers = [Worker(prepare) for _ in range(workers)]
        self._waiting: list[Task] = []
        self._died_starting = 0
        self._failure: Exception | None = None
        self._open, self._door = True, Lock()
        self._events: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._foreman = Thread(target=self._oversee, name="foreman", daemon=True)
        self._foreman.start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Have a worker call a function; both must go through pickle.

        Raises:
            Stopped: after `shutdown`.
        """
        future: Future[T] = Future()
        with self._door:
            if not self._open:
                raise Stopped
            self._events.put(partial(self._take, Task(future, partial(fn, *args, **kwargs))))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the workers at once; what they were at fails."""
        with self._door:
            self._open = False
            self._events.put(None)
        if wait:
            self._foreman.join()

    def _oversee(self) -> None:
        if hasattr(signal, "pthread_sigmask"):
            # Workers are born with Ctrl-C blocked, of which each would tell with a traceback.
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        while (event := self._events.get()) is not None:
            try:
                event()
                self._feed()
            except Exception as error:  # noqa: BLE001  or whoever waits would wait for ever
                self._failure = error
                self._fail(error)
        self._fail(Stopped())

    def _take(self, task: Task) -> None:
        if task.future.set_running_or_notify_cancel():
            self._waiting.append(task)

    def _feed(self) -> None:
        """Give workers what they can hold, the one with least first."""
        if self._failure is not None:
            self._fail(self._failure)
        while self._waiting:
            worker = min(self._workers, key=lambda each: each.load)
            if not worker.can_take:
                return
            for task, given in worker.take(self._waiting.pop(0)):
                # In the thread of the worker's own pool, so the foreman is told of it.
                given.add_done_callback(partial(self._tell, worker, task))

    def _tell(self, worker: Worker, task: Task, given: "Future[object]") -> None:
        self._events.put(partial(self._done, worker, task, given))

    def _done(self, worker: Worker, task: Task, given: "Future[object]") -> None:
        """Note what became of a task."""
        if task.given is not given:
            return  # its worker died, and it goes elsewhere
        error = given.exception()
        if isinstance(error, BrokenProcessPool):
            task, *others = worker.bury()
            self._waiting[:0] = others
            error = WorkerDied("the worker ended")
        else:
            worker.finish(task, given.result() if error is None else None)
        if task.prepares:
            self._note_start(error)
        elif error is None:
            task.future.set_result(given.result())
        else:
            task.future.set_exception(error)

    def _note_start(self, error: BaseException | None) -> None:
        if isinstance(error, WorkerDied):
            self._died_starting += 1
            if self._died_starting == ATTEMPTS:
                self._failure = UsageError(
                    f"workers could not start, or ended or hung while they did, {ATTEMPTS} in a "
                    "row; each needs some 400 MB of memory, so try fewer --workers"
                )
        elif isinstance(error, Exception):
            self._failure = error
        else:
            self._died_starting = 0

    def _fail(self, reason: Exception) -> None:
        """End the workers; nothing will become of any task."""
        held = [task for worker in self._workers for task in worker.bury() if not task.prepares]
        left, self._waiting = [*held, *self._waiting], []
        for task in left:
            task.future.set_exception(reason)
