"""A timeline as a drawing of its own."""

from hedgerow.queries.timeline import Timeline
from hedgerow.queries.words.phrases import counted
from hedgerow.viz.timeline.drawing import Layout
from hedgerow.viz.timeline.layout import lay_out
from hedgerow.viz.timeline.rendering import Rendering
from hedgerow.viz.timeline.templates import environment, style


def to_svg(timeline: Timeline) -> Rendering:
    """One SVG file without scripts; marks link to their source and can be reached by keyboard."""
    layout = lay_out(timeline)
    drawn = (
        environment()
        .get_template("drawing.svg.j2")
        .render(timeline=timeline, layout=layout, standalone=True, css=style("drawing.css"))
    )
    return Rendering(drawn.strip().encode(), left_out(layout))


def left_out(layout: Layout) -> tuple[str, ...]:
    """What the drawing does not show."""
    if not layout.unplaced:
        return ()
    told = counted(layout.unplaced, "event or tie has", "events or ties have")
    return (
        f"{told} no date and is not drawn."
        if layout.unplaced == 1
        else f"{told} no date and are not drawn.",
    )
