"""Single source: what rests on one outlet alone, or on one text that several print."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence

from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.reading.scope import Stood, firm_edges
from hedgerow.queries.reading.selecting import subject
from hedgerow.queries.sources.bearing import bearing, origins_of, outlets_of
from hedgerow.queries.sources.speakers import owner
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.cells import by_time, cells_as_of
from hedgerow.queries.words.frequencies import most_frequent
from hedgerow.queries.words.phrases import CONCLUDED, counted


def rows(asked: Asked) -> list[Row]:
    """The edges that one outlet or one text tells as they stand, the oldest first."""
    firm = sorted(firm_edges(asked), key=lambda each: by_time(each[0].edge))
    told = [(stands, bearing(stands.edge, sources, CONCLUDED)) for stands, sources in firm]
    return [_row(each, asked.day("at")) for each in told if _is_single(each[1])]


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How many of how many, and which outlets."""
    firm, who = len(firm_edges(asked)), f"{subject(asked)} on {asked.day('at')}"
    if not firm:
        return f"{who}: nothing concluded or held; {none_found(asked)}."
    kinds = Counter(str(row["edge"]) for row in rows)
    told = f"{counted(kinds['event'], 'event')} and {counted(kinds['tie'], 'tie')}"
    few = f"{told} of {firm:,} concluded or held rest on one outlet alone"
    if copied := sum(bool(row["copied"]) for row in rows):
        few += f", {copied:,} of them as far as several print one text"
    by_outlet = most_frequent(str(row["outlet"]) for row in rows)
    return f"{who}: {few}" + (f" ({by_outlet})." if by_outlet else ".")


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What an outlet is here."""
    yield (
        "Copies of one text, as papers print an agency's, are one source; they are known by their "
        "words, so an outlet that tells another's report in its own words counts as a source. One "
        "that only told of it beforehand, as planned, is none."
    )


def _is_single(sources: Sequence[Source]) -> bool:
    return 1 in (len(outlets_of(sources)), len(origins_of(sources)))


def _row(told: Stood, on: dt.date) -> Row:
    stands, sources = told
    first, *others = sorted(outlets_of(sources))
    printed = f"{first} and {counted(len(others), 'other')} with one text" if others else first
    owned = None if others else owner(sources[0])
    return cells_as_of(stands, sources, on) | {
        "outlet": printed,
        "ownership": owned,
        "copied": bool(others),
    }
