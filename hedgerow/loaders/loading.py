"""A load under way: the batch in hand, and its commits."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from hedgerow.errors import InputError, UsageError
from hedgerow.graph.batches import is_due
from hedgerow.graph.inputs import Input
from hedgerow.graph.store import Store
from hedgerow.loaders.account import Account
from hedgerow.loaders.handling import marked
from hedgerow.loaders.load_summary import LoadSummary, Progress
from hedgerow.loaders.pipeline import Result
from hedgerow.loaders.records import Coded, Finished, InBulk, Skipped
from hedgerow.loaders.tables.group import Outcome, TableGroup, Taken


class Loading:
    """What a load has in hand and has done."""

    def __init__(
        self,
        store: Store,
        batch: int,
        told: Callable[[Progress], None] | None = None,
        handling: str | None = None,
    ) -> None:
        self._account = Account(store)
        self._told = told
        self._handling = handling
        self._fraction: float | None = None
        self._store = store
        self._batch = batch
        self._pending: list[Coded] = []
        self._tables = TableGroup()
        self._waiting = 0
        self._finished: dict[str, Input] = {}
        self._stored: int | None = None
        self._committed = time.monotonic()
        self._documents = self._claims = 0
        self._before = (0, 0)

    @property
    def summary(self) -> LoadSummary:
        """What it has done so far."""
        return self._account.summary

    def knows(self, document: str) -> bool:
        """Whether the store holds a document or keeps it out, so that reading it is no use."""
        return self._account.knows(document)

    def has_read(self, key: str) -> bool:
        """Whether an input file was read to its end by an earlier load."""
        return self._store.input(key) is not None

    def take(self, item: Result) -> None:
        """Take an item in hand; commit when the batch is full."""
        match item:
            case Coded():
                self._store_tables()
                self._documents += 1
                self._claims += len(item.claims)
                document = marked(item.document, self._handling)
                self._pending.append(replace(item, document=document))
                if len(self._pending) >= self._batch and self._is_due():
                    self.commit()
            case Skipped() | Finished():
                if self._tables:
                    self._tables.follow(item)
                else:
                    self._note(item)
            case _:
                self._take_table(item)

    def commit(self) -> None:
        """Store what is in hand; what the store refuses is skipped by itself."""
        self._store_tables()
        self._commit_documents()

    def leave_tables(self) -> None:
        """Let go of tables that wait, since none of their rows were read."""
        self._tables.close()
        self._tables, self._waiting = TableGroup(), 0

    def _commit_documents(self) -> None:
        # Let go of first: a commit that was interrupted must not be tried on a store it closed.
        batch, self._pending = self._pending, []
        finished, self._finished = self._finished, {}
        self._stored = None
        self._committed = time.monotonic()
        if not batch and not finished:
            return
        try:
            self._add(batch, finished)
        except UsageError:
            for item in batch:
                self._add_alone(item)

    def _is_due(self) -> bool:
        if self._stored is None:  # counted no sooner, since it takes longer as a store grows
            self._stored = self._store.number_of_documents()
        waited = time.monotonic() - self._committed
        return is_due(len(self._pending), self._stored, waited, least=self._batch)

    def progress(self, fraction: float | None) -> Progress:
        """How far it has come."""
        self._fraction = fraction
        documents = self._documents + self._waiting
        return Progress(documents, self._claims, self.summary.skipped.total, fraction)

    def _count_bulk(self, claims: int) -> None:
        self._claims = claims
        if self._told is not None:
            self._told(self.progress(self._fraction))

    def _note(self, item: Outcome) -> None:
        match item:
            case Taken():
                self._documents += 1
                self._account.count_table(item)
            case Skipped():
                self._account.skip(item)
            case Finished():
                self._finish(item)

    def _take_table(self, table: InBulk) -> None:
        """Have a table wait for others like it; store them when they are many."""
        try:
            reading = table.read()
        except (InputError, UsageError) as error:
            table.close()
            self.take(Skipped.because(table.source, error))
            return
        document = marked(reading.table.document, self._handling)
        reading.table = replace(reading.table, document=document)
        if not self._tables.fits(reading):
            self._store_tables()
        self._commit_documents()
        self._tables.take(table, reading)
        self._waiting += 1
        if self._tables.is_due:
            self._store_tables()

    def _store_tables(self) -> None:
        if not self._tables:
            return
        # Let go of first, as with documents.
        group, self._tables = self._tables, TableGroup()
        claims = self._claims
        try:
            added, outcomes = group.store(self._store, lambda done: self._count_bulk(claims + done))
        finally:
            group.close()
        self._claims, self._waiting = claims + added.claims, 0
        if group.kind:
            self.summary.tables.add_commit(*group.kind, added)
        for each in outcomes:
            self._note(each)

    def _finish(self, end: Finished) -> None:
        """Note the end of an input, or that it was read before."""
        before, self._before = self._before, (self._documents, self.summary.skipped.missed)
        if end.key is None:
            return
        if not end.read_before:
            held = zip(self._before, before, strict=True)
            found = Input(*(now - then for now, then in held))
            if found.documents:  # else something may be amiss that will be mended
                self._finished[end.key] = found
        elif known := self._store.input(end.key):
            self.summary.files_known += 1
            self.summary.documents_known += known.documents
            self._documents += known.documents
            if known.skipped:
                reason = (
                    f"{known.skipped} of its parts were skipped when it was read; "
                    "touch the file to have it read again"
                )
                self._account.skip(Skipped(end.source, reason))
            self._before = (self._documents, self.summary.skipped.missed)

    def _add_alone(self, item: Coded) -> None:
        try:
            self._add([item], {})
        except UsageError as error:
            self._account.skip(Skipped.because(item.document.source, error))

    def _add(self, batch: Sequence[Coded], finished: dict[str, Input]) -> None:
        added = self._store.add(((item.document, item.claims) for item in batch), finished)
        self._account.count_documents(batch, added)
