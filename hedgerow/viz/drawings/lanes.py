"""The weight of each pole by year as bars, one lane a pole, all on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from hedgerow.queries.hedging.compass import CompassYear, Pole

LEFT, RIGHT, TOP = 430.0, 872.0, 46.0
LOW, HIGH, HEAD = 34.0, 72.0, 24.0
ROOM = 274.0
"""As much height is shared by the lanes, each between a least and a most."""
WIDEST, TICK_APART = 14.0, 40.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A pole in a year; `height` is None where nothing is concluded, `ahead` that in prospect."""

    year: CompassYear
    x: float
    height: float | None
    ahead: float
    thin: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """The bars of one pole, which stand on `y`."""

    pole: str
    name: str
    y: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Lanes:
    """All lanes, how tall and wide a bar is at most, what the tallest tells, the years beneath."""

    lanes: tuple[Lane, ...]
    tall: float
    wide: float
    most: float
    bottom: float
    ticks: tuple[tuple[float, str], ...]


def lanes_of(years: Sequence[CompassYear], names: Sequence[str]) -> Lanes:
    """A lane a pole; the highest bar of all fills its lane."""
    step = (RIGHT - LEFT) / len(years)
    most = max((max(_heights(one)) for year in years for one in year.poles.values()), default=0.0)
    places = [round(LEFT + step * (n + 0.5), 1) for n in range(len(years))]
    tall = min(HIGH, max(LOW, ROOM / len(names) - HEAD))
    lanes = []
    for number, (pole, name) in enumerate(zip(years[0].poles, names, strict=True)):
        bars = tuple(
            _bar(year, pole, x, tall / (most or 1.0)) for year, x in zip(years, places, strict=True)
        )
        lanes.append(Lane(pole, name, TOP + (number + 1) * (tall + HEAD), bars))
    wide = round(min(WIDEST, step * 0.45), 1)
    return Lanes(tuple(lanes), tall, wide, most, lanes[-1].y + 16, _ticks(years, places))


def _bar(year: CompassYear, pole: str, x: float, scale: float) -> Bar:
    one = year.poles[pole]
    concluded, ahead = _heights(one)
    height = None if one.sums is None else round(concluded * scale, 1)
    return Bar(year, x, height, round(ahead * scale, 1), one.point.is_thin)


def _heights(one: Pole) -> tuple[float, float]:
    return one.cooperation, 0.0 if one.ahead is None else one.ahead.cooperation


def _ticks(years: Sequence[CompassYear], places: Sequence[float]) -> tuple[tuple[float, str], ...]:
    """As many years as can be read, the last one first; a day is told by its year here."""
    found: list[tuple[float, str]] = []
    for x, year in reversed(list(zip(places, years, strict=True))):
        if not found or found[-1][0] - x >= TICK_APART:
            found.append((x, str(year.on.year)))
    return tuple(found)
