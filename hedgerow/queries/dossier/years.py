"""The measures of a state year by year: lean, ties and dual engagement at the end of each."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hedgerow.queries.hedging.measure import Pair
from hedgerow.queries.hedging.points import (
    Point,
    Sources,
    ends_of_years,
    lean_point,
    tie_point,
    year_label,
)
from hedgerow.queries.measures.engagement import dual_engagement, median_volume
from hedgerow.queries.measures.graph import read_graph
from hedgerow.queries.measures.signals import AsOf
from hedgerow.queries.measures.weighing import Weights
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edges import Selection

__all__ = ["Course", "Point", "Year", "ends_of_years", "years"]


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
        return year_label(self.on)


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


def _year(reader: Reader, course: Course, sources: Sources, on: dt.date) -> Year:
    state, poles = course.state, course.poles
    selections = [Selection(state), *map(Selection, poles)]
    as_of = read_graph(reader, selections, course.weights, on)
    own = as_of.only(lambda edge: state in edge.actors)
    return Year(
        on=on,
        lean={pair: lean_point(own, state, pair, sources) for pair in course.pairs},
        tie={pole: tie_point(own, state, pole) for pole in poles},
        both={pair: _both(as_of, state, pair) for pair in course.pairs},
    )


def _both(as_of: AsOf, state: str, pair: Pair) -> Point:
    found = dual_engagement(as_of, state, *pair, median_volume(as_of, *pair, as_of.actors()))
    if not found.edges:
        return Point(None, found.edges)
    return Point(found.engagement, found.edges, lacking=found.lacking)
