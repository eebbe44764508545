"""Some items of a stream take a detour, where they are worked on ahead of time; the order stays."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Generic, TypeVar, cast

from hedgerow.loaders.records import InBulk

Sent = TypeVar("Sent")
Back = TypeVar("Back")
Other = TypeVar("Other")

MOST_ASIDE = 1_000
"""Items that may wait for one before them to come back."""


def with_detour(
    items: Iterable[Sent | Other],
    kind: type[Sent],
    work: Callable[[Iterable[Sent]], Iterator[Back]],
) -> Iterator[Back | Other]:
    """The items in order, with what `work` makes of each one of a kind in its place.

    `work` may read ahead; it gives one result for each item, in order.
    """
    road: _Road[Sent, Other] = _Road(items, kind)
    while not road.is_empty:
        sent = road.sent()
        # Engines are slow to start, and nothing here may need them.
        for first in sent:
            for back in work(chain([first], sent)):
                yield from road.before_next()
                yield back
        yield from road.aside()


class _Road(Generic[Sent, Other]):
    """Items on their way: those of a kind are sent elsewhere, others wait their turn aside."""

    def __init__(self, items: Iterable[Sent | Other], kind: type[Sent]) -> None:
        self.is_empty = False
        self._items = iter(items)
        self._kind = kind
        self._aside: deque[tuple[int, Other]] = deque()
        self._sent = self._back = 0

    def sent(self) -> Iterator[Sent]:
        """The items to work on; they pause where others have come aside that are many or large."""
        for item in self._items:
            if isinstance(item, self._kind):
                self._sent += 1
                yield item
                continue
            self._aside.append((self._sent, cast("Other", item)))
            if len(self._aside) >= MOST_ASIDE or isinstance(item, InBulk):
                return
        self.is_empty = True

    def before_next(self) -> Iterator[Other]:
        """What came before the one that is back now."""
        while self._aside and self._aside[0][0] <= self._back:
            yield self._aside.popleft()[1]
        self._back += 1

    def aside(self) -> Iterator[Other]:
        """Everything that still waits."""
        while self._aside:
            yield self._aside.popleft()[1]
