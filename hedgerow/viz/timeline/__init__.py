"""Timelines as tables for a terminal, CSV, JSON, iCalendar, SVG and HTML."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType

from hedgerow.errors import UsageError
from hedgerow.queries.timeline import Timeline
from hedgerow.viz.files import write_whole
from hedgerow.viz.timeline.csv import to_csv
from hedgerow.viz.timeline.html import to_html
from hedgerow.viz.timeline.ics import to_ics
from hedgerow.viz.timeline.json import to_json
from hedgerow.viz.timeline.rendering import Rendering
from hedgerow.viz.timeline.svg import to_svg

__all__ = ["FORMATS", "Rendering", "render", "write"]

FORMATS: Mapping[str, Callable[[Timeline], Rendering]] = MappingProxyType(
    {"csv": to_csv, "html": to_html, "ics": to_ics, "json": to_json, "svg": to_svg}
)
"""The renderers of files by format, which is also the suffix of its files."""


def render(timeline: Timeline, form: str) -> Rendering:
    """A timeline in one of the formats; UsageError with a near match for another one."""
    renderer = FORMATS.get(form)
    if renderer is not None:
        return renderer(timeline)
    near = get_close_matches(form, FORMATS, n=1)
    hint = f"did you mean {near[0]}?" if near else f"choose one of {', '.join(FORMATS)}."
    raise UsageError(f"There is no timeline format {form!r}; {hint}")


def write(path: Path, rendering: Rendering) -> None:
    """Write a rendering whole or not at all; UsageError where the place cannot be written to."""
    write_whole(path, rendering.content)
