"""A timeline as an iCalendar file (RFC 5545) of all-day events: what is coming, or everything.

A day is never made up silently: what is known to the month or year stands on one day that it can
mean, with `X-HEDGEROW-PRECISION`, and says so in its summary and description. What is not dated at
all is left out and counted.
"""

from collections.abc import Iterator

import icalendar

from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.timeline import Timeline
from hedgerow.queries.words.phrases import CONCLUDED, counted
from hedgerow.viz.plain import plain
from hedgerow.viz.timeline.ics_entry import anniversary, event, expiry
from hedgerow.viz.timeline.rendering import Rendering


def to_ics(
    timeline: Timeline, *, everything: bool = False, anniversaries: bool = False
) -> Rendering:
    """What may come after the day of the archive: plans, and stated terms that end.

    `everything` adds all dated events of the past, `anniversaries` the yearly days of what was
    concluded on a known day. Ties are left out: the events that open and close them are there.
    """
    events = [entry for entry in timeline.entries if entry.edge == "event"]
    wanted = [entry for entry in events if everything or entry.id in timeline.planned]
    undated = sum(entry.when is None for entry in events)
    yearly = [entry for entry in events if anniversaries and _recurs(entry)]
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//hedgerow//timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", plain(timeline.title))
    calendar.add("x-hedgerow-undated", str(undated))
    for entry in wanted:
        if entry.when is not None:
            calendar.add_component(event(entry, entry.when, timeline.as_of))
    for entry in events:
        for term in timeline.terms.get(entry.id, ()):
            calendar.add_component(expiry(entry, term, timeline.as_of))
    for entry in yearly:
        calendar.add_component(anniversary(entry, timeline.as_of))
    dated = len(events) - undated
    left = 0 if everything else dated - sum(entry.when is not None for entry in wanted)
    notes = _notes(timeline, left, undated, is_empty=not calendar.subcomponents)
    return Rendering(calendar.to_ical(), tuple(notes))


def _recurs(entry: TimelineEntry) -> bool:
    known = entry.when is not None and entry.when.precision == "day"
    return entry.standing == CONCLUDED and known


def _notes(timeline: Timeline, past: int, undated: int, *, is_empty: bool) -> Iterator[str]:
    """What the calendar leaves out."""
    if past:
        none = "Nothing is stated to come, so the calendar is empty: " if is_empty else ""
        told = counted(past, "event is", "events are")
        yield f"{none}{told} not ahead of {timeline.as_of}; --all writes what was before."
    if undated:
        yield f"{counted(undated, 'undated event is', 'undated events are')} not in the calendar."
