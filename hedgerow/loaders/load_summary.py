"""The account of a load: how far it has come, and what it did."""

from collections import Counter
from dataclasses import dataclass, field

from hedgerow.loaders.records import Skipped


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
    documents, `seconds` the time taken. Withdrawn documents were met again and stay out.
    `interrupted` says that the user stopped the load.
    """

    documents_new: int = 0
    documents_known: int = 0
    documents_withdrawn: int = 0
    claims: Counter[tuple[str, str]] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    genres: Counter[str] = field(default_factory=Counter)
    skipped: list[Skipped] = field(default_factory=list)
    words: int = 0
    seconds: float = 0.0
    interrupted: bool = False

    @property
    def documents(self) -> int:
        """The documents that were met: new, known and withdrawn."""
        return self.documents_new + self.documents_known + self.documents_withdrawn

    @property
    def is_complete(self) -> bool:
        """Whether everything that was named could be used."""
        return not self.interrupted and all(skipped.minor for skipped in self.skipped)

    @property
    def exit_code(self) -> int:
        """0 if all was used, 1 if some inputs were skipped, 3 if nothing was usable."""
        if not self.documents:
            return 3
        return 0 if self.is_complete else 1
