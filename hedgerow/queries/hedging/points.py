"""A measure on a day as a point of a course: lean and tie, whoever follows them over time."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hedgerow.queries.hedging.lines import DRAWS
from hedgerow.queries.hedging.measure import Pair
from hedgerow.queries.measures.lean import lean
from hedgerow.queries.measures.poles import is_thin
from hedgerow.queries.measures.robustness import source_range
from hedgerow.queries.measures.signals import AsOf
from hedgerow.queries.measures.strength import strength
from hedgerow.queries.reading.edge import Source

Sources = Mapping[str, Sequence[Source]]


@dataclass(frozen=True, slots=True)
class Point:
    """A number on a day, None where there is no data, with its range and the edges behind it.

    `lacking` are the poles of a pair with which nothing cooperative counts: the formula then puts
    the state wholly on the other side, which says what was loaded and no more, so it is not told.
    """

    value: float | None
    edges: tuple[str, ...]
    low: float | None = None
    high: float | None = None
    lacking: tuple[str, ...] = ()

    @property
    def known(self) -> float | None:
        """The number where it can be told."""
        return None if self.lacking else self.value

    @property
    def is_thin(self) -> bool:
        """Whether so few edges stand behind it that the next one could turn it round."""
        return self.known is not None and is_thin(len(self.edges))


def lean_point(own: AsOf, state: str, pair: Pair, sources: Sources | None = None) -> Point:
    """Where a state leans between two poles; its range is worked out where there are sources."""
    found = lean(own, state, *pair)
    if found.lean is None:
        return Point(None, found.edges)
    if sources is None:
        return Point(found.lean, found.edges, lacking=found.lacking)
    spread = source_range(own, sources, lambda graph: lean(graph, state, *pair).lean, DRAWS)
    return Point(found.lean, found.edges, spread.low, spread.high, found.lacking)


def tie_point(own: AsOf, state: str, pole: str) -> Point:
    """R, cooperation with a pole."""
    found = strength(own, state, pole)
    return Point(None if found.sums is None else found.sums.cooperation, found.edges)


def ends_of_years(since: int, on: dt.date) -> list[dt.date]:
    """The last day of each year from one on, and at the end the day itself."""
    return [*(dt.date(year, 12, 31) for year in range(since, on.year)), on]


def year_label(on: dt.date) -> str:
    """`2024`; the day where that is not the last of its year."""
    return str(on.year) if (on.month, on.day) == (12, 31) else str(on)
