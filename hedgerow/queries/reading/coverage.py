"""How much a store holds and up to when: what "as of" and "none found in N documents" rest on."""

import datetime as dt
from collections.abc import Hashable
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from hedgerow.graph.snapshot import Bindings
from hedgerow.graph.view_snapshot import Outlook
from hedgerow.ontology.partial_date import not_ahead
from hedgerow.queries.questions.library import part
from hedgerow.queries.reading.archive import Reader, archive_of, run
from hedgerow.queries.reading.rows import Row, day_of, whole_of

_KNOWN: WeakKeyDictionary[Reader, tuple[Hashable, "Coverage"]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of a store, and the first and last day of publication (None where none is dated).

    On `recent` and later days 200 documents were published, or all where there are fewer. `as_of`
    is the day it is looked at from: that of a view, else `last`, but never a day to come, since a
    mistaken date of one document would move all answers.
    """

    documents: int
    claims: int
    first: dt.date | None
    last: dt.date | None
    recent: dt.date | None
    as_of: dt.date | None


def coverage(reader: Reader) -> Coverage:
    """The coverage of a store, counted once for each commit."""
    commit = archive_of(reader).commit
    known = _KNOWN.get(reader)
    if known is not None and known[0] == commit:
        return known[1]
    looked = reader.as_of if isinstance(reader, Outlook) else None
    counted = _coverage(next(run(reader, part("coverage"), {})), looked)
    _KNOWN[reader] = (commit, counted)
    return counted


def documents_on(reader: Reader, bindings: Bindings) -> int:
    """How many documents have claims on one pair or actor, from the bindings of its question."""
    return whole_of(next(run(reader, part("coverage_of"), bindings)), "documents")


def _coverage(row: Row, looked: dt.date | None) -> Coverage:
    return Coverage(
        documents=whole_of(row, "documents"),
        claims=whole_of(row, "claims"),
        first=day_of(row, "first"),
        last=day_of(row, "last"),
        recent=day_of(row, "recent"),
        as_of=looked or not_ahead(day_of(row, "last")),
    )
