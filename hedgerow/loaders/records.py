"""What reading yields: documents, documents with their claims, and what was skipped and why."""

from dataclasses import dataclass
from typing import TypeAlias

from hedgerow.graph.records import Claim, Document


@dataclass(frozen=True, slots=True)
class Coded:
    """A document with its claims, stated by its source or extracted from its text.

    `genre` is what an article declares itself to be that holds no claims: satire or fiction.
    """

    document: Document
    claims: tuple[Claim, ...]
    genre: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not used. `source` is safe to print, `reason` is one sentence.

    `minor` marks files beside the articles that nobody would expect to be read (pictures and the
    like); they do not make a load incomplete.
    """

    source: str
    reason: str
    minor: bool = False

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


Item: TypeAlias = Document | Coded | Skipped
"""What a source holds: a document to extract from, one that states its claims, or neither."""
