"""A state between several poles year by year: how much with each, and how that is spread."""

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from hedgerow.queries.hedging.measure import Pair
from hedgerow.queries.hedging.points import Point, lean_point, tie_point, year_label
from hedgerow.queries.measures.graph import read_graph
from hedgerow.queries.measures.poles import is_thin
from hedgerow.queries.measures.signals import AsOf, Signal
from hedgerow.queries.measures.spread import Spread, spread_of
from hedgerow.queries.measures.strength import Sums, sums_of
from hedgerow.queries.measures.weighing import Weights
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edges import Selection
from hedgerow.queries.reading.kept import kept

Base = Literal["firm", "one_sided", "thin", "absent"]
"""On what a year rests: enough, one pole alone, too few edges, nothing."""


@dataclass(frozen=True, slots=True)
class Pole:
    """What stands with one pole: `sums` of what is concluded, None where nothing is, and ahead."""

    point: Point
    sums: Sums | None
    ahead: Sums | None
    concluded: tuple[Signal, ...]
    prospective: tuple[Signal, ...]

    @property
    def cooperation(self) -> float:
        """R, 0 where nothing counts: ask `sums` where that must be told apart."""
        return 0.0 if self.sums is None else self.sums.cooperation


@dataclass(frozen=True, slots=True)
class CompassYear:
    """A state between its poles at the end of a day; `spread` is over these poles alone."""

    on: dt.date
    poles: Mapping[str, Pole]
    lean: Mapping[Pair, Point]
    spread: Spread | None

    @property
    def label(self) -> str:
        """`2024`; the day where that is not the last of its year."""
        return year_label(self.on)

    @property
    def shares(self) -> Mapping[str, float] | None:
        """The share of each pole in the cooperation with all of them; None where there is none."""
        total = math.fsum(one.cooperation for one in self.poles.values())
        if total <= 0:
            return None
        return {pole: one.cooperation / total for pole, one in self.poles.items()}

    @property
    def edges(self) -> frozenset[str]:
        """The ids of the edges that make up the cooperation."""
        found = (one for pole in self.poles.values() for one in pole.concluded)
        return frozenset(one.edge.id for one in found if one.worth > 0)

    @property
    def base(self) -> Base:
        """On what its place rests."""
        some = sum(one.cooperation > 0 for one in self.poles.values())
        if not some:
            return "absent"
        if is_thin(len(self.edges)):
            return "thin"
        return "one_sided" if some == 1 else "firm"


def compass(
    reader: Reader, state: str, poles: Sequence[str], days: Sequence[dt.date], weights: Weights
) -> tuple[CompassYear, ...]:
    """A state between poles on each of some days, by what stands with each of them.

    Contested and denied matters enter neither what is concluded nor what is ahead.
    """
    return tuple(_kept_year(reader, state, tuple(poles), day, weights) for day in days)


def _kept_year(
    reader: Reader, state: str, poles: tuple[str, ...], on: dt.date, weights: Weights
) -> CompassYear:
    key = ("compass", state, poles, on, weights.version)
    return kept(reader, key, lambda: _year(reader, state, poles, on, weights))


def _year(
    reader: Reader, state: str, poles: tuple[str, ...], on: dt.date, weights: Weights
) -> CompassYear:
    own = read_graph(reader, [Selection(state, pole) for pole in poles], weights, on)
    found = {pole: _pole(own, state, pole) for pole in poles}
    return CompassYear(
        on=on,
        poles=found,
        lean={pair: lean_point(own, state, pair) for pair in combinations(poles, 2)},
        spread=spread_of({pole: one.cooperation for pole, one in found.items()}, poles),
    )


def _pole(own: AsOf, state: str, pole: str) -> Pole:
    counted, ahead = own.between(state, pole), own.between(state, pole, "prospective")
    point = tie_point(own, state, pole)
    return Pole(point, sums_of(counted), sums_of(ahead), counted, ahead)
