"""Single source: what rests on one outlet alone."""

from collections import Counter
from collections.abc import Iterator, Sequence

from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.reading.scope import firm_edges
from hedgerow.queries.reading.selecting import subject
from hedgerow.queries.sources.bearing import bearing, outlets_of
from hedgerow.queries.sources.speakers import owner
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.cells import by_time, cells_as_of
from hedgerow.queries.words.frequencies import most_frequent
from hedgerow.queries.words.phrases import CONCLUDED, counted


def rows(asked: Asked) -> list[Row]:
    """The edges with one outlet that tells them as they stand, the oldest first."""
    on = asked.day("at")
    firm = sorted(firm_edges(asked), key=lambda each: by_time(each[0].edge))
    told = [(stands, bearing(stands.edge, sources, CONCLUDED)) for stands, sources in firm]
    return [
        cells_as_of(stands, sources, on)
        | {"outlet": next(iter(outlets)), "ownership": owner(sources[0])}
        for stands, sources in told
        if len(outlets := outlets_of(sources)) == 1
    ]


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How many of how many, and which outlets."""
    firm, who = len(firm_edges(asked)), f"{subject(asked)} on {asked.day('at')}"
    if not firm:
        return f"{who}: nothing concluded or held; {none_found(asked)}."
    kinds = Counter(str(row["edge"]) for row in rows)
    told = f"{counted(kinds['event'], 'event')} and {counted(kinds['tie'], 'tie')}"
    few = f"{told} of {firm:,} concluded or held rest on one outlet alone"
    by_outlet = most_frequent(str(row["outlet"]) for row in rows)
    return f"{who}: {few}" + (f" ({by_outlet})." if by_outlet else ".")


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What an outlet is here."""
    yield (
        "One outlet may have taken its text from another, as papers do from wires; only copies of "
        "one text count as one document. One that only told of it beforehand, as planned, is none."
    )
