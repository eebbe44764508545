"""Views: a store as it tells of a day, as it was known on a day, as it was recorded on a day.

A view is resolved anew, in memory, from the documents and claims that count in it, so whatever can
be asked of a store can be asked of a view.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import repeat

import pyoxigraph as ox

from hedgerow.graph.buckets import outlet_of
from hedgerow.graph.collector import collector_paused
from hedgerow.graph.copies_rdf import has_bands
from hedgerow.graph.intake import Item
from hedgerow.graph.judged import Judged
from hedgerow.graph.reading import document_with_claims, find_table
from hedgerow.graph.rows_rdf import read_row_imprint
from hedgerow.graph.rows_reading import as_rows, counting_rows
from hedgerow.graph.snapshot import Snapshot, present
from hedgerow.graph.store import Store
from hedgerow.graph.tables import Rows, Table
from hedgerow.graph.tables_intake import Coming
from hedgerow.graph.view_claims import ClaimsAt
from hedgerow.graph.view_denials import denials_of
from hedgerow.graph.view_documents import as_known, bearing_on, documents_counting, is_by
from hedgerow.graph.view_handling import decided_within, ratings_within
from hedgerow.graph.view_sifting import Sifted, surely_by
from hedgerow.graph.view_snapshot import Outlook
from hedgerow.ontology.partial_date import not_ahead

__all__ = ["Sifted", "View", "Viewed", "viewed"]

Progress = Callable[[int, float], None]


@dataclass(frozen=True, slots=True)
class View:
    """The days that are looked back to; all filters apply, None does not filter.

    `at`: what held or had happened on that day, told from all documents. `known`: what documents
    had told by that day. `recorded`: what the store held at the end of that day, in UTC.
    `handling`: the most restricted mark that may be shown; what carries a stricter one is left out
    as if it were not there.
    """

    at: dt.date | None = None
    known: dt.date | None = None
    recorded: dt.date | None = None
    handling: str | None = None

    def __bool__(self) -> bool:
        return any((self.at, self.known, self.recorded, self.handling))

    def __str__(self) -> str:
        told = (("at", self.at), ("as known on", self.known), ("as recorded on", self.recorded))
        days = [f"{word} {day}" for word, day in told if day is not None]
        return ", ".join([*days, *([f"up to {self.handling}"] if self.handling else [])])


@dataclass(frozen=True, slots=True)
class Viewed:
    """A snapshot of what counts in a view, and how much does not.

    `documents` is None where the view leaves none out, `claims` likewise. `withdrawn` documents
    were taken out after the day of recording and cannot be shown any more; `restricted` ones carry
    a stricter mark than the view shows.
    """

    snapshot: Snapshot
    documents: Sifted | None = None
    claims: Sifted | None = None
    withdrawn: int = 0
    restricted: int = 0


def viewed(
    snapshot: Snapshot,
    view: View,
    *,
    about: Collection[str] = (),
    progress: Progress = lambda documents, fraction: None,
) -> Viewed:
    """A snapshot of what counts in a view; the given one where the view does not filter.

    What may lie after a day does not count, but for denials of what was asserted by `at`: they are
    about a claim and not of a day. What they deny is read from what else counts. Judgements correct
    how texts were read, not the world: all apply, but for those made after the day of recording.
    Handling marks count whenever they were given: who may see a document is a matter of today.
    With `about`, codes of actors, only what bears on all of them is resolved, and `claims` counts
    only that. `progress` is told how many documents were read, and which part of all.
    """
    if not view:
        return Viewed(snapshot)
    if view.at and (view.known or view.recorded or view.handling):
        told = viewed(snapshot, replace(view, at=None), about=about, progress=progress)
        seen = viewed(told.snapshot, View(at=view.at), about=about)
        return replace(told, snapshot=seen.snapshot, claims=seen.claims)
    database = snapshot._database
    documents = documents_counting(
        snapshot, known=view.known, recorded=view.recorded, handling=view.handling
    )
    ids = bearing_on(database, documents.ids, about) if about else documents.ids
    decided = snapshot.judged()
    sound = [one for one in decided.all.values() if one.id not in decided.set_aside]
    judgements = [one for one in sound if is_by(one.at, view.recorded)]
    ratings = [
        one
        for one in snapshot.ratings().all
        if one.handling is not None or is_by(one.at, view.recorded)
    ]
    withdrawals = snapshot.withdrawals()
    earlier = [one for one in withdrawals if is_by(one.at, view.recorded)]
    bearing = decided.bearing
    if view.handling:  # of what was withdrawn nobody knows any more which mark it carried
        judgements, bearing = decided_within(database, decided, judgements, documents.all)
        ratings, earlier = ratings_within(database, ratings, documents.all), []
    denials = denials_of(snapshot, view.at) if view.at else frozenset()
    judged = Judged(judgements, bearing)
    claims = ClaimsAt(view.at, judged, frozenset(about), denials)

    resolved = ox.Store()
    store = Store(resolved, beside=database if has_bands(database) else None)
    store.refresh()
    # claims that do not count here are not gone, and nothing else stands in for them
    unwitnessed = [replace(one, witnesses=()) for one in judgements]
    store.adopt(unwitnessed, earlier, bearing=bearing)
    store.rate(*ratings)
    with collector_paused():
        store.add(_items(database, ids, view.known, claims, progress))
        store.add_tables(_tables(database, documents.tables, view.known, claims))
    day = view.at or view.known or not_ahead(documents.newest)
    return Viewed(
        Outlook(resolved, day, snapshot.identity, snapshot.sequence),
        documents.sifted if view.known or view.recorded else None,
        claims.sifter.sifted if view.at else None,
        0 if view.handling else len(withdrawals) - len(earlier),
        documents.restricted,
    )


def _tables(
    database: ox.Store, ids: Sequence[str], known: dt.date | None, claims: ClaimsAt
) -> Iterator[Coming]:
    for each in ids:
        table = present(find_table(database, each), each)
        yield table, _rows(database, table, known, claims)


def _rows(
    database: ox.Store, table: Table, known: dt.date | None, claims: ClaimsAt
) -> Iterator[Rows]:
    """The rows that count in a view; each was published on its own day."""
    for batch in counting_rows(database, table, claims.about):
        by_then = [one for one in batch if known is None or surely_by(one[1].date, known)]
        told = ((claim, read_row_imprint(found, table)) for found, claim in by_then)
        kept = {one.id for one in claims.of(told)}
        yield as_rows([(found, claim) for found, claim in by_then if claim.id in kept])


def _items(
    database: ox.Store,
    ids: Sequence[str],
    known: dt.date | None,
    claims: ClaimsAt,
    progress: Progress,
) -> Iterator[Item]:
    for count, each in enumerate(ids, start=1):
        document, told = document_with_claims(database, each)
        seen = document if known is None else as_known(document, known)
        yield seen, claims.of(zip(told, repeat(outlet_of(seen))))
        progress(count, count / len(ids))
