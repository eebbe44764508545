"""Event tables come and go: rows are written as they come, then what they touch resolves.

Unlike a `Draft` this writes to the database before the commit is whole, which see `pieces`.
"""

import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

import pyoxigraph as ox

from hedgerow.errors import InputError, UsageError
from hedgerow.graph.checks import normalise_document, with_appearances
from hedgerow.graph.difference import Difference
from hedgerow.graph.documents_rdf import document_quads
from hedgerow.graph.journal import EVERYTHING
from hedgerow.graph.judged import Judged
from hedgerow.graph.ledger import Entry, entry_quads, read_entry, retrieval_quads
from hedgerow.graph.pieces import Tally, resolve_in_pieces
from hedgerow.graph.rdf import NQuad, local_id, node, prop
from hedgerow.graph.reading import buckets_of, find_table
from hedgerow.graph.records import Document
from hedgerow.graph.resolution import LEAST_CONFIDENCE
from hedgerow.graph.rows_rdf import table_quads
from hedgerow.graph.rows_writing import RowWriter
from hedgerow.graph.standing import Standing
from hedgerow.graph.streams import batched
from hedgerow.graph.tables import Rows, Table

PIECE = 40_000
"""So many rows are handed over at once, about 110 MB; smaller pieces take more time and room."""
Coming = tuple[Table, Iterable[Rows]]
What = Literal["rows", "buckets"]
Progress = Callable[[What, int, int | None], None]
"""Told how many rows are written, then how many buckets are resolved, and of how many if known."""


Refuse = Callable[[str, InputError | UsageError], None]
"""Told which table, by its document's id, is left out of a commit and why."""


def silent(what: What, done: int, of: int | None) -> None:
    """Tell of no progress."""


@dataclass(frozen=True, slots=True)
class AddedTables:
    """What `Store.add_tables` did: ids of tables by what became of them.

    `claims` counts new rows; `waiting` those of them that were read too unsurely and resolve
    into nothing. `changes` counts events and ties added, changed or removed. `writing` and
    `resolving` are seconds.
    """

    new: tuple[str, ...]
    known: tuple[str, ...]
    withdrawn: tuple[str, ...]
    claims: int = 0
    waiting: int = 0
    buckets: int = 0
    changes: int = 0
    writing: float = 0.0
    resolving: float = 0.0


@dataclass(slots=True)
class TableIntake:
    """The tables of one commit, each written as it comes."""

    database: ox.Store
    judged: Judged
    withdrawn: Collection[str]
    entry: Entry
    progress: Progress
    refuse: Refuse | None = None
    new: dict[str, Document] = field(default_factory=dict)
    known: list[str] = field(default_factory=list)
    appeared: dict[str, tuple[Document, Document]] = field(default_factory=dict)
    kept_out: list[str] = field(default_factory=list)
    buckets: set[str] = field(default_factory=set)
    rows: int = 0
    waiting: int = 0
    seconds: float = 0.0
    _held: list[NQuad] = field(default_factory=list)

    def take(self, tables: Iterable[Coming]) -> None:
        """Write the tables that are not here yet; one that fails is refused by itself.

        So is one whose content is here, read otherwise.

        Raises:
            UsageError: one would be refused, and nobody hears of refusals.
        """
        begun = time.perf_counter()
        for table, batches in tables:
            self._sort(table, batches)
        self._load_held()
        self.seconds = time.perf_counter() - begun

    def undo(self) -> None:
        """Take out again what was written."""
        self._held = []
        for document in self.new.values():
            self._drop(document)

    def resolve(self, standing: Standing) -> AddedTables:
        """Resolve what the new tables touch, and tell what became of all."""
        begun = time.perf_counter()
        for stored, merged in self.appeared.values():
            self._appear(stored, merged, standing)
        fresh = self.new.keys()
        tally = resolve_in_pieces(
            self.database,
            self.buckets,
            standing,
            before=lambda evidence: evidence.claim.document not in fresh,
            after=lambda evidence: True,
            done=lambda done, of: self.progress("buckets", done, of),
        )
        return replace(
            self.summary(),
            buckets=tally.buckets,
            changes=tally.changes,
            resolving=time.perf_counter() - begun,
        )

    @property
    def touched(self) -> set[str]:
        """The local ids of the subjects that the commit touches, rows that wait left out."""
        return {EVERYTHING} if self.buckets or self.appeared else set(self.new)

    def summary(self) -> AddedTables:
        """What became of the tables, before anything is resolved."""
        return AddedTables(
            new=tuple(self.new),
            known=tuple(self.known),
            withdrawn=tuple(self.kept_out),
            claims=self.rows,
            waiting=self.waiting,
            writing=self.seconds,
        )

    def _sort(self, table: Table, batches: Iterable[Rows]) -> None:
        normal = replace(table, document=_published_by(table))
        document = normal.document.id
        if document in self.withdrawn:
            self.kept_out.append(document)
        elif document in self.new or self.database.contains_named_graph(node(document)):
            self.known.append(document)
            self._meet_again(normal.document)
        elif other := self._read_otherwise(normal.document):
            self._refuse(
                document,
                UsageError(
                    "its rows are here already, read otherwise; to have them read anew, "
                    f"run hedgerow withdraw '{other}' --reason TEXT and load it again"
                ),
            )
        else:
            self.new[document] = normal.document
            self._write_or_refuse(normal, batches)

    def _read_otherwise(self, table: Document) -> str | None:
        """A table here that has the same content and so would count the same rows twice."""
        content = table.appearances[0].external_id
        if content is None:
            return None
        told, scheme = ox.Literal(content), prop("scheme")
        for quad in self.database.quads_for_pattern(None, prop("external_id"), told, None):
            if any(self.database.quads_for_pattern(quad.subject, scheme, None, quad.graph_name)):
                return local_id(quad.subject)
        return None

    def _refuse(self, document: str, error: InputError | UsageError) -> None:
        if self.refuse is None:
            raise error
        self.refuse(document, error)

    def _write_or_refuse(self, table: Table, batches: Iterable[Rows]) -> None:
        try:
            self._write(table, batches)
        except (InputError, UsageError) as error:
            self._drop(table.document)
            del self.new[table.document.id]
            self._refuse(table.document.id, error)

    def _meet_again(self, document: Document) -> None:
        first = stored = self.new.get(document.id) or self._stored(document.id)
        if document.id in self.appeared:
            first, stored = self.appeared[document.id]
        if first is not None and stored is not None:
            merged = with_appearances(stored, document.appearances)
            if merged != stored:
                self.appeared[document.id] = (first, merged)

    def _stored(self, document: str) -> Document | None:
        table = find_table(self.database, document)
        return None if table is None else table.document

    def _appear(self, stored: Document, merged: Document, standing: Standing) -> None:
        """Note where else a table is; rows that name no page speak in the first of its places."""
        reprinted = (stored.publisher, stored.source) != (merged.publisher, merged.source)
        is_old = stored.id not in self.new
        others = {*self.new, stored.id}
        buckets = buckets_of(self.database, stored.id) if reprinted and is_old else ()
        resolve_in_pieces(
            self.database,
            buckets,
            standing,
            before=lambda evidence: evidence.claim.document not in self.new,
            after=lambda evidence: evidence.claim.document not in others,
        )
        difference = Difference()
        difference.replace(document_quads(stored), document_quads(merged))
        difference.replace(retrieval_quads(stored), retrieval_quads(merged))
        difference.apply(self.database)
        resolve_in_pieces(
            self.database,
            buckets,
            standing,
            before=lambda evidence: evidence.claim.document not in others,
            after=lambda evidence: evidence.claim.document not in self.new,
        )

    def _drop(self, document: Document) -> None:
        drop_rows(self.database, document.id)
        entry = read_entry(self.database, document.id)
        removed = entry_quads(document.id, entry) if entry else []
        Difference(removed=[*removed, *retrieval_quads(document)]).apply(self.database)

    def _write(self, table: Table, batches: Iterable[Rows]) -> None:
        writer = RowWriter(table, self.judged)
        lines = (line for rows in batches for line in writer.lines(rows))
        rest: list[NQuad] = []
        for piece in batched(lines, PIECE):
            if len(piece) == PIECE:
                self._load(piece)
            else:
                rest = piece
            self.progress("rows", self.rows + writer.rows, None)
        rest += table_quads(table, writer.rows, writer.span)
        rest += entry_quads(table.document.id, self.entry)
        rest += retrieval_quads(table.document)
        self._hold(rest)
        self.rows += writer.rows
        self.buckets |= writer.buckets
        if table.confidence < LEAST_CONFIDENCE:
            self.waiting += writer.rows - writer.judged_in

    def _hold(self, quads: list[NQuad]) -> None:
        """Keep the end of a table for the next piece: each takes some time, however small."""
        if len(self._held) + len(quads) > PIECE:
            self._load_held()
        self._held += quads

    def _load_held(self) -> None:
        held, self._held = self._held, []
        self._load(held)

    def _load(self, quads: list[NQuad]) -> None:
        text = "".join(quads).encode()
        self.database.bulk_load(text, format=ox.RdfFormat.N_QUADS, lenient=True)


def _published_by(table: Table) -> Document:
    """The table's document, normalised; its publisher stands at its appearances."""
    document = normalise_document(table.document)
    if document.publisher is not None:
        return document
    places = (replace(each, publisher=table.publisher) for each in document.appearances)
    return normalise_document(Document(document.text, tuple(places)))


def resolve_without(database: ox.Store, table: str, standing: Standing) -> Tally:
    """Resolve what a table's rows count for as if they were not here."""
    return resolve_in_pieces(
        database,
        buckets_of(database, table),
        standing,
        before=lambda evidence: True,
        after=lambda evidence: evidence.claim.document != table,
    )


def drop_rows(database: ox.Store, table: str) -> None:
    """Remove all that a table's graph says, quad by quad: at once it would take memory for all."""
    for quad in database.quads_for_pattern(None, None, None, node(table)):
        database.remove(quad)
    database.remove_graph(node(table))
