"""How much a store holds and up to when: what "as of" and "none found in N documents" rest on."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from weakref import WeakKeyDictionary

from hedgerow.graph.snapshot import Bindings, Snapshot
from hedgerow.queries.header import Question, parse_question
from hedgerow.queries.rows import Row, day_of, run, whole_of

_KNOWN: WeakKeyDictionary[Snapshot, tuple[int, "Coverage"]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of a store, and the first and last day of publication (None where none is dated).

    On `recent` and later days 200 documents were published, or all where there are fewer.
    """

    documents: int
    claims: int
    first: dt.date | None
    last: dt.date | None
    recent: dt.date | None


def coverage(reader: Snapshot) -> Coverage:
    """The coverage of a store, counted once for each commit."""
    known = _KNOWN.get(reader)
    if known is not None and known[0] == reader.sequence:
        return known[1]
    counted = _coverage(next(run(reader, part("coverage"), {})))
    _KNOWN[reader] = (reader.sequence, counted)
    return counted


def documents_on(reader: Snapshot, bindings: Bindings) -> int:
    """How many documents have claims on one pair or actor, from the bindings of its question."""
    wanted = {name: bindings[name] for name in ("pair", "alone")}
    return whole_of(next(run(reader, part("coverage_of"), wanted)), "documents")


@cache
def part(name: str) -> Question:
    """A query that questions are put together from; not one of the library's."""
    text = (files("hedgerow.queries") / "parts" / f"{name}.rq").read_text("utf-8")
    return parse_question(name, text)


def _coverage(row: Row) -> Coverage:
    return Coverage(
        documents=whole_of(row, "documents"),
        claims=whole_of(row, "claims"),
        first=day_of(row, "first"),
        last=day_of(row, "last"),
        recent=day_of(row, "recent"),
    )
