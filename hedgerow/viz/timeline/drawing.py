"""What a drawn timeline consists of."""

from dataclasses import dataclass

from hedgerow.queries.entries import TimelineEntry
from hedgerow.viz.timeline.axis import Tick

Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Look:
    """How an entry looks: its group's colour, its standing, its shape."""

    group: str
    standing: str
    shape: str


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside a mark or in a bar; `ends` where `x` is their end."""

    text: str
    x: float
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """An event: its place and its number in the table.

    `stretch` holds all days that its date can mean, `lasts` those up to its stated end. `by` where
    only its publication is dated. `beyond` tells the date of what lies after the window.
    """

    entry: TimelineEntry
    number: int
    look: Look
    x: float
    y: float
    radius: float
    stretch: Stretch | None
    lasts: Stretch | None
    by: bool
    beyond: Label | None
    label: Label | None


@dataclass(frozen=True, slots=True)
class Bar:
    """A tie from `start` to `end`: the stretch where it surely was held, and those where it may be.

    `is_open` where it has no end, or one after the window, which its label then tells. `by` where
    only its report dates its beginning.
    """

    entry: TimelineEntry
    number: int
    look: Look
    y: float
    start: float
    end: float
    sure: Stretch | None
    may: tuple[Stretch, ...]
    is_open: bool
    by: bool
    label: Label


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
    """Everything in its place.

    `today` is the day it is looked at from; before `knee` the scale is narrower. `unplaced` counts
    what has no date at all.
    """

    width: float
    height: float
    left: float
    right: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    today: Tick | None
    knee: Tick | None
    unplaced: int
