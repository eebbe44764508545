"""The place of a state between its poles year by year, apart from years that have none."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hedgerow.queries.hedging.compass import CompassYear
from hedgerow.viz.drawings.labels import labels_beside, name_at

CENTRE_X, CENTRE_Y, RADIUS = 200.0, 182.0, 124.0
MIDDLE = 0.25
"""So near the centre, as a part of the radius, a place is read as balance."""
LEAST, MOST = 3.5, 8.0
"""Sizes of a point: all with one pole, and evenly spread over all."""
DIAGRAM_OF = 2
"""With two poles there is but a line: then the years go down the page."""


@dataclass(frozen=True, slots=True)
class Vertex:
    """Where a pole stands, and its name beside it."""

    x: float
    y: float
    text_x: float
    text_y: float
    anchor: str
    name: str

    @property
    def beside(self) -> tuple[float, float]:
        """Where its name stands."""
        return self.text_x, self.text_y


@dataclass(frozen=True, slots=True)
class Spot:
    """A year in its place; `label` is where its number stands if there is room for it."""

    year: CompassYear
    x: float
    y: float
    size: float
    age: float
    label: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Rose:
    """The poles, the years between them, what joins years in a row, and years without a place."""

    vertices: tuple[Vertex, ...]
    spots: tuple[Spot, ...]
    steps: tuple[str, ...]
    unplaced: tuple[CompassYear, ...]


def rose_of(years: Sequence[CompassYear], names: Sequence[str]) -> Rose:
    """Each year at the mean of its poles, weighed by the share that each has in the cooperation.

    A year without any has no place, nor has a thin one that would lie in the middle: a few edges
    more would move it, and nobody should read it as balance.
    """
    places = [_place(year, number, len(years)) for number, year in enumerate(years)]
    placed = {n: place for n, place in enumerate(places) if place is not None}
    vertices = tuple(_vertex(n, names) for n in range(len(names)))
    reserved = (at for one in vertices for at in name_at(*one.beside, one.anchor, one.name))
    labels = labels_beside(placed, reserved)
    return Rose(
        vertices=vertices,
        spots=tuple(
            Spot(years[n], *place, _size(years[n]), _age(n, len(years)), labels.get(n))
            for n, place in placed.items()
        ),
        steps=tuple(_steps(years, placed)),
        unplaced=tuple(year for n, year in enumerate(years) if n not in placed),
    )


def is_middle(year: CompassYear) -> bool:
    """Whether a place near the centre says that the poles have much the same weight."""
    shares = year.shares
    return shares is not None and math.hypot(*_mean(list(shares.values()))) < MIDDLE


def corner(number: int, poles: int) -> tuple[float, float]:
    """The direction of a pole, the first at the top, or of two on the left."""
    if poles == DIAGRAM_OF:
        return (-1.0, 0.0) if number == 0 else (1.0, 0.0)
    angle = 2 * math.pi * number / poles
    return math.sin(angle), -math.cos(angle)


def _mean(shares: Sequence[float]) -> tuple[float, float]:
    corners = [corner(n, len(shares)) for n in range(len(shares))]
    x = math.fsum(share * at[0] for share, at in zip(shares, corners, strict=True))
    return x, math.fsum(share * at[1] for share, at in zip(shares, corners, strict=True))


def _place(year: CompassYear, number: int, years: int) -> tuple[float, float] | None:
    shares = year.shares
    if shares is None or (year.base == "thin" and is_middle(year)):
        return None
    x, y = _mean(list(shares.values()))
    if len(shares) == DIAGRAM_OF:
        y = -0.85 + 1.7 * number / max(1, years - 1)
    return round(CENTRE_X + RADIUS * x, 1), round(CENTRE_Y + RADIUS * y, 1)


def _vertex(number: int, names: Sequence[str]) -> Vertex:
    x, y = corner(number, len(names))
    anchor = "middle" if abs(x) < 0.2 or len(names) == DIAGRAM_OF else "end" if x < 0 else "start"
    up = y if len(names) > DIAGRAM_OF else -1.0
    return Vertex(
        x=round(CENTRE_X + RADIUS * x, 1),
        y=round(CENTRE_Y + RADIUS * up, 1),
        text_x=round(CENTRE_X + (RADIUS + 12) * x, 1),
        text_y=round(CENTRE_Y + (RADIUS + 16) * up + 4, 1),
        anchor=anchor,
        name=names[number],
    )


def _size(year: CompassYear) -> float:
    spread = year.spread
    part = 0.0 if spread is None else (spread.effective - 1) / (len(year.poles) - 1)
    return round(LEAST + (MOST - LEAST) * part, 1)


def _age(number: int, years: int) -> float:
    """How strong a year is drawn: the newest in full."""
    return round(0.35 + 0.65 * (number + 1) / years, 2)


def _steps(years: Sequence[CompassYear], placed: dict[int, tuple[float, float]]) -> Iterator[str]:
    """Lines between years in a row that both rest on enough."""
    for n in range(1, len(years)):
        if {n - 1, n} <= placed.keys() and years[n - 1].base == years[n].base == "firm":
            (x, y), (to_x, to_y) = placed[n - 1], placed[n]
            yield f"M{x} {y}L{to_x} {to_y}"
