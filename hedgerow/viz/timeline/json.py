"""A timeline as one JSON array of objects."""

import json
import re
from dataclasses import asdict

from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline.rendering import Rendering

UNSEEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]")
"""What acts on terminals or turns the reading direction without being seen."""
UNSHOWN = frozenset({"first", "last"})
"""Fields that serve drawings only; the dates stand in `stated` and `end`."""


def to_json(timeline: Timeline) -> Rendering:
    """Every event and tie with all its sentences, word for word; UTF-8."""
    rows = [_row(entry) for entry in timeline.entries]
    text = json.dumps(rows, ensure_ascii=False, indent=2)
    shown = UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return Rendering(f"{shown}\n".encode())


def _row(entry: TimelineEntry) -> dict[str, object]:
    return {name: value for name, value in asdict(entry).items() if name not in UNSHOWN}
