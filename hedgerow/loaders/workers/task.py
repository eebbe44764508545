"""What a worker does: read documents or clean pages, with a clock that ends it if it hangs."""

import faulthandler
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from hedgerow.errors import UsageError
from hedgerow.graph.records import Claim, Document
from hedgerow.loaders.records import Skipped, WebPage
from hedgerow.loaders.workers.memory import peak_memory

if TYPE_CHECKING:
    from hedgerow.loaders.extraction import Extractor

Thing = TypeVar("Thing", Document, WebPage)
Result = TypeVar("Result")

SECONDS, SECONDS_A_CHARACTER = 120.0, 0.0005
"""How long a batch may take before its worker is ended: some twenty times what it does take."""

LeftOut: TypeAlias = Counter[tuple[str, str]]
"""How often engines `failed`, and how many of their candidates were `refused`."""

_working = Lock()
"""A worker of a cluster may have several threads, but one clock."""


@dataclass(frozen=True, slots=True)
class Batch(Generic[Thing]):
    """Documents to read with some engines, by the defaults where none is named; or pages to clean.

    `edition` is that of the hedgerow that asks, which a cluster's workers must share.
    """

    things: tuple[Thing, ...]
    engines: tuple[str, ...] = ()
    edition: str | None = None

    @property
    def limit(self) -> float:
        """Seconds that the work may take."""
        return SECONDS + SECONDS_A_CHARACTER * sum(map(_length, self.things))


@dataclass(frozen=True, slots=True)
class Answer(Generic[Result]):
    """What became of each thing of a batch: a document's claims, or a page's article.

    `peak` is the worker's peak memory in bytes; `left_out` counts what engines failed at, by name.
    """

    results: list[Result]
    peak: int = 0
    left_out: LeftOut = field(default_factory=Counter)


def prepare(engines: tuple[str, ...]) -> None:
    """Load what reading needs, so that the first batch takes no longer than others.

    Raises:
        UsageError: an engine cannot be used.
    """
    with at_most(SECONDS):
        _extractor(engines).extract(Document("China and Vietnam will hold talks in Hanoi.", ()))


def read_batch(batch: Batch[Document]) -> Answer[list[Claim]]:
    """The claims of documents.

    Raises:
        UsageError: this is another edition of hedgerow, or an engine cannot be used.
    """
    _check_edition(batch.edition)
    with _working, at_most(batch.limit):
        extractor = _extractor(batch.engines)
        before = _left_out(extractor)
        claims = [found for _, found in extractor.extract_many(batch.things)]
        return Answer(claims, peak_memory(), _left_out(extractor) - before)


def clean_batch(batch: Batch[WebPage]) -> Answer[Document | Skipped]:
    """The articles of pages, or why there is none.

    Raises:
        UsageError: this is another edition of hedgerow.
    """
    _check_edition(batch.edition)
    with _working, at_most(batch.limit):
        return Answer([page.read() for page in batch.things], peak_memory())


@lru_cache(maxsize=1)
def _extractor(engines: Sequence[str]) -> "Extractor":
    from hedgerow.loaders.extraction import DEFAULT_ENGINES, Extractor  # noqa: PLC0415  seconds

    return Extractor(engines or DEFAULT_ENGINES)


def _left_out(extractor: "Extractor") -> LeftOut:
    from hedgerow.loaders.extraction.guarded import Guarded  # noqa: PLC0415

    counts: LeftOut = Counter()
    for engine in extractor.engines:
        if isinstance(engine, Guarded):
            counts[engine.name, "failed"] += engine.failed
            counts[engine.name, "refused"] += engine.refused
    return counts


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """End this process if the block takes longer, whatever it is stuck in."""
    with Path(os.devnull).open("w") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def _length(thing: Document | WebPage) -> int:
    return len(thing.text if isinstance(thing, Document) else thing.markup)


def _check_edition(wanted: str | None) -> None:
    if wanted is None:
        return
    from hedgerow.loaders.workers.edition import edition  # noqa: PLC0415  only for clusters

    if edition() != wanted:
        raise UsageError(
            f"a worker of the cluster has another hedgerow ({edition()}) than this one ({wanted}); "
            "install the same version on both"
        )
