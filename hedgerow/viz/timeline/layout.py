"""Putting a timeline into lanes: a lane per counterpart, or per family of types for a pair."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence

from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.timeline import Timeline
from hedgerow.queries.words.phrases import names, slug_words
from hedgerow.viz.timeline.axis import Axis
from hedgerow.viz.timeline.drawing import Bar, Lane, Layout, Mark
from hedgerow.viz.timeline.packing import Span, pack

WIDTH, LEFT, RIGHT = 1120, 180, 1096
TOP, BOTTOM = 34, 10
MARK, MARK_GAP = 16, 2
BAR, BAR_GAP = 8, 4
LANE_PADDING = 8
MOST_LANES = 40
SEVERAL = "several actors"
OTHERS = "all others"
MOST_COUNTERPARTS = 3
"""An event with more counterparts than this stands in the lane for several."""
VAGUE_DAYS = 27


Numbered = tuple[int, TimelineEntry]


def lay_out(timeline: Timeline) -> Layout:
    """Everything that has a date in its place."""
    numbered = list(enumerate(timeline.entries, start=1))
    placed = [(number, entry) for number, entry in numbered if entry.first is not None]
    axis = _axis(timeline, [entry for _, entry in placed])
    lanes, y = [], float(TOP)
    for label, members in _lanes(placed, timeline.actors):
        lane = _lane(label, members, axis, y)
        lanes.append(lane)
        y += lane.height
    return Layout(WIDTH, y + BOTTOM, tuple(lanes), axis.ticks(), len(numbered) - len(placed))


def _axis(timeline: Timeline, entries: Sequence[TimelineEntry]) -> Axis:
    """The range that was asked for, else what the dates span and a little more."""
    days = [day for entry in entries for day in (entry.first, entry.last) if day is not None]
    first, last = min(days, default=dt.date(2000, 1, 1)), max(days, default=dt.date(2001, 1, 1))
    margin = dt.timedelta(days=max((last - first).days // 50, 10))
    return Axis(timeline.start or first - margin, timeline.end or last + margin, LEFT, RIGHT)


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
        yield OTHERS, [item for key, item in keys if key in rest]


def _keys(entry: TimelineEntry, actors: tuple[str, ...]) -> list[str]:
    if len(actors) > 1:
        return [slug_words(entry.group)]
    others = [actor for actor in entry.actors if actor not in actors]
    return names(others) if len(others) <= MOST_COUNTERPARTS else [SEVERAL]


def _lane(label: str, members: Sequence[Numbered], axis: Axis, y: float) -> Lane:
    bars = [(item, _bar_span(item[1], axis)) for item in members if item[1].edge == "tie"]
    marks = [(item, _mark_span(item[1], axis)) for item in members if item[1].edge == "event"]
    bar_rows = pack([span for _, span in bars])
    mark_rows = pack([span for _, span in marks])
    bars_top = y + LANE_PADDING
    marks_top = bars_top + (max(bar_rows, default=-1) + 1) * (BAR + BAR_GAP)
    height = marks_top + (max(mark_rows, default=-1) + 1) * (MARK + MARK_GAP) + LANE_PADDING - y
    return Lane(
        label=label,
        y=y,
        height=height,
        marks=tuple(
            _mark(item, span, axis, marks_top + row * (MARK + MARK_GAP))
            for (item, span), row in zip(marks, mark_rows, strict=True)
        ),
        bars=tuple(
            _bar(item, span, bars_top + row * (BAR + BAR_GAP))
            for (item, span), row in zip(bars, bar_rows, strict=True)
        ),
    )


def _mark_span(entry: TimelineEntry, axis: Axis) -> Span:
    x = axis.place(entry.first or axis.first)
    return Span(x - MARK / 2, x + MARK / 2 + MARK_GAP)


def _bar_span(entry: TimelineEntry, axis: Axis) -> Span:
    return Span(
        axis.place(entry.first or axis.first), axis.place(entry.last or axis.last) + MARK_GAP
    )


def _mark(item: Numbered, span: Span, axis: Axis, y: float) -> Mark:
    number, entry = item
    x = span.start + MARK / 2
    stretch = None
    if entry.first and entry.last and (entry.last - entry.first).days >= VAGUE_DAYS:
        stretch = (x, axis.place(entry.last))
    return Mark(entry, number, x, y + MARK / 2, stretch)


def _bar(item: Numbered, span: Span, y: float) -> Bar:
    number, entry = item
    return Bar(entry, number, span.start, y, span.end - MARK_GAP - span.start, entry.last is None)
