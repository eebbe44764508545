"""The measures of a state year by year: lean, ties and dual engagement at the end of each."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hedgerow.queries.hedging.catalogue import Pair
from hedgerow.queries.hedging.lines import DRAWS, THIN
from hedgerow.queries.measures.engagement import dual_engagement, median_volume
from hedgerow.queries.measures.graph import read_graph
from hedgerow.queries.measures.lean import lean
from hedgerow.queries.measures.robustness import source_range
from hedgerow.queries.measures.signals import AsOf
from hedgerow.queries.measures.strength import strength
from hedgerow.queries.measures.weighing import Weights
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.reading.edges import Selection

Sources = Mapping[str, Sequence[Source]]


@dataclass(frozen=True, slots=True)
class Point:
    """A number on a day, None where there is no data, with its range and the edges behind it.

    `lacking` are the poles of a pair with which there is no data: the formula then puts the state
    wholly on the other side, which says what was loaded and no more, so it is not told.
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
        return self.known is not None and len(self.edges) < THIN


@dataclass(frozen=True, slots=True)
class Year:
    """The measures at the end of a year, or on the day of the dossier: by pair, pole and pair."""

    on: dt.date
    lean: Mapping[Pair, Point]
    tie: Mapping[str, Point]
    both: Mapping[Pair, Point]

    @property
    def label(self) -> str:
        """`2024`; the day where that is not the last of its year."""
        return str(self.on.year) if (self.on.month, self.on.day) == (12, 31) else str(self.on)


@dataclass(frozen=True, slots=True)
class Course:
    """Whose measures are followed, between whom, by which weights."""

    state: str
    poles: tuple[str, ...]
    pairs: tuple[Pair, ...]
    weights: Weights


def years(
    reader: Reader,
    course: Course,
    sources: Sources,
    days: Sequence[dt.date],
    progress: Callable[[float], None] = lambda part: None,
) -> tuple[Year, ...]:
    """The measures on each of some days; `sources` are the sentences of the state's edges."""
    found = []
    for number, day in enumerate(days, start=1):
        found.append(_year(reader, course, sources, day))
        progress(number / len(days))
    return tuple(found)


def ends_of_years(since: int, on: dt.date) -> list[dt.date]:
    """The last day of each year from one on, and at the end the day itself."""
    return [*(dt.date(year, 12, 31) for year in range(since, on.year)), on]


def _year(reader: Reader, course: Course, sources: Sources, on: dt.date) -> Year:
    state, poles = course.state, course.poles
    selections = [Selection(state), *map(Selection, poles)]
    as_of = read_graph(reader, selections, course.weights, on)
    own = as_of.only(lambda edge: state in edge.actors)
    return Year(
        on=on,
        lean={pair: _lean(own, sources, state, pair) for pair in course.pairs},
        tie={pole: _tie(own, state, pole) for pole in poles},
        both={pair: _both(as_of, state, pair) for pair in course.pairs},
    )


def _lean(own: AsOf, sources: Sources, state: str, pair: Pair) -> Point:
    found = lean(own, state, *pair)
    if found.lean is None:
        return Point(None, found.edges)
    spread = source_range(own, sources, lambda graph: lean(graph, state, *pair).lean, DRAWS)
    return Point(found.lean, found.edges, spread.low, spread.high, _lacking(own, state, pair))


def _tie(own: AsOf, state: str, pole: str) -> Point:
    found = strength(own, state, pole)
    return Point(None if found.sums is None else found.sums.cooperation, found.edges)


def _both(as_of: AsOf, state: str, pair: Pair) -> Point:
    found = dual_engagement(as_of, state, *pair, median_volume(as_of, *pair, as_of.actors()))
    if not found.edges:
        return Point(None, found.edges)
    return Point(found.engagement, found.edges, lacking=_lacking(as_of, state, pair))


def _lacking(as_of: AsOf, state: str, pair: Pair) -> tuple[str, ...]:
    return tuple(pole for pole in pair if not as_of.between(state, pole))
