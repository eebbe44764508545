"""Reading a store: questions in SPARQL, and the records behind the answers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self, TypeVar

import pyoxigraph as ox

from hedgerow.errors import StoreError, UsageError
from hedgerow.graph import ledger, reading, resolved, summaries_rdf
from hedgerow.graph.export import canonical_hash, write_canonical, write_everything
from hedgerow.graph.folder import StoreFolder
from hedgerow.graph.journal import Journal
from hedgerow.graph.ledger import Entry, Withdrawal
from hedgerow.graph.rdf import hr
from hedgerow.graph.records import Claim, Document, Event, Judgement, Tie
from hedgerow.graph.sparql import PREFIXES, Bindings, Filling, fill

if TYPE_CHECKING:
    from rdflib import Dataset

    from hedgerow.graph.neo4j.projection import Node

__all__ = ["Bindings", "Counts", "Filling", "Snapshot", "present"]

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a store holds."""

    documents: int
    claims: int
    events: int
    ties: int
    judgements: int
    withdrawn: int


class Snapshot:
    """A store as it was at one commit; it never changes and never blocks the writer.

    Use it as a context manager, or `close` it, so that old snapshots can be deleted.
    """

    def __init__(
        self,
        database: ox.Store,
        sequence: int = 0,
        lock: IO[bytes] | None = None,
        journal: Journal | None = None,
    ) -> None:
        self._opened: ox.Store | None = database
        self._lock = lock
        self._journal = journal
        self.sequence = sequence

    @classmethod
    def open(cls, path: Path) -> "Snapshot":
        """Open the newest snapshot of a store, whoever writes to it meanwhile.

        Raises:
            StoreError: there is no store, or it is damaged or of another version.
        """
        folder = StoreFolder(path)
        database, lock, sequence = folder.open_current()
        return Snapshot(database, sequence, lock, folder.journal)

    def query(
        self, sparql: str, bindings: Filling | None = None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Ask in SPARQL over the union of all graphs; `hr`, `rdfs`, `skos`, `xsd` are declared.

        Every `$name` of the query with a binding is replaced by that term, wherever it stands;
        one without stays a variable.

        Raises:
            UsageError: the query is not SPARQL, or has no `$name` for a binding.
        """
        filled = fill(sparql, bindings or {})
        try:
            return self._database.query(filled, prefixes=PREFIXES, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise UsageError(
                f"The query is not SPARQL ({error}); mend it and try again."
            ) from error

    def documents(self) -> Iterator[Document]:
        """Every document, without its claims."""
        for each in reading.instances(self._database, "Document"):
            yield self.document(each)

    def document(self, document: str) -> Document:
        """A document by its id; UsageError if it is not here."""
        found = reading.find_document(self._database, document)
        return present(found, document)

    def items(self) -> Iterator[tuple[Document, list[Claim]]]:
        """Every document with its claims by their place in the text."""
        for each in reading.instances(self._database, "Document"):
            yield reading.document_with_claims(self._database, each)

    def claims(
        self, *, document: str | None = None, ids: Iterable[str] | None = None
    ) -> Iterator[Claim]:
        """The claims of a document, those with some ids, or all.

        Raises:
            UsageError: the document or one of the claims is not here.
        """
        if ids is not None:
            for each in ids:
                yield present(reading.find_claim(self._database, each), each)
        elif document is not None:
            self.document(document)
            yield from reading.document_with_claims(self._database, document)[1]
        else:
            for _, claims in self.items():
                yield from claims

    def event(self, event: str) -> Event:
        """An event by its present or a former id; UsageError if it is not here."""
        return present(resolved.find_event(self._database, event), event)

    def tie(self, tie: str) -> Tie:
        """A tie by its id; UsageError if it is not here."""
        return present(resolved.find_tie(self._database, tie), tie)

    def events(self, *, actors: Iterable[str] = ()) -> Iterator[Event]:
        """The events that all of some actors take part in, by id; every event without actors."""
        return resolved.events_of(self._database, tuple(actors))

    def ties(self, *, actors: Iterable[str] = ()) -> Iterator[Tie]:
        """The ties that all of some actors are in, by id; every tie without actors."""
        return resolved.ties_of(self._database, tuple(actors))

    def judgements(self) -> list[Judgement]:
        """Every judgement, by time."""
        return reading.all_judgements(self._database)

    def withdrawals(self) -> list[Withdrawal]:
        """Every document that was taken out, and why."""
        return ledger.read_withdrawals(self._database)

    def recorded(self, document: str) -> Entry:
        """When a document was recorded; UsageError if it is not here."""
        return present(ledger.read_entry(self._database, document), document)

    @property
    def identity(self) -> str:
        """The store's own id, by which its copies elsewhere are told from those of others."""
        return ledger.read_identity(self._database)

    @property
    def commit(self) -> str | None:
        """The token of the commit that this is, which no other store has; None if not on disk."""
        return None if self._journal is None else self._journal.token(self.sequence)

    def touched_since(self, commit: str) -> set[str] | None:
        """The local ids of what changed after an earlier commit; None where that is not known."""
        return None if self._journal is None else self._journal.since(commit, self.sequence)

    @property
    def has_summaries(self) -> bool:
        """Whether edges can be read from summaries; not if an earlier version wrote the store."""
        return summaries_rdf.has_summaries(self._database)

    def nodes(self) -> "Iterator[Node]":
        """Everything but the ontology and the ledger, as nodes of Neo4j's model."""
        from hedgerow.graph.neo4j.projection import all_nodes  # noqa: PLC0415  as few need it

        return all_nodes(self._database, on_disk=self._journal is not None)

    def node(self, subject: str) -> "Node | None":
        """What is said about a local id as a node of Neo4j's model, or None."""
        from hedgerow.graph.neo4j.projection import find_node  # noqa: PLC0415  as few need it

        return find_node(self._database, subject)

    def counts(self) -> Counts:
        """How much the store holds."""
        return Counts(
            documents=self._count("Document"),
            claims=self._count("Claim"),
            events=self._count("Event"),
            ties=self._count("Tie"),
            judgements=self._count("Judgement"),
            withdrawn=self._count("Withdrawal"),
        )

    def dataset(self) -> "Dataset":
        """A read-only rdflib view over the union of all graphs."""
        # rdflib takes longer to import than most commands take to run
        from hedgerow.graph.rdflib_view import read_only_dataset  # noqa: PLC0415

        return read_only_dataset(self._database)

    def export_nquads(self, out: IO[bytes], *, canonical: bool = True) -> None:
        """Write N-Quads: the canonical form without the ledger, or everything with it."""
        write = write_canonical if canonical else write_everything
        write(self._database, out)

    def canonical_hash(self) -> str:
        """The SHA-256 of the canonical export: equal where two stores say the same."""
        return canonical_hash(self._database)

    def close(self) -> None:
        """Let go of the files; the snapshot cannot be used after it."""
        self._opened = None
        if self._lock is not None:
            self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def _database(self) -> ox.Store:
        if self._opened is None:
            raise StoreError("The store was closed; open it again.")
        return self._opened

    def _count(self, local_name: str) -> int:
        members = f"SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE {{ ?s a {hr(local_name)} }}"
        found = self._database.query(members, use_default_graph_as_union=True)
        assert isinstance(found, ox.QuerySolutions)  # noqa: S101  it is a SELECT
        return int(next(found)["n"].value)


def present(found: Found | None, what: str) -> Found:
    """What was found; UsageError if nothing was."""
    if found is None:
        raise UsageError(f"There is no {what} in this store; check the id.")
    return found
