"""Workers of a Dask cluster, which must have the same hedgerow installed."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hedgerow.errors import ServerError, UsageError
from hedgerow.loaders.workers.crew import Crew
from hedgerow.loaders.workers.edition import edition

if TYPE_CHECKING:
    from distributed import Client

PATIENCE = 10.0
"""Seconds that a scheduler, and its first worker, is waited for."""


@contextmanager
def open_cluster(address: str, engines: Sequence[str] | None) -> Iterator[Crew]:
    """The workers behind a scheduler's address, such as `tcp://host:8786`.

    Raises:
        UsageError: Dask is not installed, or a worker has no hedgerow or another one.
        ServerError: no scheduler answers, or it has no workers.
    """
    with _client(address) as client:
        editions = client.run(_asking())
        if not editions:
            raise ServerError(f"the cluster at {address} has no workers; start some: dask worker")
        _check(editions)
        executor = client.get_executor(pure=False)
        try:
            threads = sum(client.nthreads().values())
            yield Crew(executor, threads, engines=engines, edition=edition())
        finally:
            executor.shutdown(wait=False)


def _client(address: str) -> "Client":
    try:
        from distributed import Client  # noqa: PLC0415  an extra
    except ImportError:
        raise UsageError("--cluster needs Dask; run: pip install 'hedgerow[cluster]'") from None
    try:
        return Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise _silent(address, str(error)) from error
    except AssertionError as error:  # its event loop took too long, on a machine under load
        raise _silent(address, "Dask did not start in time") from error


def _silent(address: str, reason: str) -> ServerError:
    return ServerError(
        f"no Dask scheduler answers at {address} ({reason}); check the address and that it runs"
    )


def _asking() -> Callable[[], str | None]:
    """A function that travels by value, since a worker without hedgerow knows none of ours."""

    def ask() -> str | None:
        try:
            from hedgerow.loaders.workers.edition import edition as theirs  # noqa: PLC0415
        except ImportError:
            return None
        return theirs()

    return ask


def _check(editions: dict[str, str | None]) -> None:
    for worker, found in sorted(editions.items()):
        if found is None:
            raise UsageError(f"the worker at {worker} has no hedgerow; install {edition()} there")
        if found != edition():
            raise UsageError(
                f"the worker at {worker} has hedgerow {found}, here it is {edition()}; install the "
                "same on both"
            )
