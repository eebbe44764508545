"""Which documents count in a view."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

import pyoxigraph as ox

from hedgerow.graph.rdf import LEDGER, local_id, node, prop
from hedgerow.graph.records import Document
from hedgerow.graph.rows_reading import span_of_rows, tables_in
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.view_handling import stricter
from hedgerow.graph.view_sifting import Sifted, Sifter, surely_by
from hedgerow.ontology.gradings import handling as handling_order
from hedgerow.ontology.partial_date import parse_partial_date

_DOCUMENTS = """
SELECT DISTINCT ?document ?recorded ?published WHERE {
  GRAPH $ledger { ?document hr:recorded ?recorded }
  OPTIONAL { GRAPH ?document { ?place hr:published ?published } }
}"""
"""Asked so that no more terms are read than needed, which is what takes the time."""


@dataclass(frozen=True, slots=True)
class Counting:
    """The ids of the documents that count, how many do not, and the newest day of publication.

    `tables` are event tables with rows of that day or before; of these each counts by its own day.
    `restricted` documents are left out for their handling marks, and from the counts as well.
    """

    ids: tuple[str, ...]
    tables: tuple[str, ...]
    sifted: Sifted
    newest: dt.date | None
    restricted: int = 0

    @property
    def all(self) -> frozenset[str]:
        """Documents and tables alike."""
        return frozenset((*self.ids, *self.tables))


def documents_counting(
    snapshot: Snapshot,
    *,
    known: dt.date | None,
    recorded: dt.date | None,
    handling: str | None = None,
) -> Counting:
    """The documents published by `known` and recorded by the end of `recorded`; None: whenever.

    Of these only those whose marks are no stricter than `handling`, if given.
    """
    published: dict[str, set[str]] = {}
    total = set()
    restricted = set() if handling is None else stricter(snapshot, handling)
    for document, at, date in _rows(snapshot):
        if document in restricted:
            continue
        total.add(document)
        if is_by(at, recorded):
            published.setdefault(document, set()).update(date)
    spans = {each: span_of_rows(snapshot._database, each) for each in tables_in(snapshot._database)}
    dates = {each: spans.get(each, found) for each, found in published.items()}
    sifter = Sifter(known)
    kept = [each for each, found in dates.items() if sifter.passes(found)]
    ids = tuple(each for each in kept if each not in spans)
    tables = tuple(sorted(spans.keys() & kept))
    days = [_first_day(published[each]) for each in ids if published[each]]
    days += [dt.date.fromisoformat(day) for each in tables for day in spans[each]]
    sifted = replace(sifter.sifted, total=len(total))
    return Counting(ids, tables, sifted, max(days, default=None), len(restricted))


def bearing_on(database: ox.Store, ids: Iterable[str], about: Collection[str]) -> list[str]:
    """Those of some documents that have claims on all actors, or may be an edition of one such."""
    naming = (_places(database, "actor", [node(f"actor/{each}")]) for each in about)
    telling = set.intersection(*naming)
    urls = {
        quad.object
        for each in telling
        for quad in database.quads_for_pattern(None, prop("url"), None, node(each))
        if isinstance(quad.object, ox.NamedNode | ox.Literal)
    }
    wanted = telling | _places(database, "url", urls)
    return [each for each in ids if each in wanted]


def as_known(document: Document, day: dt.date) -> Document:
    """A document with only those of its appearances that were surely published by a day.

    They carry the strictest mark of all, since who may see it is a matter of today.
    """
    by_then = tuple(each for each in document.appearances if surely_by(each.published, day))
    marks = [each.handling for each in document.appearances if each.handling is not None]
    if marks:
        strictest = handling_order().strictest(marks)
        by_then = tuple(replace(each, handling=strictest) for each in by_then)
    return Document(document.text, by_then)


def is_by(stamp: str, day: dt.date | None) -> bool:
    """Whether an ISO 8601 timestamp, UTC if it names no zone, lies before the end of a UTC day."""
    if day is None:
        return True
    instant = dt.datetime.fromisoformat(stamp)
    known = instant if instant.tzinfo else instant.replace(tzinfo=dt.UTC)
    return known.astimezone(dt.UTC).date() <= day


def _rows(snapshot: Snapshot) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each document, when it was recorded, and none or one of its dates of publication."""
    rows = snapshot.query(_DOCUMENTS, {"ledger": LEDGER})
    assert isinstance(rows, ox.QuerySolutions)  # noqa: S101  it is a SELECT
    for row in rows:
        date = row["published"]
        yield local_id(row["document"]), row["recorded"].value, (date.value,) if date else ()


def _places(
    database: ox.Store, field: str, values: Iterable[ox.NamedNode | ox.Literal]
) -> set[str]:
    """The graphs in which a field has one of some values."""
    return {
        local_id(quad.graph_name)
        for value in values
        for quad in database.quads_for_pattern(None, prop(field), value, None)
    }


def _first_day(dates: Iterable[str]) -> dt.date:
    return min(parse_partial_date(date).earliest for date in dates)
