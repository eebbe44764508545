"""What a load counts: what is new, what was met before, what is left out and why."""

from collections.abc import Sequence

from hedgerow.errors import UsageError
from hedgerow.graph.intake import Added
from hedgerow.graph.ledger import Entry
from hedgerow.graph.store import Store
from hedgerow.loaders.load_summary import LoadSummary
from hedgerow.loaders.pipeline import is_english, language
from hedgerow.loaders.records import Coded, Skipped
from hedgerow.loaders.tables.group import Taken
from hedgerow.loaders.tables.reading import TableReading

MANY = 20
"""Rows of a table of which one at least should be a claim."""
SHOWN = 20
"""Withdrawn documents that are named."""


class Account:
    """The summary of a load as it grows, told by what the store held when it began."""

    def __init__(self, store: Store) -> None:
        self.summary = LoadSummary()
        self._store = store
        self._withdrawn = {withdrawal.document: withdrawal for withdrawal in store.withdrawals()}
        self._began = store.sequence

    def knows(self, document: str) -> bool:
        """Whether the store holds a document or keeps it out, so that reading it is no use."""
        return document in self._withdrawn or self._recorded(document) is not None

    def skip(self, skipped: Skipped) -> None:
        """Count an input that was left out."""
        self.summary.skipped.add(skipped)

    def count_documents(self, batch: Sequence[Coded], added: Added) -> None:
        """Count the documents of a commit."""
        self.summary.documents_new += len(added.new)
        self.summary.documents_outdated += len(added.outdated)
        new = set(added.new)
        for item in batch:
            if not is_english(item.document):
                self.summary.languages[language(item.document)] += 1
            if item.genre is not None:
                self.summary.genres[item.genre] += 1
            if item.document.id in new:
                new.remove(item.document.id)
                self.summary.words += len(item.document.text.split())
                self.summary.claims.update((claim.type, claim.status) for claim in item.claims)
            else:
                self._count_again(item.document.id)

    def count_table(self, taken: Taken) -> None:
        """Count an event table that the store took, or had."""
        if not taken.is_new:
            self._count_again(taken.document)
            return
        self.summary.documents_new += 1
        self.summary.claims.update(taken.reading.counts.claims)
        self.summary.tables.add(taken.reading)
        self._note_barren(taken.reading)

    def _note_barren(self, reading: TableReading) -> None:
        counts = reading.counts
        if counts.claims or counts.rows < MANY:
            return
        (reason, count), *_ = counts.left_out.most_common(1)
        example = f", such as {counts.examples[reason]!r}" if reason in counts.examples else ""
        told = f"none of its {counts.rows:,} rows is a claim ({count:,} {reason.words}{example})"
        self.skip(Skipped(reading.table.document.source, f"{told}; check how it is to be read"))

    def _count_again(self, document: str) -> None:
        """Count a document that was met before: withdrawn, known, or met in this load."""
        entry = self._recorded(document)
        if document in self._withdrawn:
            self.summary.documents_withdrawn += 1
            if len(self.summary.withdrawn) < SHOWN:
                self.summary.withdrawn.append(self._withdrawn[document])
        elif entry is not None and entry.sequence > self._began:
            self.summary.documents_repeated += 1
        else:
            self.summary.documents_known += 1

    def _recorded(self, document: str) -> Entry | None:
        try:
            return self._store.recorded(document)
        except UsageError:
            return None
