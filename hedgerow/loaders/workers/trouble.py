"""What befell a task: nothing, something worth another try, or the end of the load."""

from concurrent.futures import CancelledError, Future
from typing import Any

from hedgerow.errors import ServerError, UsageError
from hedgerow.loaders.failures import failure

DIED = "its worker was killed, ran out of memory or took too long"
KILLED_ELSEWHERE = "KilledWorker"
"""Dask's name for a task at which several workers ended."""


class WorkerDied(Exception):
    """The worker that was at a task ended: it was killed, ran out of memory, or hung."""


def trouble(future: "Future[Any]") -> str | None:
    """Why a task is to be tried again, in a few words; None where it succeeded.

    Raises:
        UsageError: no worker, or not all of them, can do such tasks.
        ServerError: the cluster is gone.
    """
    try:
        error = future.exception()
    except CancelledError:
        raise ServerError(
            "the cluster let go of its tasks; what was stored is kept, so run the same command "
            "again when it is back"
        ) from None
    if error is None:
        return None
    if isinstance(error, WorkerDied | MemoryError) or type(error).__name__ == KILLED_ELSEWHERE:
        return DIED
    if isinstance(error, ImportError):
        raise UsageError(
            f"a worker lacks a package ({error}); install the same hedgerow there as here"
        ) from error
    if not isinstance(error, Exception):
        raise error
    return failure(error)
