"""The window of a drawing, and its scale: even, or narrower before the years that hold the most."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline.axis import Axis, Tick

LEAST_AHEAD, SHARE_AHEAD = 2 * 366, 0.15
"""The window goes on after today for some days, or a share of what lies before if that is more."""
LEAST_WINDOW = 180
"""As many days are drawn even around a single one."""
LEAST_DAYS, LEAST_ENTRIES = 12 * 366, 8
"""A shorter or emptier drawing keeps one scale."""
CROWDED = 0.35
"""By how much the share of entries after a year must exceed the share of time for two scales."""
NARROWEST, WIDEST = 0.6, 0.8
"""The share of the width that the later years have at two scales."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Days laid out over one stretch or two, each even in itself."""

    parts: tuple[Axis, ...]

    @property
    def first(self) -> dt.date:
        """The first day of the window."""
        return self.parts[0].first

    @property
    def last(self) -> dt.date:
        """The last day of the window."""
        return self.parts[-1].last

    @property
    def knee(self) -> dt.date | None:
        """The day from which on the scale is wider, None where there is one scale."""
        return self.parts[1].first if len(self.parts) > 1 else None

    def place(self, day: dt.date) -> float:
        """The place of a day; one outside the window stands at its end."""
        return next((part for part in self.parts if day < part.last), self.parts[-1]).place(day)

    def ticks(self) -> tuple[Tick, ...]:
        """The ticks of all parts; where two come too near each other the later one stays.

        A window without the start of a month has its first day and the middle one.
        """
        found = [tick for part in self.parts for tick in part.ticks()]
        if not found:
            days = (self.first, self.first + (self.last - self.first) / 2)
            return tuple(Tick(self.place(day), day.isoformat()) for day in days)
        nexts = [*(tick.x for tick in found[1:]), inf]
        pairs = zip(found, nexts, strict=True)
        return tuple(tick for tick, after in pairs if after - tick.x >= tick.width)


def began(entry: TimelineEntry) -> PartialDate | None:
    """When an entry happened or began, else by when it was so; None where nothing tells."""
    text = entry.stated or (entry.first.isoformat() if entry.first else None)
    return None if text is None else parse_partial_date(text)


def scale_of(
    timeline: Timeline, entries: Sequence[TimelineEntry], left: float, right: float
) -> Scale:
    """The range that was asked for, else what the dates span up to soon after today."""
    first, last = _window(timeline, entries)
    starts = sorted(date.earliest for entry in entries if (date := began(entry)) is not None)
    shown = [day for day in starts if first <= day <= last]
    knee = _knee(shown, first, last)
    if knee is None:
        return Scale((Axis(first, last, left, right),))
    share = min(max(_share_from(knee, shown), NARROWEST), WIDEST)
    middle = round(right - share * (right - left), 1)
    return Scale((Axis(first, knee, left, middle), Axis(knee, last, middle, right)))


def _window(timeline: Timeline, entries: Sequence[TimelineEntry]) -> tuple[dt.date, dt.date]:
    starts = [date.earliest for entry in entries if (date := began(entry)) is not None]
    days = [*starts, *(entry.last for entry in entries if entry.last is not None)]
    today = timeline.as_of or max(days, default=dt.date(2001, 1, 1))
    first = min([*days, today])
    ahead = max(LEAST_AHEAD, int((today - first).days * SHARE_AHEAD))
    last = min(max([*days, today]), _moved(today, ahead))
    margin = max((last - first).days // 50, (LEAST_WINDOW - (last - first).days) // 2, 10)
    return timeline.start or _moved(first, -margin), timeline.end or _moved(last, margin)


def _moved(day: dt.date, days: int) -> dt.date:
    """A day moved as far as the calendar goes."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))


def _knee(starts: Sequence[dt.date], first: dt.date, last: dt.date) -> dt.date | None:
    """The start of the year from which on far more happens than in the time before."""
    days = (last - first).days
    if days < LEAST_DAYS or len(starts) < LEAST_ENTRIES:
        return None
    years = sorted({dt.date(day.year, 1, 1) for day in starts if day.year > first.year})
    crowding = [(_share_from(year, starts) - (last - year).days / days, year) for year in years]
    most, knee = max(crowding, default=(0.0, first))
    return knee if most >= CROWDED else None


def _share_from(day: dt.date, starts: Sequence[dt.date]) -> float:
    return sum(start >= day for start in starts) / len(starts)
