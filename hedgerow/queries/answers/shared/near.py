"""Pairs of a state's edges, one with each of two others, that lie near each other in time."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from hedgerow.ontology.partial_date import PartialDate
from hedgerow.queries.dates.as_of import POSSIBLY
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.dates.windows import SURELY, days_between, lies_in
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.rows import Row, whole_of
from hedgerow.queries.sources.telling_sentence import most_telling_first
from hedgerow.queries.words.phrases import counted, listed, names

Reach = Callable[[dt.date], dt.date]
"""The last day that still counts as near a day."""
EVER = DateRange(dt.date.min, dt.date.max)
NAMED = 6
"""As many states are named in words."""


@dataclass(frozen=True, slots=True)
class Near:
    """Two edges with the fewest days between them; `sure` unless dates leave it open."""

    a: Edge
    b: Edge
    days: int
    sure: bool

    @property
    def order(self) -> tuple[bool, int, str, str]:
        """The surest and nearest first."""
        return not self.sure, self.days, self.a.id, self.b.id


def near_pairs(
    with_a: Iterable[Edge], with_b: Sequence[Edge], reach: Reach, wanted: DateRange
) -> Iterator[Near]:
    """The pairs within reach in a range of dates.

    One edge with both is no pair, and what nothing dates is in none: that it was published near
    something does not place it there.
    """
    for a, b in product(with_a, with_b):
        places = lies_in(a, wanted), lies_in(b, wanted)
        if a.id == b.id or a.when is None or b.when is None or None in places:
            continue
        if _may_be_near(a.when, b.when, reach):
            sure = places == (SURELY, SURELY) and _surely_near(a.when, b.when, reach)
            yield Near(a, b, days_between(a.when, b.when)[0], sure)


def undated_note(edges: Iterable[Edge], what: str) -> Iterator[str]:
    """How many edges are in no pair since nothing dates them; nothing where there is none."""
    number = sum(edge.when is None for edge in edges)
    if number:
        yield f"Left out, since nothing dates them: {counted(number, what)}."


def near_cells(state: str, found: Near) -> Row:
    """The columns `state`, `days` and `possibly`."""
    return {"state": state, "days": found.days, "possibly": None if found.sure else POSSIBLY}


def side_cells(side: str, edge: Edge, sources: Iterable[Source]) -> Row:
    """The columns of one edge, named after its side: `date_a, quote_a, source_a, id_a`."""
    told = next(iter(most_telling_first(edge, sources)), None)
    return {
        f"date_{side}": edge.stated,
        f"quote_{side}": None if told is None else told.quote,
        f"source_{side}": None if told is None else told.address,
        f"id_{side}": edge.id,
    }


def nearest_told(rows: Iterable[Row]) -> str:
    """The states with their surest and nearest pair: `India (21) and Vietnam (possibly 12)`."""
    nearest: dict[str, tuple[bool, int]] = {}
    for row in rows:
        pair = row["possibly"] is not None, whole_of(row, "days")
        state = str(row["state"])
        nearest[state] = min(nearest.get(state, pair), pair)
    ordered = sorted(nearest, key=lambda state: (nearest[state], state))
    told = [_told(state, *nearest[state]) for state in ordered[:NAMED]]
    rest = len(ordered) - NAMED
    return listed([*told, f"{rest} others"] if rest > 0 else told)


def _told(state: str, possibly: bool, days: int) -> str:
    return f"{names([state])[0]} ({'possibly ' if possibly else ''}{days})"


def _may_be_near(one: PartialDate, other: PartialDate, reach: Reach) -> bool:
    return other.earliest <= reach(one.latest) and one.earliest <= reach(other.latest)


def _surely_near(one: PartialDate, other: PartialDate, reach: Reach) -> bool:
    return other.latest <= reach(one.earliest) and one.latest <= reach(other.earliest)
