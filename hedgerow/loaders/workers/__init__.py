"""Reading articles in many processes, on this machine or on a cluster.

The parent reads sources and stores; workers turn batches of documents into claims. Ids are hashes
of content, so a batch that is read twice, or by another worker, changes nothing. Whoever does the
work is a `concurrent.futures.Executor`: `ProcessPool` here, Dask's own on a cluster.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from hedgerow.loaders.workers.crew import Crew

__all__ = ["Crew", "open_crew"]


@contextmanager
def open_crew(
    workers: int = 1, cluster: str | None = None, *, engines: Sequence[str] | None = None
) -> Iterator[Crew]:
    """Workers that read with the named engines: processes here, or those of a Dask cluster.

    They end at once when the block does. On this machine a script needs the usual guard
    `if __name__ == "__main__":`, since workers import it.

    Raises:
        UsageError: they cannot be had, or cannot read with these engines.
        ServerError: the cluster does not answer.
    """
    if cluster is not None:
        from hedgerow.loaders.workers.cluster import open_cluster  # noqa: PLC0415  an extra

        with open_cluster(cluster, engines) as crew:
            yield crew
        return
    from hedgerow.loaders.workers.pool import ProcessPool  # noqa: PLC0415  as few need it
    from hedgerow.loaders.workers.task import prepare  # noqa: PLC0415

    pool = ProcessPool(workers, partial(prepare, tuple(engines or ())))
    try:
        yield Crew(pool, workers, engines=engines)
    finally:
        pool.shutdown()
