"""Timelines as drawings, pages, calendars, tables, documents, graphs and linked data."""

from pathlib import Path

from hedgerow.errors import UsageError
from hedgerow.queries.timeline import Timeline
from hedgerow.viz.files import write_whole
from hedgerow.viz.timeline.forms import Form, form_named, forms
from hedgerow.viz.timeline.rendering import Rendering
from hedgerow.viz.timeline.styles import drawing_css
from hedgerow.viz.timeline.svg import drawing_svg

__all__ = [
    "Form",
    "Rendering",
    "drawing_css",
    "drawing_svg",
    "form_named",
    "forms",
    "render",
    "write",
]


def render(timeline: Timeline, form: str, **options: object) -> Rendering:
    """A timeline in one of the `forms()`, with options that the format takes.

    Raises:
        UsageError: there is no such format, or it takes no such option.
    """
    wanted = form_named(form)
    for name in options:
        if name not in wanted.options:
            known = f"it takes {', '.join(wanted.options)}" if wanted.options else "it takes none"
            raise UsageError(f"A timeline as {form} has no option {name!r}; {known}.")
    return wanted.writer(timeline, **options)


def write(path: Path, rendering: Rendering) -> None:
    """Write a rendering whole or not at all; UsageError where the place cannot be written to."""
    write_whole(path, rendering.content)
