"""Where the names of actors stand in a drawing: under or over their mark, else nowhere."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

CHARACTER = 0.56
"""The width of a letter on average, where 1 is the size of the type."""
HEIGHT = 1.35
GAP = 2.0
FOREMOST = 16
"""So many names may cover a mark."""


class Mark(NamedTuple):
    """An actor's mark: its middle and radius."""

    code: str
    label: str
    x: float
    y: float
    radius: float


class Box(NamedTuple):
    """What a mark or a name covers; `mark` says which it is."""

    left: float
    top: float
    right: float
    bottom: float
    mark: str | None = None

    def meets(self, other: "Box") -> bool:
        """Whether the two overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def named(marks: Sequence[Mark], size: float, always: Collection[str]) -> dict[str, Box]:
    """The boxes of the names that find room, by code; the foremost marks come first."""
    taken = [_around(mark) for mark in marks]
    found: dict[str, Box] = {}
    for rank, mark in enumerate(marks):
        sides = [_name(mark, size, side) for side in (1, -1)]
        free = [box for box in sides if not _hits(box, taken, mark.code)]
        names = [box for box in taken if box.mark is None]
        readable = [box for box in sides if not _hits(box, names, mark.code)]
        must = sides if mark.code in always else []
        chosen = [*free, *(readable if rank < FOREMOST else []), *must]
        if chosen:
            taken.append(chosen[0])
            found[mark.code] = chosen[0]
    return found


def _hits(box: Box, taken: Sequence[Box], own: str) -> bool:
    return any(other.mark != own and box.meets(other) for other in taken)


def _around(mark: Mark) -> Box:
    x, y, radius = mark.x, mark.y, mark.radius
    return Box(x - radius, y - radius, x + radius, y + radius, mark.code)


def _name(mark: Mark, size: float, side: int) -> Box:
    half, height = len(mark.label) * size * CHARACTER / 2, size * HEIGHT
    top = mark.y + side * mark.radius + (GAP if side > 0 else -GAP - height)
    return Box(mark.x - half, top, mark.x + half, top + height)
