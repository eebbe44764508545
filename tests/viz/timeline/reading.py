"""What the tests of formats share: rendering, and the pieces of hostile text that must not act."""

from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline import render

CONTROL = frozenset(chr(n) for n in (*range(9), 11, 12, *range(14, 32), 127, 0x9B, 0x202E, 0xFFFE))
"""What no file may hold: controls, escapes, direction overrides, what is not allowed in XML."""


def content(timeline: Timeline, form: str, **options: object) -> bytes:
    """The file."""
    return render(timeline, form, **options).content


def of_type(timeline: Timeline, type_: str, edge: str = "event") -> TimelineEntry:
    """The one entry of a type."""
    (found,) = [one for one in timeline.entries if one.type == type_ and one.edge == edge]
    return found
