"""Numbers by year as lines with points: ranges as bands, thin ones hollow, gaps without data."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from hedgerow.queries.dossier.years import Point
from hedgerow.viz.dossier.labels import Label, spread, width_of
from hedgerow.viz.dossier.plane import GAP, PLOT, TOP, WIDTH, Plane

FOOT = 28.0
X_TICK_APART = 44.0
KINDS = 6
"""As many colours the style sheet has."""


@dataclass(frozen=True, slots=True)
class Series:
    """A line: its points by year, and its name with the last number."""

    name: str
    points: tuple[Point, ...]
    label: str

    @property
    def is_known(self) -> bool:
        """Whether any of its points can be drawn."""
        return any(point.known is not None for point in self.points)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis."""

    place: float
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A point; hollow where it is thin."""

    x: float
    y: float
    filled: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line in its place; `runs` and `bands` end where there is no data."""

    kind: int
    runs: tuple[str, ...]
    bands: tuple[str, ...]
    whiskers: tuple[str, ...]
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything in its place."""

    width: float
    height: float
    left: float
    right: float
    bottom: float
    y_ticks: tuple[Tick, ...]
    x_ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]
    labels: tuple[Label, ...]


def chart_of(
    years: Sequence[str], series: Sequence[Series], ticks: Sequence[tuple[float, str]]
) -> Chart:
    """The lines over the years; `ticks` are the numbers of the scale from 0 up, in words."""
    left = GAP + width_of([label for _, label in ticks])
    right = WIDTH - GAP - width_of([one.label for one in series]) - GAP
    plane = Plane(left, right, len(years), ticks[-1][0])
    bottom = TOP + PLOT
    return Chart(
        width=WIDTH,
        height=bottom + FOOT,
        left=round(left, 1),
        right=round(right, 1),
        bottom=bottom,
        y_ticks=tuple(Tick(plane.y(value), label) for value, label in ticks),
        x_ticks=tuple(_x_ticks(plane, years)),
        lines=tuple(_line(plane, kind % KINDS, one) for kind, one in enumerate(series)),
        labels=tuple(spread(list(_labels(plane, series)), bottom)),
    )


def _line(plane: Plane, kind: int, one: Series) -> Line:
    known = [(n, point) for n, point in enumerate(one.points) if point.known is not None]
    stretches = [[each for _, each in run] for _, run in groupby(enumerate(known), _since_gap)]
    ranged = [[each for each in run if each[1].low is not None] for run in stretches]
    return Line(
        kind=kind,
        runs=tuple(_points(plane, run) for run in stretches if len(run) > 1),
        bands=tuple(_band(plane, run) for run in ranged if len(run) > 1),
        whiskers=tuple(_whisker(plane, *run[0]) for run in ranged if len(run) == 1),
        dots=tuple(
            Dot(plane.x(n), plane.y(point.known or 0.0), not point.is_thin) for n, point in known
        ),
    )


def _since_gap(each: tuple[int, tuple[int, Point]]) -> int:
    """The same for years that follow each other without one that has no data."""
    place, (year, _) = each
    return year - place


def _points(plane: Plane, run: Sequence[tuple[int, Point]]) -> str:
    return " ".join(f"{plane.x(n)},{plane.y(point.known or 0.0)}" for n, point in run)


def _band(plane: Plane, run: Sequence[tuple[int, Point]]) -> str:
    above = [f"{plane.x(n)},{plane.y(point.high or 0.0)}" for n, point in run]
    below = [f"{plane.x(n)},{plane.y(point.low or 0.0)}" for n, point in reversed(run)]
    return " ".join([*above, *below])


def _whisker(plane: Plane, year: int, point: Point) -> str:
    return f"M{plane.x(year)} {plane.y(point.low or 0.0)}V{plane.y(point.high or 0.0)}"


def _x_ticks(plane: Plane, years: Sequence[str]) -> Iterator[Tick]:
    """As many years as can be read, the last one first."""
    free = plane.right + X_TICK_APART
    for number in range(len(years) - 1, -1, -1):
        half = width_of([years[number]]) / 2
        if plane.x(number) + half + 4 <= free:
            yield Tick(plane.x(number), years[number])
            free = plane.x(number) - half


def _labels(plane: Plane, series: Sequence[Series]) -> Iterator[Label]:
    for kind, one in enumerate(series):
        known = [(n, point) for n, point in enumerate(one.points) if point.known is not None]
        if known:
            x, y = plane.x(known[-1][0]), plane.y(known[-1][1].known or 0.0)
            yield Label(one.label, kind % KINDS, x, y, plane.right + GAP, y)
