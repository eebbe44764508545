"""All that a snapshot holds, or what bears on some actors, as rows of tables."""

from collections.abc import Collection, Iterable, Iterator
from itertools import repeat
from typing import IO

from hedgerow.graph.catalogue import edges_resting_on, number_of_claims
from hedgerow.graph.records import Claim, Document
from hedgerow.graph.resolution.judging import in_order
from hedgerow.graph.snapshot import Snapshot
from hedgerow.queries.whole import whole
from hedgerow.viz.export.csv import CsvRows
from hedgerow.viz.export.rows import (
    Row,
    actor_rows,
    claim_row,
    document_row,
    edge_row,
    event_row,
    history_rows,
    judgement_row,
    origin_of,
    origin_of_row,
    rating_row,
    tie_row,
)
from hedgerow.viz.export.schema import tables
from hedgerow.viz.export.sinks import Progress, Sink, Watched


def write_tables(
    snapshot: Snapshot,
    sink: Sink,
    about: Collection[str] = (),
    progress: Progress | None = None,
) -> None:
    """Add every row to a sink; with codes of actors only what all of them are parties to."""
    if progress is not None:
        sink = Watched(sink, progress, _rows(snapshot))
    _write_documents(snapshot, sink, frozenset(about))
    for event in snapshot.events(actors=about):
        sink.add("events", event_row(event))
        for row in history_rows(event):
            sink.add("histories", row)
    for tie in snapshot.ties(actors=about):
        sink.add("ties", tie_row(tie))
    write_edges(snapshot, sink, about)
    for row in actor_rows():
        sink.add("actors", row)


def write_edges(snapshot: Snapshot, sink: Sink, about: Collection[str] = ()) -> None:
    """Add the rows of `edges` to a sink."""
    for entry in whole(snapshot, *about).entries():
        sink.add("edges", edge_row(entry))


def write_edges_csv(
    snapshot: Snapshot, out: IO[bytes], about: Collection[str] = (), *, bom: bool = False
) -> None:
    """Write `edges` alone as CSV."""
    rows = CsvRows(out, tables()["edges"], bom=bom)
    for entry in whole(snapshot, *about).entries():
        rows.add(edge_row(entry))


def _write_documents(snapshot: Snapshot, sink: Sink, about: frozenset[str]) -> None:
    """Documents, their claims, and the judgements and ratings of these."""
    decided, ratings = snapshot.judged(), snapshot.ratings()
    judgements = in_order(decided.all.values())
    judged = {claim for one in judgements for claim in decided.attached(one.id)}
    rated = {one.subject for one in ratings.all}
    met = set()
    for document, told in _documents(snapshot, about):
        count = 0
        for claim, origin in told:
            if not about.issubset(claim.actors):
                continue
            counts = bool(edges_resting_on(snapshot, claim.id))
            sink.add("claims", claim_row(claim, origin, ratings, counts=counts))
            count += 1
            if claim.id in judged or claim.id in rated:
                met.add(claim.id)
        if count or not about:
            made = number_of_claims(snapshot, document.id) if about else count
            copy_of = snapshot.copy_of(document.id)
            sink.add("documents", document_row(document, made, copy_of, ratings))
            met.add(document.id)
    for rating in ratings.all:
        if not about or rating.is_of_outlet or rating.subject in met:
            sink.add("ratings", rating_row(rating))
    for judgement in judgements:
        if not about or not met.isdisjoint(decided.attached(decided.undone_first(judgement).id)):
            sink.add("judgements", judgement_row(judgement))


def _documents(
    snapshot: Snapshot, about: frozenset[str]
) -> Iterator[tuple[Document, Iterable[tuple[Claim, Row]]]]:
    """Every document with its claims, each with what it tells of its origin."""
    for document, claims in snapshot.items():
        yield document, zip(claims, repeat(origin_of(document)))
    for table, rows in snapshot.told_in_tables(about):
        yield table.document, ((claim, origin_of_row(imprint)) for claim, imprint in rows)


def _rows(snapshot: Snapshot) -> int:
    """How many there are, but for the few that tell of judgements and actors."""
    counts = snapshot.counts()
    return counts.documents + counts.claims + 3 * counts.events + 2 * counts.ties
