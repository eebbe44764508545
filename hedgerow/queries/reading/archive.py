"""Whom questions are asked of: a store, or a Neo4j server that holds a copy of one.

Everything here accepts either; only `archive_of` tells them apart.
"""

from collections.abc import Hashable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

from hedgerow.graph.snapshot import Filling, Snapshot
from hedgerow.queries.questions.header import Question
from hedgerow.queries.reading.from_server import ServerArchive
from hedgerow.queries.reading.from_store import StoreArchive
from hedgerow.queries.reading.rows import Row

if TYPE_CHECKING:
    from hedgerow.graph.neo4j.connection import Server

Reader: TypeAlias = "Snapshot | Server"
"""What a question can be asked of."""


class Archive(Protocol):
    """What a question needs of a reader."""

    @property
    def commit(self) -> Hashable:
        """What tells the content from that of another commit."""

    def check(self) -> None:
        """UsageError where there is no whole graph to ask."""

    def rows(self, question: Question, bindings: Filling) -> Iterator[Row]:
        """The rows of a question; every column and helper that it declares is in each."""

    def summaries(self, ids: Question, bindings: Filling) -> Sequence[str] | None:
        """The summaries of the edges whose ids a query gives, by id; None where none are kept."""


def archive_of(reader: Reader) -> Archive:
    """The archive that a reader gives access to."""
    return StoreArchive(reader) if isinstance(reader, Snapshot) else ServerArchive(reader)


def run(reader: Reader, question: Question, bindings: Filling) -> Iterator[Row]:
    """The rows of a question with its parameters bound; every declared column is in each row.

    Bindings that the query does not use are left out.
    """
    return archive_of(reader).rows(question, bindings)
