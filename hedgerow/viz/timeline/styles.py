"""The style sheets of drawings: coloured by the page around them, or by themselves."""

from functools import cache

from hedgerow.viz.design import coloured, style
from hedgerow.viz.timeline.templates import asset

DRAWING = "drawing.css"
THEMED = ".timeline :is(.mark, .bar) { color: var(--colour, var(--muted)); }\n"


def drawing_css() -> str:
    """What drawings need beside `hedgerow.viz.design.css()` in the page that shows them."""
    return asset(DRAWING) + THEMED


@cache
def own_css() -> str:
    """The same for a drawing in a file of its own, with all colours in place."""
    drawn = coloured(asset(DRAWING) + ".timeline .mark, .timeline .bar { color: var(--muted); }\n")
    colours = [f".timeline .{one.name} {{ color: {one.colour}; }}" for one in style().groups]
    return drawn + "\n".join(colours)
