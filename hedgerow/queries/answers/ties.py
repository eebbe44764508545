"""Ties: every event and tie between two actors in a range of dates."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.queries.answers.shared.held import held_on
from hedgerow.queries.dates.as_of import POSSIBLY
from hedgerow.queries.dates.confirmation import horizon_of_kind, unconfirmed_since
from hedgerow.queries.dates.ranges import DateRange, may_lie_outside
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.coverage import coverage
from hedgerow.queries.reading.rows import Row, source_first, text_of
from hedgerow.queries.words.absence import none_found, range_text
from hedgerow.queries.words.phrases import ENDED, HELD, counted, date_text

PAGE = 200
"""As many as the query gives at most."""
EVENT, TIE = "event", "tie"


def shape(rows: Iterable[Row], asked: Asked) -> list[Row]:
    """The rows with their dates and actors as displayed, the oldest first."""
    wanted = DateRange(asked.day("from"), asked.day("to"))
    found = sorted(rows, key=lambda row: (str(row["first"]), str(row["last"]), str(row["id"])))
    for row in found:
        is_tie = row["kind"] is not None
        row |= {
            "edge": TIE if is_tie else EVENT,
            "what": row["kind"] if is_tie else row["type"],
            "date": date_text(text_of(row, "stated"), text_of(row, "published")),
            "actors": source_first(row),
            "possibly": POSSIBLY if _may_lie_outside(row, wanted) else None,
        }
        if is_tie:
            row.update(_as_of(row, coverage(asked.reader).as_of))
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


def _as_of(row: Row, on: dt.date | None) -> Row:
    """Whether a tie is held on the newest day, and since when nothing confirms it."""
    stated, end, confirmed = (text_of(row, each) for each in ("stated", "end", "last_confirmed"))
    if on is None:
        return {"standing": HELD if end is None else ENDED, "unconfirmed_since": None}
    standing = held_on(stated, end, confirmed, on)
    stale = unconfirmed_since(horizon_of_kind(str(row["kind"])), confirmed, on)
    return {"standing": standing, "unconfirmed_since": stale if standing == HELD else None}


def _may_lie_outside(row: Row, wanted: DateRange) -> bool:
    stated, end = text_of(row, "stated"), text_of(row, "end")
    return may_lie_outside(
        None if stated is None else parse_partial_date(stated),
        None if end is None else parse_partial_date(end),
        wanted,
        lasting=row["kind"] is not None,
    )


def _split(counts: Counter[str]) -> str:
    return f" ({', '.join(f'{count} {word}' for word, count in counts.items())})" if counts else ""
