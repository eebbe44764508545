"""The account of a load: how far it has come, and what it did."""

from collections import Counter
from dataclasses import dataclass, field

from hedgerow.graph.ledger import Withdrawal
from hedgerow.loaders.omissions import Omissions
from hedgerow.loaders.tables.item import TableAccount


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a load has come; `fraction` of the input's bytes is None where it is not known."""

    documents: int
    claims: int
    skipped: int
    fraction: float | None


@dataclass(slots=True)
class LoadSummary:
    """What a load did; everything counted is stored.

    `claims` counts those of new documents by (type, status), `languages` the articles kept unread
    by language code, `genres` those set aside as satire or fiction, `words` the words of new
    documents, `seconds` the time taken. `files_known` were read before and have not changed; their
    documents count as known. `documents_repeated` were met twice in this load, and
    `documents_outdated` no longer count since a newer text has their URL. `withdrawn` are the
    first of the withdrawn documents, which were met again and stay out. `tables` tells of event
    tables. `interrupted` says that the user stopped the load, `compacted` that it ended with
    putting the store's files in order.
    """

    documents_new: int = 0
    documents_known: int = 0
    documents_repeated: int = 0
    documents_outdated: int = 0
    documents_withdrawn: int = 0
    withdrawn: list[Withdrawal] = field(default_factory=list)
    files_known: int = 0
    claims: Counter[tuple[str, str]] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    genres: Counter[str] = field(default_factory=Counter)
    tables: TableAccount = field(default_factory=TableAccount)
    skipped: Omissions = field(default_factory=Omissions)
    words: int = 0
    seconds: float = 0.0
    interrupted: bool = False
    compacted: bool = False

    @property
    def documents(self) -> int:
        """The documents that were met: new, known, told twice and withdrawn."""
        met_again = self.documents_known + self.documents_repeated
        return self.documents_new + met_again + self.documents_withdrawn

    @property
    def is_complete(self) -> bool:
        """Whether everything that was named could be used."""
        return not self.interrupted and self.skipped.is_minor

    @property
    def exit_code(self) -> int:
        """0 if all was used, 1 if some inputs were skipped, 3 if nothing was usable."""
        if not self.documents:
            return 3
        return 0 if self.is_complete else 1
