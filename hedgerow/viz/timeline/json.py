"""A timeline as one JSON array of objects."""

from dataclasses import asdict

from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.timeline import Timeline
from hedgerow.viz.plain import as_json
from hedgerow.viz.timeline.rendering import Rendering

UNSHOWN = frozenset({"first", "last"})
"""Fields that serve drawings only; the dates stand in `stated` and `end`."""


def to_json(timeline: Timeline) -> Rendering:
    """Every event and tie with all its sentences, word for word; UTF-8."""
    rows = [_row(entry) for entry in timeline.entries]
    text = as_json(rows, indent=2)
    return Rendering(f"{text}\n".encode())


def _row(entry: TimelineEntry) -> dict[str, object]:
    told = {name: value for name, value in asdict(entry).items() if name not in UNSHOWN}
    held = ("reliability", "credibility", "handling")
    return told | {name: getattr(entry, name) for name in held}
