"""The one writer of a store, on disk or in memory.

Every method that writes is one commit: it plans the whole difference first, writes it, and has it
acknowledged by the folder's `current`; if it fails on the way, nothing has happened.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pyoxigraph as ox

from hedgerow.errors import StoreError
from hedgerow.graph import ledger, reading
from hedgerow.graph.buckets import Buckets
from hedgerow.graph.changes import Changes
from hedgerow.graph.collector import collector_paused
from hedgerow.graph.draft import Draft
from hedgerow.graph.folder import StoreFolder
from hedgerow.graph.holder import WriterLock
from hedgerow.graph.intake import Added, Item, sort_items
from hedgerow.graph.judged import Judged
from hedgerow.graph.ledger import Entry, Withdrawal
from hedgerow.graph.records import Judgement
from hedgerow.graph.resolution import check_judgement
from hedgerow.graph.schema_rdf import fingerprint
from hedgerow.graph.settlement import Settlement
from hedgerow.graph.snapshot import Snapshot, present
from hedgerow.graph.standing import Standing


class Store(Snapshot):
    """A store open for writing; it reads what it last committed.

    Use it as a context manager, or `close` it, so that another writer can open the store.
    """

    def __init__(
        self,
        database: ox.Store,
        folder: StoreFolder | None = None,
        writer_lock: WriterLock | None = None,
    ) -> None:
        super().__init__(
            database, folder.sequence if folder else 0, journal=folder.journal if folder else None
        )
        self._folder = folder
        self._writer_lock = writer_lock
        judged = Judged(reading.all_judgements(database))
        self._buckets = Buckets(database, Standing(reading.superseded(database), judged))
        self._withdrawn = frozenset(each.document for each in self.withdrawals())

    @classmethod
    def open(cls, path: Path | None = None) -> "Store":
        """Open a store for writing, made if missing; None is a store in memory.

        A store that another version of hedgerow or its ontology resolved is resolved anew.

        Raises:
            StoreBusy: another process is writing to it.
            StoreError: it is damaged, of another version, or not a store.
        """
        if path is None:
            return cls(ox.Store())._up_to_date()
        folder = StoreFolder(path)
        database, lock = folder.open_for_writing()
        try:
            return cls(database, folder, lock)._up_to_date()
        except BaseException:
            lock.release()
            raise

    @staticmethod
    def read(path: Path) -> Snapshot:
        """Open the newest snapshot of a store for reading, whoever writes meanwhile.

        Raises:
            StoreError: there is no store, or it is damaged or of another version.
        """
        return Snapshot.open(path)

    def add(self, items: Iterable[Item]) -> Added:
        """Take documents with their claims in.

        A document that is here gains what appearances are new; its claims stay as they are. One
        that was withdrawn stays out. Of documents under one URL only the newest counts.

        Raises:
            UsageError: a document or claim cannot be stored; then none is.
            StoreError: writing failed; then none is stored, and this store is closed.
        """
        intake = sort_items(self._database, items, self._withdrawn)
        entry = Entry(ledger.now(), self.sequence + 1)

        def plan(draft: Draft) -> None:
            for document, claims in intake.new.values():
                draft.add(document, claims, entry)
            for stored, merged in intake.appeared.values():
                draft.update(stored, merged)

        settlement = self._commit(plan)
        return intake.summary(settlement)

    def withdraw(self, document: str, *, reason: str, by: str) -> Changes:
        """Take a document out with all its claims, for good; the ledger remembers why.

        Raises:
            UsageError: it is not here.
            StoreError: writing failed; then it is still here, and this store is closed.
        """
        gone = self.document(document)
        return self._record((), [Withdrawal(gone.id, reason, by, ledger.now())], reason)

    def judge(self, *judgements: Judgement) -> Changes:
        """Record judgements; one that is recorded already changes nothing.

        Raises:
            UsageError: one cannot be applied, or names a claim that is not here.
            StoreError: writing failed; then none is recorded, and this store is closed.
        """
        for claim in sorted({claim for each in judgements for claim in each.claims}):
            present(reading.find_claim(self._database, claim), claim)
        reason = ", ".join(f"{each.decision} by {each.by}" for each in judgements)
        return self._record(judgements, (), reason)

    def adopt(
        self, judgements: Iterable[Judgement] = (), withdrawals: Iterable[Withdrawal] = ()
    ) -> Changes:
        """Take over what was decided in another store, about what is here and what may yet come.

        Raises:
            UsageError: a judgement cannot be applied.
            StoreError: writing failed; then nothing is taken over, and this store is closed.
        """
        known = self._withdrawn
        fresh = [each for each in withdrawals if each.document not in known]
        return self._record(judgements, fresh, "decided in another store")

    def refresh(self) -> None:
        """Resolve everything anew with the ontology at hand."""
        self._commit(lambda draft: draft.refresh(fingerprint()))

    def close(self) -> None:
        """Let another writer open the store; this one cannot be used after it."""
        super().close()
        self._buckets.close()
        if self._folder is not None and self._writer_lock is not None:
            self._folder.close_writing(self._writer_lock)
            self._writer_lock = None

    def _up_to_date(self) -> "Store":
        if ledger.read_fingerprint(self._database) != fingerprint():
            self.refresh()
        return self

    def _record(
        self, judgements: Iterable[Judgement], withdrawals: Sequence[Withdrawal], reason: str
    ) -> Changes:
        known = self._buckets.standing.judged.all
        fresh = [each for each in judgements if each.id not in known]
        for each in fresh:
            check_judgement(each)

        def plan(draft: Draft) -> None:
            for withdrawal in withdrawals:
                draft.withdraw(withdrawal)
            draft.judge(fresh)

        settlement = self._commit(plan)
        self._withdrawn |= {each.document for each in withdrawals}
        return settlement.changes(reason)

    def _commit(self, plan: Callable[[Draft], None]) -> Settlement:
        draft = Draft(self._database, self._buckets)
        with collector_paused():
            try:
                plan(draft)
                settlement = draft.settle()
            except BaseException:
                self._buckets.forget()
                raise
            if draft.difference:
                self._write(draft)
        return settlement

    def _write(self, draft: Draft) -> None:
        try:
            touched = draft.difference.touched(self._database) if self._folder else set()
            draft.difference.apply(self._database)
            if self._folder is not None:
                self._folder.publish(self._database, touched)
            self.sequence += 1
        except BaseException as error:
            self.close()  # what it holds is no longer what was acknowledged
            if isinstance(error, OSError):
                raise StoreError(
                    f"Writing failed ({error}); what was stored before is safe, "
                    "so mend that and run the command again."
                ) from error
            raise
