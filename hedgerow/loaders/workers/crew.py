"""Work to workers and its results back, in order, whatever becomes of a worker."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from functools import partial
from typing import TypeVar

from hedgerow.graph.records import Claim, Document
from hedgerow.loaders.failures import left_out
from hedgerow.loaders.pipeline import Read
from hedgerow.loaders.records import Skipped, WebPage
from hedgerow.loaders.workers.task import Answer, Batch, LeftOut, clean_batch, read_batch
from hedgerow.loaders.workers.trouble import trouble

AT_ONCE, CHARACTERS = 32, 200_000
"""The most documents or pages and, unless it is one long one, characters in a batch."""
AHEAD = 6
"""Batches under way for each worker: enough to go on with while a commit takes its time."""

Thing = TypeVar("Thing", Document, WebPage)
Result = TypeVar("Result")


class Crew:
    """Workers behind an executor, who read documents with the named engines and clean pages.

    `edition` is what workers elsewhere must be of. `peak` is the most memory that a worker has
    held, in bytes; `left_out` counts what engines failed at. `read` is how workers read.
    """

    def __init__(
        self,
        executor: Executor,
        workers: int,
        *,
        engines: Sequence[str] | None = None,
        edition: str | None = None,
        read: Callable[[Batch[Document]], Answer[list[Claim]]] = read_batch,
    ) -> None:
        self.peak = 0
        self.left_out: LeftOut = Counter()
        self._executor = executor
        self._most = AHEAD * workers
        self._engines = tuple(engines or ())
        self._edition = edition
        self._read = read

    def extract_many(self, documents: Iterable[Document]) -> Iterator[Read]:
        """Each document with its claims, in order, or why it could not be read.

        A batch at which a worker ended, or failed, is read again one document at a time. A document
        that fails twice in that way is given up.
        """
        batches = cut(documents, lambda each: len(each.text))
        for document, found in self._in_order(batches, self._read, lambda each: each.source):
            yield found if isinstance(found, Skipped) else (document, found)

    def clean(self, pages: Iterable[WebPage]) -> Iterator[Document | Skipped]:
        """The articles of pages, in order, or why there is none; as careful as with documents."""
        batches = cut(pages, lambda each: len(each.markup))
        for _, found in self._in_order(batches, clean_batch, lambda each: each.stated.source):
            yield found

    def _in_order(
        self,
        batches: Iterable[tuple[Thing, ...]],
        task: Callable[[Batch[Thing]], Answer[Result]],
        name: Callable[[Thing], str],
    ) -> Iterator[tuple[Thing, Result | Skipped]]:
        hand_out = partial(self._hand_out, task)
        under_way: deque[tuple[tuple[Thing, ...], Future[Answer[Result]]]] = deque()
        for things in batches:
            under_way.append((things, hand_out(things)))
            while under_way and (len(under_way) >= self._most or under_way[0][1].done()):
                yield from self._results(*under_way.popleft(), hand_out, name)
        while under_way:
            yield from self._results(*under_way.popleft(), hand_out, name)

    def _hand_out(
        self, task: Callable[[Batch[Thing]], Answer[Result]], things: tuple[Thing, ...]
    ) -> "Future[Answer[Result]]":
        return self._executor.submit(task, Batch(things, self._engines, self._edition))

    def _results(
        self,
        things: tuple[Thing, ...],
        future: "Future[Answer[Result]]",
        hand_out: Callable[[tuple[Thing, ...]], "Future[Answer[Result]]"],
        name: Callable[[Thing], str],
    ) -> Iterator[tuple[Thing, Result | Skipped]]:
        if trouble(future) is None:
            yield from zip(things, self._told(future.result()), strict=True)
            return
        alone = [(thing, hand_out((thing,))) for thing in things]
        for thing, first in alone:
            second = first if trouble(first) is None else hand_out((thing,))
            if (reason := trouble(second)) is None:
                yield thing, self._told(second.result())[0]
            else:
                yield thing, Skipped(name(thing), left_out(reason))

    def _told(self, answer: Answer[Result]) -> list[Result]:
        self.peak = max(self.peak, answer.peak)
        self.left_out += answer.left_out
        return answer.results


def cut(things: Iterable[Thing], length: Callable[[Thing], int]) -> Iterator[tuple[Thing, ...]]:
    """Things in batches that are worth a journey."""
    batch: list[Thing] = []
    characters = 0
    for thing in things:
        size = length(thing)
        if batch and (len(batch) == AT_ONCE or characters + size > CHARACTERS):
            yield tuple(batch)
            batch, characters = [], 0
        batch.append(thing)
        characters += size
    if batch:
        yield tuple(batch)
