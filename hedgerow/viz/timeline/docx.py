"""A timeline as a Word document with numbered evidence."""

from hedgerow.queries.timeline import Timeline
from hedgerow.viz.report import render
from hedgerow.viz.timeline.rendering import Rendering
from hedgerow.viz.timeline.report import report_of


def to_docx(timeline: Timeline) -> Rendering:
    """Tables by standing, with links from each row to its evidence."""
    return Rendering(render(report_of(timeline), "docx"))
