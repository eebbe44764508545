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


def is_due(waiting: int, stored: int, seconds: float, *, least: int = LEAST) -> bool:
    """Whether a load should commit.

    With `least` documents waiting it should once they are half of those stored, or `PATIENCE`
    seconds have gone by since the last commit.
    """
    return waiting >= least and (waiting * SHARE >= stored or seconds >= PATIENCE)


def add_in_batches(
    store: Store,
    items: Iterable[Item],
    *,
    least: int = LEAST,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Added]:
    """Add documents as they come, commit when it is due and at the end, and yield what each did."""
    stored = store.number_of_documents()
    batch: list[Item] = []
    begun = clock()
    for item in items:
        batch.append(item)
        if is_due(len(batch), stored, clock() - begun, least=least):
            stored += len(batch)
            yield store.add(batch)
            batch, begun = [], clock()
    if batch:
        yield store.add(batch)
