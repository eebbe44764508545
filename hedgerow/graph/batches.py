"""Cutting a long load into commits.

Each commit resolves anew the buckets that it touches, most of a store for a large batch. So batches
grow with the store, or the work would grow with its square, and a clock bounds what a crash can
cost where reading the articles is the slow part.
"""

import time
from collections.abc import Callable, Iterable, Iterator

from hedgerow.graph.intake import Added, Item
from hedgerow.graph.store import Store

LEAST = 500
SHARE = 2
PATIENCE = 60.0


def add_in_batches(
    store: Store,
    items: Iterable[Item],
    *,
    least: int = LEAST,
    patience: float = PATIENCE,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Added]:
    """Add documents as they come, and yield what each commit did.

    A commit is made at `least` documents, and half of those stored or `patience` seconds since
    the last one, whichever comes first; and at the end.
    """
    stored = store.counts().documents
    batch: list[Item] = []
    begun = clock()
    for item in items:
        batch.append(item)
        if len(batch) >= least and (len(batch) * SHARE >= stored or clock() - begun >= patience):
            stored += len(batch)
            yield store.add(batch)
            batch, begun = [], clock()
    if batch:
        yield store.add(batch)
