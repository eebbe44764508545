"""Putting a timeline into lanes: a lane per counterpart, or per family of types for a pair."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence

from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.timeline import Timeline
from hedgerow.queries.words.phrases import names, slug_words
from hedgerow.viz.timeline.axis import Tick
from hedgerow.viz.timeline.bars import place_bars
from hedgerow.viz.timeline.drawing import Lane, Layout
from hedgerow.viz.timeline.looks import cut
from hedgerow.viz.timeline.marks import place_marks
from hedgerow.viz.timeline.scale import Scale, began, scale_of

WIDTH, LEFT, RIGHT = 1120.0, 170.0, 1096.0
TOP = 34.0
PADDING, LEAST_HEIGHT = 7.0, 34.0
MOST_LANES = 40
LONGEST_NAME = 24
SEVERAL = "several actors"
OTHERS = "all others"
MOST_COUNTERPARTS = 3
"""An event with more counterparts than this stands in the lane for several."""

Numbered = tuple[int, TimelineEntry]


def lay_out(timeline: Timeline) -> Layout:
    """Everything that has a date in its place."""
    numbered = list(enumerate(timeline.entries, start=1))
    placed = [item for item in numbered if began(item[1]) is not None]
    scale = scale_of(timeline, [entry for _, entry in placed], LEFT, RIGHT)
    today = min(timeline.as_of or scale.last, scale.last)
    lanes, y = [], TOP
    for label, members in _lanes(placed, timeline.actors):
        lane = _lane(label, members, scale, today, y)
        lanes.append(lane)
        y += lane.height
    return Layout(
        width=WIDTH,
        height=y,
        left=LEFT,
        right=RIGHT,
        lanes=tuple(lanes),
        ticks=scale.ticks(),
        today=_tick(scale, timeline.as_of),
        knee=_tick(scale, scale.knee),
        unplaced=len(numbered) - len(placed),
    )


def _tick(scale: Scale, day: dt.date | None) -> Tick | None:
    shown = day is not None and scale.first <= day <= scale.last
    return Tick(scale.place(day), day.isoformat()) if day is not None and shown else None


def _lanes(
    placed: Sequence[Numbered], actors: tuple[str, ...]
) -> Iterator[tuple[str, list[Numbered]]]:
    """The lanes with their members, the fullest first; those past the limit share one."""
    keys = [(key, item) for item in placed for key in _keys(item[1], actors)]
    order = [key for key, _ in Counter(key for key, _ in keys).most_common()]
    kept = order if len(order) <= MOST_LANES else order[: MOST_LANES - 1]
    for wanted in kept:
        yield wanted, [item for key, item in keys if key == wanted]
    rest = set(order[len(kept) :])
    if rest:
        yield OTHERS, list({item[0]: item for key, item in keys if key in rest}.values())


def _keys(entry: TimelineEntry, actors: tuple[str, ...]) -> list[str]:
    if len(actors) > 1:
        return [slug_words(entry.group)]
    others = [actor for actor in entry.actors if actor not in actors]
    return names(others) if len(others) <= MOST_COUNTERPARTS else [SEVERAL]


def _lane(label: str, members: Sequence[Numbered], scale: Scale, today: dt.date, y: float) -> Lane:
    ties = [item for item in members if item[1].edge == "tie"]
    events = [item for item in members if item[1].edge == "event"]
    top = y + PADDING
    bars, above = place_bars(ties, scale, today, (LEFT, RIGHT), top)
    marks, below = place_marks(events, scale, RIGHT, top + above)
    height = max(above + below + 2 * PADDING, LEAST_HEIGHT)
    return Lane(cut(label, LONGEST_NAME), y, height, marks, bars)
