"""Loading: sources into the store, batch by batch, with an account of what was done."""

import time
from collections.abc import Callable, Sequence

from hedgerow.errors import UsageError
from hedgerow.graph.batches import is_due
from hedgerow.graph.store import Store
from hedgerow.loaders.load_summary import LoadSummary, Progress
from hedgerow.loaders.pipeline import Extract, code_documents, is_english, language
from hedgerow.loaders.records import Coded, Skipped
from hedgerow.loaders.sources import Sources

__all__ = ["BATCH", "LoadSummary", "Progress", "load"]

BATCH = 500


def load(
    store: Store,
    paths: Sequence[str],
    *,
    published: str | None = None,
    progress: Callable[[Progress], None] | None = None,
    batch: int = BATCH,
    extract: Extract | None = None,
) -> LoadSummary:
    """Load sources into the store, one commit a batch of documents.

    Documents that the store knows are not read again, so an interrupted load goes on where it
    stopped. A commit takes at least `batch` documents, and more as the store grows. An interrupt
    (Ctrl-C) commits what was read and returns. `published` is the date of articles that carry
    none; `extract` replaces the default engines.

    Raises:
        UsageError: `published` is no date.
        StoreError: a commit failed; earlier batches are kept.
    """
    started = time.monotonic()
    sources = Sources(paths, published=published)
    loading = _Loading(store, batch)
    try:
        for item in code_documents(sources, extract=extract, is_known=loading.knows):
            loading.take(item)
            if progress is not None:
                progress(loading.progress(sources.fraction))
    except KeyboardInterrupt:
        loading.summary.interrupted = True
    loading.commit()
    loading.summary.seconds = time.monotonic() - started
    return loading.summary


class _Loading:
    """A load under way: the batch in hand and the account so far."""

    def __init__(self, store: Store, batch: int) -> None:
        self.summary = LoadSummary()
        self._store = store
        self._batch = batch
        self._pending: list[Coded] = []
        self._stored = store.counts().documents
        self._committed = time.monotonic()
        self._documents = 0
        self._claims = 0
        self._withdrawn = {withdrawal.document for withdrawal in store.withdrawals()}

    def knows(self, document: str) -> bool:
        """Whether the store holds a document or keeps it out, so that reading it is no use."""
        if document in self._withdrawn:
            return True
        try:
            self._store.recorded(document)
        except UsageError:
            return False
        return True

    def take(self, item: Coded | Skipped) -> None:
        """Take an item in hand; commit when the batch is full."""
        if isinstance(item, Skipped):
            self.summary.skipped.append(item)
            return
        self._documents += 1
        self._claims += len(item.claims)
        self._pending.append(item)
        waited = time.monotonic() - self._committed
        if is_due(len(self._pending), self._stored, waited, least=self._batch):
            self.commit()

    def commit(self) -> None:
        """Store the batch in hand; what the store refuses is skipped by itself."""
        # Let go of first: a commit that was interrupted must not be tried on a store it closed.
        batch, self._pending = self._pending, []
        self._stored += len(batch)
        self._committed = time.monotonic()
        if not batch:
            return
        try:
            self._add(batch)
        except UsageError:
            for item in batch:
                self._add_alone(item)

    def progress(self, fraction: float | None) -> Progress:
        """How far it has come."""
        return Progress(self._documents, self._claims, len(self.summary.skipped), fraction)

    def _add_alone(self, item: Coded) -> None:
        try:
            self._add([item])
        except UsageError as error:
            self.summary.skipped.append(Skipped(item.document.source, str(error)))

    def _add(self, batch: Sequence[Coded]) -> None:
        added = self._store.add((item.document, item.claims) for item in batch)
        self.summary.documents_new += len(added.new)
        self.summary.documents_withdrawn += len(added.withdrawn)
        self.summary.documents_known += len(batch) - len(added.new) - len(added.withdrawn)
        new = set(added.new)
        for item in batch:
            if not is_english(item.document):
                self.summary.languages[language(item.document)] += 1
            if item.genre is not None:
                self.summary.genres[item.genre] += 1
            if item.document.id in new:
                new.remove(item.document.id)
                self._count(item)

    def _count(self, item: Coded) -> None:
        self.summary.words += len(item.document.text.split())
        self.summary.claims.update((claim.type, claim.status) for claim in item.claims)
