"""A timeline as one JSON array of objects."""

import json
from dataclasses import asdict

from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline.rendering import Rendering

UNSHOWN = frozenset({"first", "last"})
"""Fields that serve drawings only; the dates stand in `stated` and `end`."""


def to_json(timeline: Timeline) -> Rendering:
    """Every event and tie with all its sentences; UTF-8."""
    rows = [_row(entry) for entry in timeline.entries]
    return Rendering((json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode())


def _row(entry: TimelineEntry) -> dict[str, object]:
    return {name: value for name, value in asdict(entry).items() if name not in UNSHOWN}
