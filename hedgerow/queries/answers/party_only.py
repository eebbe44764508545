"""Party only: what nobody but the parties to it tells."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence

from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.reading.rows import Row, actors_of
from hedgerow.queries.reading.scope import Stood, firm_edges
from hedgerow.queries.reading.selecting import subject
from hedgerow.queries.sources.party_only import party_behind, party_only
from hedgerow.queries.sources.speakers import outlet_name, owner
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.cells import by_time, cells_as_of
from hedgerow.queries.words.frequencies import most_frequent
from hedgerow.queries.words.phrases import CONCLUDED, counted, listed, names


def rows(asked: Asked) -> list[Row]:
    """The edges that only parties tell, the oldest first."""
    told = sorted(firm_edges(asked), key=lambda each: by_time(each[0].edge))
    return [
        _row(one, asked.day("at")) for one in told if party_only(one[0].edge, one[1], CONCLUDED)
    ]


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How many of how many, and whose word they rest on."""
    firm, who = len(firm_edges(asked)), f"{subject(asked)} on {asked.day('at')}"
    if not firm:
        return f"{who}: nothing concluded or held; {none_found(asked)}."
    kinds = Counter(str(row["edge"]) for row in rows)
    told = f"{counted(kinds['event'], 'event')} and {counted(kinds['tie'], 'tie')}"
    few = f"{told} of {firm:,} concluded or held are told by a party to them alone"
    by = most_frequent(listed(names(actors_of(row, "parties"))) for row in rows)
    return f"{who}: {few}" + (f" ({by})." if by else ".")


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What ownership is taken from."""
    yield (
        "Ownership is that of a dated table of outlets with a source each; an outlet that is not "
        "in it counts as nobody's. Ownership is shown and never scored."
    )


def _row(told: Stood, on: dt.date) -> Row:
    stands, sources = told
    actors = stands.edge.actors
    sides = {code for source in sources if (code := party_behind(source, actors)) is not None}
    voices = dict.fromkeys(map(_voice, sources))
    return cells_as_of(stands, sources, on) | {
        "parties": tuple(sorted(sides)),
        "told_by": "; ".join(voices),
    }


def _voice(source: Source) -> str:
    """`Nhan Dan (party_owned, Vietnam)`, with the speaker before it where one is named."""
    known = owner(source)
    outlet = outlet_name(source) + (f" ({known})" if known else "")
    return f"{source.attributed_to}, in {outlet}" if source.attributed_to else outlet
