"""A timeline as an iCalendar file (RFC 5545) of all-day events.

A day is never made up silently: what is known to the month or year stands on its first day with
`X-HEDGEROW-PRECISION` and says so in its summary; what is not dated at all is left out and counted.
What is not concluded says so in its summary; only what took place is CONFIRMED, an end included.
"""

import datetime as dt

import icalendar

from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.timeline import Timeline
from hedgerow.queries.words.phrases import CONCLUDED, CONTESTED, PROSPECTIVE, counted, names
from hedgerow.viz.links import web_address
from hedgerow.viz.plain import plain
from hedgerow.viz.timeline.rendering import Rendering

DAY = dt.timedelta(days=1)
CONFIRMED, TENTATIVE, CANCELLED = "CONFIRMED", "TENTATIVE", "CANCELLED"
STATUSES = {CONCLUDED: CONFIRMED, PROSPECTIVE: TENTATIVE, CONTESTED: TENTATIVE}
UNHAPPENED = frozenset({"denied", "cancelled"})
"""Negative statuses of what did not happen; an end or suspension did."""
SHOWN_SOURCES = 5
"""As many sentences stand in a description; further ones are counted."""


def to_ics(timeline: Timeline) -> Rendering:
    """The dated events. Ties are left out: the events that open and close them are there."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//hedgerow//timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", plain(timeline.title))
    events = [entry for entry in timeline.entries if entry.edge == "event"]
    dated = [(entry, entry.when) for entry in events if entry.when is not None]
    undated = len(events) - len(dated)
    calendar.add("x-hedgerow-undated", str(undated))
    for entry, when in dated:
        calendar.add_component(_event(entry, when))
    note = f"{counted(undated, 'undated event is', 'undated events are')} not in the calendar."
    return Rendering(calendar.to_ical(), (note,) if undated else ())


def _event(entry: TimelineEntry, when: PartialDate) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{entry.id.replace('/', '-')}@hedgerow")
    event.add("dtstamp", _stamp(entry, when))
    event.add("dtstart", when.earliest)
    event.add("dtend", _last_day(entry, when) + DAY)
    event.add("summary", plain(_summary(entry, when)))
    event.add("description", _description(entry))
    event.add("categories", [plain(entry.label)])
    event.add("status", _status(entry))
    event.add("transp", "TRANSPARENT")
    event.add("x-hedgerow-standing", entry.standing)
    event.add("x-hedgerow-actors", " ".join(entry.actors))
    if when.precision != "day":
        event.add("x-hedgerow-precision", when.precision)
    address = next(filter(None, (web_address(source.address) for source in entry.sources)), None)
    if address is not None:
        event.add("url", address)
    return event


def _status(entry: TimelineEntry) -> str:
    negative = CANCELLED if entry.status in UNHAPPENED else CONFIRMED
    return STATUSES.get(entry.standing, negative)


def _summary(entry: TimelineEntry, when: PartialDate) -> str:
    return entry.words if when.precision == "day" else f"{entry.words}, in {when.edtf}"


def _last_day(entry: TimelineEntry, when: PartialDate) -> dt.date:
    """The last day that is stated; the first one where only a month or year is."""
    end = when if entry.end is None else parse_partial_date(entry.end)
    return max(when.earliest, end.latest if end.precision == "day" else when.earliest)


def _stamp(entry: TimelineEntry, when: PartialDate) -> dt.datetime:
    """When the newest source was published, so that the same timeline gives the same file."""
    published = (parse_partial_date(one.published) for one in entry.sources if one.published)
    day = max((date.latest for date in published), default=when.latest)
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def _description(entry: TimelineEntry) -> str:
    told = [_source_text(source) for source in entry.sources[:SHOWN_SOURCES]]
    if len(entry.sources) > SHOWN_SOURCES:
        told.append(f"and {len(entry.sources) - SHOWN_SOURCES} more")
    return "\n\n".join(told)


def _source_text(source: Source) -> str:
    said_by = names([source.attributed_to]) if source.attributed_to else []
    facts = [
        *said_by,
        source.publisher,
        source.title,
        source.published,
        web_address(source.address),
    ]
    told = ", ".join(plain(fact) for fact in facts if fact)
    return f"“{plain(source.quote)}” ({told})" if told else f"“{plain(source.quote)}”"
