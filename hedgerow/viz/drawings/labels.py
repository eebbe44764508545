"""Room for short labels beside points, none over another or over a point."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

Place: TypeAlias = tuple[float, float]
LETTER, LINE = 6.0, 12.0


def labels_beside(placed: Mapping[int, Place], reserved: Iterable[Place]) -> Mapping[int, Place]:
    """Room for the years' numbers: the newest and the oldest first, then whatever fits."""
    order = sorted(placed, key=lambda n: (n != max(placed), n != min(placed), -n))
    taken = list(reserved)
    found = {}
    for n in order:
        x, y = placed[n]
        sides = ((x + 27, y + 4), (x - 27, y + 4), (x, y - 11), (x, y + 19))
        dots = [at for other, at in placed.items() if other != n]
        free = next((at for at in sides if _fits(at, taken, dots)), None)
        if free is not None:
            taken.append(free)
            found[n] = free
    return found


def name_at(x: float, y: float, anchor: str, name: str) -> Iterator[Place]:
    """The places that a name takes up, a label's width each."""
    wide = len(name) * LETTER
    start = {"start": x, "end": x - wide}.get(anchor, x - wide / 2)
    for step in range(1 + int(wide / (4 * LETTER))):
        yield start + 4 * LETTER * step, y


def _fits(at: Place, taken: list[Place], dots: list[Place]) -> bool:
    return all(_apart(at, one) for one in taken) and all(_clear(at, dot) for dot in dots)


def _apart(one: Place, other: Place) -> bool:
    return abs(one[0] - other[0]) >= 5 * LETTER or abs(one[1] - other[1]) >= LINE


def _clear(text: Place, dot: Place) -> bool:
    return abs(text[0] - dot[0]) > 2.5 * LETTER + 4 or abs(text[1] - 4 - dot[1]) > LINE
