"""The one writer of a store, on disk or in memory.

Every method that writes is one commit: it plans the whole difference first, writes it, and has it
acknowledged by the folder's `current`; if it fails on the way, nothing has happened. Event tables
are written piece by piece instead, since no memory would hold them; of these too nothing has
happened before they are acknowledged.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

from hedgerow.errors import StoreError, UsageError
from hedgerow.graph import ledger, reading
from hedgerow.graph.bearing import Bearing
from hedgerow.graph.buckets import Buckets
from hedgerow.graph.by_hand import is_entry
from hedgerow.graph.changes import Changes
from hedgerow.graph.checks import normalise_claims
from hedgerow.graph.collector import collector_paused
from hedgerow.graph.difference import Difference
from hedgerow.graph.draft import Draft
from hedgerow.graph.folder import StoreFolder
from hedgerow.graph.holder import WriterLock
from hedgerow.graph.inputs import Input, input_quads
from hedgerow.graph.intact import is_damage, is_of_disk
from hedgerow.graph.intake import Added, Item, sort_items
from hedgerow.graph.journal import EVERYTHING
from hedgerow.graph.judged import tells_more
from hedgerow.graph.ledger import Entry, Version, Withdrawal
from hedgerow.graph.pieces import put_rows_in_place, resolve_anew
from hedgerow.graph.ratings import Rating, check_rating
from hedgerow.graph.ratings_rdf import rating_quads
from hedgerow.graph.records import Judgement
from hedgerow.graph.resolution import check_judgement
from hedgerow.graph.resolution.checking import ADD
from hedgerow.graph.resolution.judging import check_sense
from hedgerow.graph.schema_rdf import fingerprint, this_version
from hedgerow.graph.settlement import Settlement
from hedgerow.graph.snapshot import Snapshot, present
from hedgerow.graph.standing import Standing
from hedgerow.graph.tables_intake import (
    AddedTables,
    Coming,
    Progress,
    Refuse,
    TableIntake,
    drop_rows,
    resolve_without,
    silent,
)

LARGE = 64_000_000
"""Bytes by which a store must have grown since its files were last put in order."""
GROWTH = 0.1
"""The share of its size by which it must have grown as well."""
OnRefresh = Callable[[Version], None]
"""Told the version that resolved a store, before this one resolves it anew."""


class Store(Snapshot):
    """A store open for writing; it reads what it last committed.

    Use it as a context manager, or `close` it, so that another writer can open the store. `beside`
    is a database of the same documents, from which is taken over what follows from texts alone.
    """

    def __init__(
        self,
        database: ox.Store,
        folder: StoreFolder | None = None,
        writer_lock: WriterLock | None = None,
        *,
        beside: ox.Store | None = None,
    ) -> None:
        super().__init__(
            database, folder.sequence if folder else 0, journal=folder.journal if folder else None
        )
        self._folder = folder
        self._writer_lock = writer_lock
        standing = Standing(reading.superseded(database), self.judged())
        self._buckets = Buckets(database, standing, beside=beside)
        self._withdrawn = frozenset(each.document for each in self.withdrawals())

    @classmethod
    def open(cls, path: Path | None = None, on_refresh: OnRefresh | None = None) -> "Store":
        """Open a store for writing, made if missing; None is a store in memory.

        A store that another version of hedgerow or its ontology resolved is resolved anew;
        `on_refresh` is told that version before.

        Raises:
            StoreBusy: another process is writing to it.
            StoreError: it is damaged, of another version, or not a store.
        """
        if path is None:
            return cls(ox.Store())._up_to_date()
        folder = StoreFolder(path)
        database, lock = folder.open_for_writing()
        try:
            return cls(database, folder, lock)._up_to_date(on_refresh)
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

    def add(self, items: Iterable[Item], inputs: Mapping[str, Input] | None = None) -> Added:
        """Take documents with their claims in, and note the input files that end with them.

        A document that is here gains what appearances are new; its claims stay as they are. One
        that was withdrawn stays out. Of documents under one URL only the newest counts.

        Raises:
            UsageError: a document or claim cannot be stored; then none is.
            StoreError: writing failed; then none is stored, and this store is closed.
        """
        intake = sort_items(self._database, items, self._withdrawn)
        entry = Entry(ledger.now(), self.sequence + 1)
        noted = {key: found for key in inputs or {} if (found := self.input(key))}

        def plan(draft: Draft) -> None:
            draft.meet(intake.new.values())
            for document, claims in intake.new.values():
                draft.add(document, claims, entry)
            for stored, merged in intake.appeared.values():
                draft.update(stored, merged)
            draft.difference.replace(input_quads(noted), input_quads(inputs or {}))

        before = self._buckets.standing.superseded
        settlement, _ = self._commit(plan)
        outdated = self._buckets.standing.superseded - before - intake.new.keys()
        return replace(intake.summary(settlement), outdated=tuple(sorted(outdated)))

    def add_tables(
        self,
        tables: Iterable[Coming],
        progress: Progress = silent,
        refuse: Refuse | None = None,
    ) -> AddedTables:
        """Take event tables in, each with its rows in batches.

        One that is here is not read again; one that was withdrawn stays out. A table that cannot be
        read to its end is left out and `refuse` told of it, if given; the others are stored.

        Raises:
            UsageError: a row cannot be a claim; then no table is stored, unless it was refused.
            StoreError: writing failed; then none is stored, and this store is closed.
        """
        entry = Entry(ledger.now(), self.sequence + 1)
        standing = self._buckets.standing
        intake = TableIntake(
            self._database, standing.judged, self._withdrawn, entry, progress, refuse
        )
        with collector_paused():
            try:
                intake.take(tables)
            except BaseException as error:
                with self._closed_if_it_fails():
                    intake.undo()
                    if is_of_disk(error):
                        raise
                raise
            if not (intake.new or intake.appeared):
                return intake.summary()
            with self._closed_if_it_fails():
                added = intake.resolve(standing)
                self._publish(intake.touched)
        self._buckets.forget()
        return added

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
            UsageError: one cannot be applied, or names a claim or judgement that is not here.
            StoreError: writing failed; then none is recorded, and this store is closed.
        """
        for each in judgements:
            check_judgement(each)
        known = self._buckets.standing.judged.all.keys() | {each.id for each in judgements}
        for each in judgements:
            for claim in () if each.decision == ADD else sorted(each.claims):
                check_sense(present(reading.find_claim(self._database, claim), claim), each)
            if each.undoes is not None:
                present(each.undoes if each.undoes in known else None, each.undoes)
        reason = ", ".join(f"{each.decision} by {each.by}" for each in judgements)
        return self._record(judgements, (), reason)

    def rate(self, *ratings: Rating) -> int:
        """Record ratings, also of what is not here yet; gives how many are new.

        Raises:
            UsageError: one says nothing that can be said of its subject.
            StoreError: writing failed; then none is recorded, and this store is closed.
        """
        known = {each.id for each in self.ratings().all}
        fresh = {each.id: each for each in ratings if each.id not in known}
        for each in fresh.values():
            check_rating(each)

        def plan(draft: Draft) -> None:
            for each in fresh.values():
                draft.difference.added += rating_quads(each)

        self._commit(plan)
        return len(fresh)

    def reread(self, items: Iterable[Item]) -> Changes:
        """Replace the claims of documents that are here by what is read in their texts today.

        Judgements on claims that are read no more bear on what is found in their place, or are
        orphaned; see `Snapshot.orphaned`.

        Raises:
            UsageError: a document is not here, an event table or an entry by hand, or a claim
                cannot be stored.
            StoreError: writing failed; then nothing is replaced, and this store is closed.
        """
        anew = {}
        for each, claims in items:
            document = self.document(each.id)
            if is_entry(document) or reading.find_table(self._database, document.id) is not None:
                raise UsageError(f"{document.id} is no text to be read; leave it out.")
            anew[document.id] = document, normalise_claims(document, claims)

        def plan(draft: Draft) -> None:
            for document, claims in anew.values():
                draft.reread(document, claims)

        settlement, _ = self._commit(plan)
        return settlement.changes("texts read anew")

    def adopt(
        self,
        judgements: Iterable[Judgement] = (),
        withdrawals: Iterable[Withdrawal] = (),
        *,
        bearing: Bearing | None = None,
    ) -> Changes:
        """Take over what was decided in another store, about what is here and what may yet come.

        With `bearing`, of a store that this is a view of, judgements bear on what they do there.

        Raises:
            UsageError: a judgement cannot be applied.
            StoreError: writing failed; then nothing is taken over, and this store is closed.
        """
        known = self._withdrawn
        latest_first = sorted(withdrawals, key=lambda w: (w.at, w.by, w.reason), reverse=True)
        first = {each.document: each for each in latest_first if each.document not in known}
        told = "decided in another store"
        return self._record(judgements, [*first.values()], told, bearing)

    def refresh(self, mended: Difference | None = None) -> None:
        """Resolve everything anew with the ontology at hand.

        What `mended` changes in the rest that is derived is part of the same commit.
        """
        with collector_paused(), self._closed_if_it_fails():
            if mended is not None:
                mended.apply(self._database)
                judged = self._buckets.standing.judged
                self._buckets.standing = Standing(reading.superseded(self._database), judged)
            draft = Draft(self._database, self._buckets)
            draft.refresh(this_version())
            draft.settle()
            draft.difference.apply(self._database)
            standing = self._buckets.standing
            put_rows_in_place(self._database, standing.judged)
            resolve_anew(self._database, standing)
            self._publish({EVERYTHING})
        self._buckets.forget()

    def compact_if_grown(self) -> bool:
        """Put the files in order if what came in is much, so call it when a load is done.

        A large commit leaves work to RocksDB, which the small ones after it would have to wait for:
        seconds each, ten times over. To do it at once takes a tenth of what loading took.
        """
        if self._folder is None:
            return False
        size = self._folder.size
        grown = size - self._folder.ordered_size
        return grown >= max(LARGE, GROWTH * size) and self._compact()

    def close(self) -> None:
        """Let another writer open the store; this one cannot be used after it."""
        super().close()
        self._buckets.close()
        if self._folder is not None and self._writer_lock is not None:
            self._folder.close_writing(self._writer_lock)
            self._writer_lock = None

    def _up_to_date(self, on_refresh: OnRefresh | None = None) -> "Store":
        found = self.version
        if found is None or found.fingerprint != fingerprint():
            if found is not None and on_refresh is not None:
                on_refresh(found)
            self.refresh()
            if self._folder is not None and self._folder.size >= LARGE:
                self._compact()
        return self

    def _compact(self) -> bool:
        if self._folder is None:
            return False
        with self._closed_if_it_fails():
            done = self._folder.compact(self._database)
        self.sequence = self._folder.sequence
        return done

    def _record(
        self,
        judgements: Iterable[Judgement],
        withdrawals: Sequence[Withdrawal],
        reason: str,
        bearing: Bearing | None = None,
    ) -> Changes:
        known = self._buckets.standing.judged.all
        fresh = []
        for each in judgements:
            check_judgement(each)
            if tells_more(each, known.get(each.id)):
                fresh.append(each)
        entry = Entry(ledger.now(), self.sequence + 1)
        tables = [each for each in withdrawals if reading.find_table(self._database, each.document)]

        def plan(draft: Draft) -> None:
            for withdrawal in withdrawals:
                if withdrawal not in tables:
                    draft.withdraw(withdrawal)
            if bearing is not None:
                draft.adopt_as_given(fresh, bearing)
            elif fresh:
                draft.judge(fresh, entry)

        settlement, untold = self._commit(plan, tables)
        self._withdrawn |= {each.document for each in withdrawals}
        return replace(settlement.changes(reason), untold=untold)

    def _commit(
        self, plan: Callable[[Draft], None], tables: Sequence[Withdrawal] = ()
    ) -> tuple[Settlement, int]:
        """Commit what is planned and take tables out; gives how many changes that made as well."""
        draft = Draft(self._database, self._buckets, self._withdrawn)
        with collector_paused():
            try:
                plan(draft)
                settlement = draft.settle()
            except BaseException:
                self._buckets.forget()
                raise
            untold = self._write(draft.difference, tables) if draft.difference or tables else 0
        return settlement, untold

    def _write(self, difference: Difference, tables: Sequence[Withdrawal]) -> int:
        with self._closed_if_it_fails():
            named = difference.touched(self._database) if self._folder and not tables else set()
            difference.apply(self._database)
            untold = sum(map(self._take_out, tables))
            self._publish({EVERYTHING} if tables else named)
        return untold

    def _take_out(self, withdrawal: Withdrawal) -> int:
        """Take an event table out, short of publishing; gives how many events and ties change."""
        self._buckets.forget()
        draft = Draft(self._database, self._buckets)
        draft.withdraw(withdrawal)
        tally = resolve_without(self._database, withdrawal.document, self._buckets.standing)
        drop_rows(self._database, withdrawal.document)
        draft.difference.apply(self._database)
        return tally.changes

    def _publish(self, touched: Iterable[str]) -> None:
        if self._folder is not None:
            self._folder.publish(self._database, touched)
        self.sequence += 1

    @contextmanager
    def _closed_if_it_fails(self) -> Iterator[None]:
        try:
            yield
        except BaseException as error:
            self.close()  # what it holds is no longer what was acknowledged
            if isinstance(error, OSError) or is_damage(error):
                raise StoreError(
                    f"Writing failed ({error}); what was stored before is safe, "
                    "so mend that and run the command again."
                ) from error
            raise
