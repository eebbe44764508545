"""What reading yields: documents, documents with their claims, and what was skipped and why."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, Self, TypeAlias, runtime_checkable

from hedgerow.errors import HedgerowError, InputError, MissingExtra, NotOurs
from hedgerow.graph.records import Appearance, Claim, Document

if TYPE_CHECKING:
    from hedgerow.loaders.tables.reading import TableReading


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
    like); they do not make a load incomplete. A `shared` reason has nothing to do with the input
    itself, such as a package that is missing: once told it is told for all.
    """

    source: str
    reason: str
    minor: bool = False
    shared: bool = False

    @classmethod
    def because(cls, source: str, error: HedgerowError, *, named: bool = True) -> Self:
        """An input that an error keeps out; `named` by the user and not found beside others."""
        minor = isinstance(error, NotOurs) and not named
        return cls(source, str(error), minor=minor, shared=isinstance(error, MissingExtra))

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page whose article is still to be found in it, which takes longer than all other reading.

    `stated` is what its source says, which beats what the page does; `published` is the date of
    articles that carry none.
    """

    markup: str
    stated: Appearance
    published: str | None

    def read(self) -> "Document | Skipped":
        """Its article, or why there is none."""
        from hedgerow.loaders.compose import compose_page  # noqa: PLC0415  slow to import

        try:
            return compose_page(self.markup, self.stated, published=self.published)
        except InputError as error:
            return Skipped.because(self.stated.source, error)


@dataclass(frozen=True, slots=True)
class Finished:
    """The end of an input: all that it holds came before, or it was `read_before` and is left out.

    `key` names a large file in this very state; other inputs have none.
    """

    source: str
    key: str | None = None
    read_before: bool = False


@runtime_checkable
class InBulk(Protocol):
    """Something too large to be taken in hand, an event table: its rows go straight into the store.

    `source` is safe to print.
    """

    source: str

    def read(self) -> "TableReading":
        """The table, to be iterated for its claims.

        Raises:
            HedgerowError: it cannot be read.
        """

    def close(self) -> None:
        """Let go of what was kept for reading it."""


Whole: TypeAlias = Document | Coded | Skipped | Finished | InBulk
"""An item that is read."""
Item: TypeAlias = Whole | WebPage
"""What a source holds: a document to extract from, one that states its claims, or another thing."""
