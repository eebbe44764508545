"""Resolving many buckets one after the other, each outcome written before the next is read.

A table of a million rows touches more than memory holds. So its commit writes to the database piece
by piece; since that is the writer's own, a crash before the commit is published has done nothing.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import chain

import pyoxigraph as ox

from hedgerow.graph.buckets import NOTHING, read_evidence_anew, read_evidence_in
from hedgerow.graph.claims_rdf import bucket_quads
from hedgerow.graph.difference import PIECE, Difference
from hedgerow.graph.evidence_rdf import evidence_quads
from hedgerow.graph.judged import Judged
from hedgerow.graph.reading import buckets_of
from hedgerow.graph.resolution import Evidence
from hedgerow.graph.rows_reading import all_tables, rows_in_place
from hedgerow.graph.settlement import Settlement
from hedgerow.graph.standing import Standing

Counts = Callable[[Evidence], bool]
"""Whether a piece of evidence is there."""
Done = Callable[[int, int], None]
"""Told how many buckets are resolved, of how many."""


@dataclass(slots=True)
class Tally:
    """How many buckets were resolved, and how many events and ties that changed."""

    buckets: int = 0
    changes: int = 0


def resolve_in_pieces(
    database: ox.Store,
    buckets: Collection[str],
    standing: Standing,
    *,
    before: Counts,
    after: Counts,
    done: Done = lambda done, of: None,
) -> Tally:
    """Resolve buckets of a database which has all evidence that was there before or is after."""
    tally = Tally()
    settlement = Settlement(database)
    for bucket in sorted(buckets):
        evidence = read_evidence_in(database, bucket)
        was = [each for each in evidence.values() if before(each)]
        former = standing.resolve(bucket, was) if was else NOTHING
        now = standing.resolve(bucket, [each for each in evidence.values() if after(each)])
        settlement.note(former, now, evidence, frozenset())
        tally.buckets += 1
        if _is_large(settlement.difference):
            settlement = _written(settlement, tally)
        done(tally.buckets, len(buckets))
    _written(settlement, tally)
    return tally


def put_rows_in_place(database: ox.Store, judged: Judged) -> None:
    """Have every row of an event table at the bucket that the ontology at hand gives it."""
    difference = Difference()
    for table in all_tables(database):
        for found, claim in rows_in_place(database, table, judged.claims):
            bucket = judged.bucket_if_counting(claim)
            before = bucket_quads(claim, found.id("bucket"))
            difference.replace(before, bucket_quads(claim, bucket))
            if _is_large(difference):
                difference.apply(database)
                difference = Difference()
    difference.apply(database)


def resolve_anew(database: ox.Store, standing: Standing) -> None:
    """Resolve every bucket of a database that has no outcomes yet, nor evidence at its buckets."""
    difference = Difference()
    for bucket in sorted(buckets_of(database)):
        evidence = read_evidence_anew(database, bucket)
        settlement = Settlement(database, difference=difference)
        settlement.note(NOTHING, standing.resolve(bucket, evidence.values()), evidence, frozenset())
        difference.added += chain.from_iterable(
            evidence_quads(bucket, each) for each in evidence.values()
        )
        if _is_large(difference):
            difference.apply(database)
            difference = Difference()
    difference.apply(database)


def _is_large(difference: Difference) -> bool:
    return len(difference.added) + len(difference.removed) >= PIECE


def _written(settlement: Settlement, tally: Tally) -> Settlement:
    """A settlement that goes on after one that is written."""
    tally.changes += len(settlement.events) + len(settlement.ties)
    settlement.difference.apply(settlement.database)
    return Settlement(settlement.database)
