"""Items in lists of at most so many, and items made ahead of their use."""

from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")


def batched(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in order, in lists of `size`; the last may be shorter.

    `itertools.batched` needs Python 3.12.
    """
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch


def ahead(items: Generator[Item]) -> Generator[Item]:
    """The items, the next of which is made in another thread while one is used; None ends them.

    The generator runs and is closed in that thread alone, since an open iterator over a database
    must not go from one thread to another.
    """
    with ThreadPoolExecutor(1) as pool:
        try:
            made = pool.submit(next, items, None)
            while (item := made.result()) is not None:
                made = pool.submit(next, items, None)
                yield item
        finally:
            pool.submit(items.close)
