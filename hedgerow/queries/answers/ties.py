"""Ties: every event and tie between two actors in a range of dates."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from hedgerow.ontology.partial_date import date_or_none
from hedgerow.queries.dates.as_of import POSSIBLY, position
from hedgerow.queries.dates.histories import unconfirmed_as_of
from hedgerow.queries.dates.ranges import DateRange, may_lie_outside
from hedgerow.queries.dates.terms import within_term
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.coverage import coverage
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edges import Selection, edges_of
from hedgerow.queries.reading.rows import Row, source_first, text_of
from hedgerow.queries.reading.terms import terms_in
from hedgerow.queries.words.absence import none_found, range_text
from hedgerow.queries.words.phrases import counted, date_text

PAGE = 200
"""As many as the query gives at most."""
EVENT, TIE = "event", "tie"


def shape(rows: Iterable[Row], asked: Asked) -> list[Row]:
    """The rows with their dates and actors as displayed, the oldest first."""
    wanted = DateRange(asked.day("from"), asked.day("to"))
    found = sorted(rows, key=lambda row: (str(row["first"]), str(row["last"]), str(row["id"])))
    ties = _ties(asked)
    for row in found:
        tie = ties.get(str(row["id"]))
        row |= {
            "edge": EVENT if tie is None else TIE,
            "what": row["type"] if tie is None else tie.what,
            "date": date_text(text_of(row, "stated"), text_of(row, "published")),
            "actors": source_first(row),
            "possibly": POSSIBLY if _may_lie_outside(row, tie, wanted) else None,
        }
        if tie is not None:
            row.update(_as_it_stands(tie, asked))
    return found


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How many events of which standing, and how many ties."""
    pair = f"{asked.name('a')} - {asked.name('b')}"
    if not rows:
        return f"{pair}: {none_found(asked)}."
    standings = Counter(str(row["standing"]) for row in rows if row["edge"] == EVENT)
    held = Counter(str(row["standing"]) for row in rows if row["edge"] == TIE)
    told = f"{counted(standings.total(), 'event')}{_split(standings)}"
    told += f" and {counted(held.total(), 'tie')}{_split(held)}"
    if len(rows) == PAGE:
        told += f", the newest {PAGE} only; narrow it with from and to"
    return f"{pair}{range_text(asked)}: {told}."


def _ties(asked: Asked) -> Mapping[str, Edge]:
    edges = edges_of(asked.reader, _pair(asked))
    return {edge.id: edge for edge in edges if edge.is_tie}


def _pair(asked: Asked) -> Selection:
    return Selection(asked.values["a"], asked.values["b"])


def _as_it_stands(tie: Edge, asked: Asked) -> Row:
    """Whether a tie is held on the newest day, and since when nothing confirms it."""
    on = coverage(asked.reader).as_of or dt.date.max
    found = position(tie, on)
    cells: Row = {"end": tie.end_text, "standing": POSSIBLY, "unconfirmed_since": None}
    if found is None:
        return cells
    stands = within_term(found, terms_in(asked.reader, _pair(asked)), on)
    stale = unconfirmed_as_of(stands, on) if on < dt.date.max else None
    return cells | {"standing": stands.standing, "unconfirmed_since": stale}


def _may_lie_outside(row: Row, tie: Edge | None, wanted: DateRange) -> bool:
    if tie is not None:
        return may_lie_outside(tie.when, tie.ended, wanted, lasting=True)
    begun, end = (date_or_none(text_of(row, each) or "") for each in ("stated", "end"))
    return may_lie_outside(begun, end, wanted, lasting=False)


def _split(counts: Counter[str]) -> str:
    return f" ({', '.join(f'{count} {word}' for word, count in counts.items())})" if counts else ""
