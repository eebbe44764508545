"""Events in the rows of a lane: with words where they have room, with numbers, or as dots."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.queries.entries import TimelineEntry
from hedgerow.viz.timeline.drawing import Label, Mark, Stretch
from hedgerow.viz.timeline.looks import label_of, look_of, width_of
from hedgerow.viz.timeline.packing import Span, pack
from hedgerow.viz.timeline.scale import Scale

GAP = 4.0
TAIL = 12.0
"""How far the sign for "by this day" reaches to the left."""

Numbered = tuple[int, TimelineEntry]


@dataclass(frozen=True, slots=True)
class Manner:
    """How large the marks of a lane are, and up to how many rows they are drawn like that."""

    radius: float
    row: float
    labelled: bool
    most_rows: float


MANNERS = (
    Manner(8, 20, True, 7),
    Manner(8, 19, False, 14),
    Manner(4, 10, False, float("inf")),
)


def place_marks(
    members: Sequence[Numbered], scale: Scale, right: float, top: float
) -> tuple[tuple[Mark, ...], float]:
    """The marks from `top` down and the height that they take."""
    for manner in MANNERS:
        marks = [_mark(member, scale, right, manner) for member in members]
        rows = pack([_span(mark) for mark in marks])
        count = max(rows, default=-1) + 1
        if count <= manner.most_rows:
            break
    middles = (top + (row + 0.5) * manner.row for row in rows)
    placed = zip(marks, middles, strict=True)
    return tuple(replace(mark, y=y) for mark, y in placed), count * manner.row


def _mark(member: Numbered, scale: Scale, right: float, manner: Manner) -> Mark:
    number, entry = member
    when, first = entry.when, entry.first or scale.first
    stretch: Stretch = (scale.place(first), scale.place(when.latest if when else first))
    x = round(sum(stretch) / 2, 1)
    end = None if entry.end is None else parse_partial_date(entry.end).latest
    lasts: Stretch | None = None if end is None else (x, scale.place(end))
    mark = Mark(
        entry=entry,
        number=number,
        look=look_of(entry),
        x=x,
        y=0,
        radius=manner.radius,
        stretch=_whiskers(stretch, x, manner) if when and when.earliest < when.latest else None,
        lasts=lasts if lasts and lasts[1] - x > manner.radius + 1 else None,
        by=when is None,
        beyond=None,
        label=None,
    )
    mark = replace(mark, beyond=_told_beyond(mark, _beyond(entry, first, end, scale)))
    return replace(mark, label=_label(mark, right)) if manner.labelled else mark


def _whiskers(stretch: Stretch, x: float, manner: Manner) -> Stretch:
    """All days that a date can mean, at least as wide as shows beside the mark."""
    least = manner.radius + GAP
    return min(stretch[0], x - least), max(stretch[1], x + least)


def _beyond(entry: TimelineEntry, first: dt.date, end: dt.date | None, scale: Scale) -> str | None:
    """The date of an event, or of its end, where that lies after the window."""
    if first > scale.last:
        return entry.stated
    return entry.end if end is not None and end > scale.last else None


def _told_beyond(mark: Mark, date: str | None) -> Label | None:
    """A date at the end of the line that leads to it, or before a mark that leaves no room."""
    if date is None:
        return None
    end = mark.lasts[1] - GAP if mark.lasts else mark.x
    if end - width_of(date) < mark.x + mark.radius:
        end = _span(mark).start - GAP
    return Label(date, end, ends=True)


def _label(mark: Mark, right: float) -> Label:
    """What is written after a mark, or before it where that would leave the drawing."""
    taken = _span(mark)
    text = label_of(mark.entry)
    if taken.end + width_of(text) <= right:
        return Label(text, taken.end)
    return Label(text, taken.start - GAP, ends=True)


def _span(mark: Mark) -> Span:
    """The stretch of its row that a mark takes with all that belongs to it."""
    places = [mark.x - mark.radius, mark.x + mark.radius]
    for stretch in (mark.stretch, mark.lasts):
        places.extend(stretch or ())
    if mark.by:
        places.append(mark.x - mark.radius - TAIL)
    if mark.beyond:
        places.extend((mark.beyond.x - width_of(mark.beyond.text), mark.x + mark.radius + TAIL))
    if mark.label:
        width = width_of(mark.label.text)
        places.append(mark.label.x + (-width if mark.label.ends else width))
    return Span(min(places), max(places) + GAP)
