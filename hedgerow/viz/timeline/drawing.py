"""What a drawn timeline consists of."""

from dataclasses import dataclass

from hedgerow.queries.entries import TimelineEntry
from hedgerow.viz.timeline.axis import Tick


@dataclass(frozen=True, slots=True)
class Mark:
    """An event: its place, its number in the table, and the stretch of days that it may mean."""

    entry: TimelineEntry
    number: int
    x: float
    y: float
    stretch: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Bar:
    """A tie from `x` over `width`; `is_open` where it has no end."""

    entry: TimelineEntry
    number: int
    x: float
    y: float
    width: float
    is_open: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """What concerns one counterpart, or one family of types between a pair."""

    label: str
    y: float
    height: float
    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything in its place. `unplaced` counts what has no date at all."""

    width: float
    height: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    unplaced: int
