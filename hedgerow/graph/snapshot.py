"""Reading a store: questions in SPARQL, and the records behind the answers."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self, TypeVar

import pyoxigraph as ox

from hedgerow.errors import StoreError, UsageError
from hedgerow.graph import copies_rdf, ledger, reading, resolved, rows_reading, summaries_rdf
from hedgerow.graph.bearing import read_bearing
from hedgerow.graph.export import (
    Progress,
    canonical_hash,
    given_hash,
    write_canonical,
    write_everything,
)
from hedgerow.graph.folder import StoreFolder
from hedgerow.graph.inputs import Input, read_input
from hedgerow.graph.journal import Journal
from hedgerow.graph.judged import Judged
from hedgerow.graph.ledger import Entry, Version, Withdrawal
from hedgerow.graph.orphans import Orphan, orphans
from hedgerow.graph.ratings import Ratings
from hedgerow.graph.ratings_rdf import ratings_in
from hedgerow.graph.rdf import hr, prop
from hedgerow.graph.records import (
    NO_ATTRIBUTES,
    Claim,
    Document,
    Event,
    Imprint,
    Judgement,
    Tie,
)
from hedgerow.graph.sparql import PREFIXES, Bindings, Filling, fill
from hedgerow.graph.tables import Rows, Table

if TYPE_CHECKING:
    from rdflib import Dataset

    from hedgerow.graph.neo4j.projection import Node

__all__ = ["Bindings", "Counts", "Filling", "Snapshot", "present"]

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a store holds; `waiting` are rows of event tables that resolve into nothing."""

    documents: int
    claims: int
    events: int
    ties: int
    judgements: int
    withdrawn: int
    waiting: int = 0


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
        """Every document with its claims by their place in the text, event tables left out."""
        tables = {*rows_reading.tables_in(self._database)}
        for each in reading.instances(self._database, "Document"):
            if each not in tables:
                yield reading.document_with_claims(self._database, each)

    def tables(self) -> Iterator[tuple[Table, Iterator[Rows]]]:
        """Every event table with its rows in batches."""
        return rows_reading.read_tables(self._database)

    def copy_of(self, document: str) -> str | None:
        """The document that stands for a document and its copies; None where it is itself."""
        return copies_rdf.stored_original(self._database, document)

    def told_in_tables(
        self, about: Collection[str] = ()
    ) -> Iterator[tuple[Table, Iterator[tuple[Claim, Imprint]]]]:
        """Every event table with the claims of its rows and what each row says about itself.

        With `about`, codes of actors, only of the rows on all of them.
        """
        return rows_reading.told_in_tables(self._database, about)

    def waiting_rows(self) -> dict[str, int]:
        """How many rows of each event table count for nothing.

        They were read too unsurely, and no judgement lets them count: that somebody rejected them
        or made a note changes nothing.
        """
        return rows_reading.waiting_rows(self._database)

    def claims(
        self, *, document: str | None = None, ids: Iterable[str] | None = None
    ) -> Iterator[Claim]:
        """The claims of a document, those with some ids, or all, an event table's row by row.

        Raises:
            UsageError: the document or one of the claims is not here.
        """
        if ids is not None:
            for each in ids:
                yield present(reading.find_claim(self._database, each), each)
        elif document is not None:
            self.document(document)
            yield from rows_reading.claims_of(self._database, document)
        else:
            for each in reading.instances(self._database, "Document"):
                yield from rows_reading.claims_of(self._database, each)

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

    def ratings(self) -> Ratings:
        """What people hold of outlets, documents and claims, and the marks of documents."""
        return ratings_in(self._database)

    def judgements(self) -> list[Judgement]:
        """Every judgement, by time."""
        return reading.all_judgements(self._database)

    def judged(self) -> Judged:
        """The judgements by the claims they bear on; what was taken back counts no more."""
        return Judged(self.judgements(), read_bearing(self._database))

    def orphaned(self) -> list[Orphan]:
        """The judgements that name a claim which is not here, nor found again, by time."""
        return orphans(self._database, self.judged())

    def withdrawals(self) -> list[Withdrawal]:
        """Every document that was taken out, and why."""
        return ledger.read_withdrawals(self._database)

    def recorded(self, document: str) -> Entry:
        """When a document was recorded; UsageError if it is not here."""
        return present(ledger.read_entry(self._database, document), document)

    def input(self, key: str) -> Input | None:
        """What is noted of an input file; None where it was not read to its end."""
        return read_input(self._database, key)

    @property
    def identity(self) -> str:
        """The store's own id, by which its copies elsewhere are told from those of others."""
        return ledger.read_identity(self._database)

    @property
    def version(self) -> Version | None:
        """What the store was last resolved with; None if it is new."""
        return ledger.read_version(self._database)

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

    def summaries(self) -> Iterator[str]:
        """The summary of every event and tie, as `summaries_rdf` lays them out."""
        return summaries_rdf.all_summaries(self._database)

    def nodes(self) -> "Iterator[Node]":
        """Everything but the ontology and the ledger, as nodes of Neo4j's model."""
        from hedgerow.graph.neo4j.projection import all_nodes  # noqa: PLC0415  as few need it

        return all_nodes(self._database, on_disk=self._journal is not None)

    def node(self, subject: str) -> "Node | None":
        """What is said about a local id as a node of Neo4j's model, or None."""
        from hedgerow.graph.neo4j.projection import find_node  # noqa: PLC0415  as few need it

        return find_node(self._database, subject)

    def number_of_documents(self) -> int:
        """How many documents the store holds."""
        return self._count("Document")

    def counts(self) -> Counts:
        """How much the store holds."""
        return Counts(
            documents=self.number_of_documents(),
            claims=self._number_of_claims(),
            events=self._count("Event"),
            ties=self._count("Tie"),
            judgements=self._count("Judgement"),
            withdrawn=self._count("Withdrawal"),
            waiting=sum(self.waiting_rows().values()),
        )

    def dataset(self) -> "Dataset":
        """A read-only rdflib view over the union of all graphs."""
        # rdflib takes longer to import than most commands take to run
        from hedgerow.graph.rdflib_view import read_only_dataset  # noqa: PLC0415

        return read_only_dataset(self._database)

    def export_nquads(
        self, out: IO[bytes], *, canonical: bool = True, progress: Progress | None = None
    ) -> str | None:
        """Write N-Quads: the canonical form without the ledger, or everything with it.

        Gives the canonical hash where that form was written.
        """
        if canonical:
            return write_canonical(self._database, out, progress)
        write_everything(self._database, out, progress)
        return None

    def export_rdf(
        self,
        out: IO[bytes],
        form: str,
        *,
        texts: bool = False,
        about: Mapping[str, str] = NO_ATTRIBUTES,
        progress: Progress | None = None,
    ) -> None:
        """Write `ttl`, `trig` or `jsonld`: what the canonical form has, but texts only if asked.

        `about` tells of the export itself: its title, date, hash and so on by Dublin Core's names.
        """
        from hedgerow.graph.export_rdf import write_rdf  # noqa: PLC0415  as few need it

        on_disk = self._journal is not None
        write_rdf(self._database, out, form, on_disk, texts=texts, about=about, progress=progress)

    def canonical_hash(self, progress: Progress | None = None) -> str:
        """The SHA-256 of the canonical export: equal where two stores say the same."""
        return canonical_hash(self._database, progress)

    def given_hash(self, progress: Progress | None = None) -> str:
        """The SHA-256 of documents, claims and judgements alone, whatever version resolved them."""
        return given_hash(self._database, progress)

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

    def _number_of_claims(self) -> int:
        """Tables tell how many rows they have, so that these need not be counted one by one."""
        rows = rows_reading.all_rows(self._database)
        return rows + self._count_where(f"?s {prop('document')} ?of")

    def _count(self, local_name: str) -> int:
        return self._count_where(f"?s a {hr(local_name)}")

    def _count_where(self, pattern: str) -> int:
        members = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH ?one {{ {pattern} }} }}"
        found = self._database.query(members)
        assert isinstance(found, ox.QuerySolutions)  # noqa: S101  it is a SELECT
        return int(next(found)["n"].value)


def present(found: Found | None, what: str) -> Found:
    """What was found; UsageError if nothing was."""
    if found is None:
        raise UsageError(f"There is no {what} in this store; check the id.")
    return found
