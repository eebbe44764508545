"""The style sheets of drawings: coloured by the page around them, or by themselves."""

import re
from functools import cache

from hedgerow.viz.design import palette, sizes, style
from hedgerow.viz.timeline.templates import asset

DRAWING = "drawing.css"
THEMED = ".timeline :is(.mark, .bar) { color: var(--colour, var(--muted)); }\n"
_VARIABLE = re.compile(r"var\(--([a-z0-9-]+)\)")


def drawing_css() -> str:
    """What drawings need beside `hedgerow.viz.design.css()` in the page that shows them."""
    return asset(DRAWING) + THEMED


@cache
def own_css() -> str:
    """The same for a drawing in a file of its own, with all colours in place."""
    values = {**palette("light"), **sizes()}
    drawn = _VARIABLE.sub(lambda match: values[match[1]], asset(DRAWING))
    drawn += f".timeline .mark, .timeline .bar {{ color: {values['muted']}; }}\n"
    colours = [f".timeline .{one.name} {{ color: {one.colour}; }}" for one in style().groups]
    return drawn + "\n".join(colours)
