"""A timeline as Markdown with footnotes."""

from hedgerow.queries.timeline import Timeline
from hedgerow.viz.report import render
from hedgerow.viz.timeline.rendering import Rendering
from hedgerow.viz.timeline.report import report_of


def to_md(timeline: Timeline) -> Rendering:
    """Tables by standing; UTF-8."""
    return Rendering(render(report_of(timeline), "md"))
