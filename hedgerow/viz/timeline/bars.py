"""Ties as bars: solid where they were surely held, faint where they may have been."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.words.phrases import HELD
from hedgerow.viz.timeline.drawing import Bar, Label, Stretch
from hedgerow.viz.timeline.looks import label_of, look_of, width_of
from hedgerow.viz.timeline.packing import Span, pack
from hedgerow.viz.timeline.scale import Scale, began

ROW = 18.0
INSET, GAP = 5.0, 6.0
TAIL = 12.0
"""How far the sign for "by this day" reaches to the left."""
ARROW = 8.0
LEAST = 3.0

Numbered = tuple[int, TimelineEntry]


def place_bars(
    members: Sequence[Numbered], scale: Scale, today: dt.date, edges: Stretch, top: float
) -> tuple[tuple[Bar, ...], float]:
    """The bars from `top` down and the height that they take."""
    bars = [_bar(member, scale, today, edges) for member in members]
    rows = pack([_span(bar) for bar in bars])
    placed = tuple(replace(bar, y=top + row * ROW) for bar, row in zip(bars, rows, strict=True))
    return placed, (max(rows, default=-1) + 1) * ROW


def _bar(member: Numbered, scale: Scale, today: dt.date, edges: Stretch) -> Bar:
    number, entry = member
    start, end, sure = _places(entry, scale, today)
    after = entry.end is not None and parse_partial_date(entry.end).latest > scale.last
    return Bar(
        entry=entry,
        number=number,
        look=look_of(entry),
        y=0,
        start=start,
        end=end,
        sure=sure,
        may=_around(start, end, sure),
        is_open=after or entry.end is None,
        by=entry.stated is None,
        label=_label(_words(number, entry, after), (start, end), edges[1], _before(entry)),
    )


def _words(number: int, entry: TimelineEntry, after: bool) -> str:
    end = f" (to {entry.end})" if after else ""
    return f"{number} {label_of(entry)}{end}"


def _before(entry: TimelineEntry) -> float:
    """The room of the sign for "by this day", where it stands before the bar."""
    return TAIL if entry.stated is None else 0


def _places(
    entry: TimelineEntry, scale: Scale, today: dt.date
) -> tuple[float, float, Stretch | None]:
    """From where to where it may have been held, and where it surely was, None where nowhere."""
    since = began(entry)
    assert since is not None  # noqa: S101  others are not placed
    start = scale.place(since.earliest)
    if entry.end is not None:
        ended = parse_partial_date(entry.end)
        last, sure = ended.latest, ended.earliest
    else:
        last, sure = today, _surely_until(entry, since.latest) or today
    held = (scale.place(since.latest), scale.place(sure))
    return start, max(scale.place(last), start), held if held[1] > held[0] else None


def _surely_until(entry: TimelineEntry, begun: dt.date) -> dt.date | None:
    """The last confirmation of what is held no more for sure; None where it is."""
    if entry.standing == HELD and not entry.unconfirmed_since:
        return None
    confirmed = entry.unconfirmed_since or entry.last_confirmed
    return parse_partial_date(confirmed).latest if confirmed else begun


def _around(start: float, end: float, sure: Stretch | None) -> tuple[Stretch, ...]:
    """What remains beside the sure stretch, as far as it can be seen."""
    rests = ((start, sure[0]), (sure[1], end)) if sure else ((start, max(end, start + LEAST)),)
    return tuple((first, last) for first, last in rests if last - first >= 1)


def _label(text: str, bar: Stretch, right: float, before: float) -> Label:
    """What is written in a bar, else after it, else before it where the drawing ends."""
    start, end = bar
    width = width_of(text)
    if start + INSET + width <= end:
        return Label(text, start + INSET)
    if end + ARROW + GAP + width <= right:
        return Label(text, end + ARROW + GAP)
    return Label(text, start - before - GAP, ends=True)


def _span(bar: Bar) -> Span:
    width = width_of(bar.label.text)
    before, after = (width, 0) if bar.label.ends else (0, width)
    first, last = bar.label.x - before, bar.label.x + after
    return Span(min(bar.start - _before(bar.entry), first), max(bar.end + ARROW, last) + GAP)
