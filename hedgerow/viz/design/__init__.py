"""The design system: sizes, colours, dashes and base components of everything people look at."""

from hedgerow.viz.design.sheet import coloured, css, looks, properties
from hedgerow.viz.design.styles import Group, Standing, Style, style
from hedgerow.viz.design.values import palette, sizes

__all__ = [
    "Group",
    "Standing",
    "Style",
    "coloured",
    "css",
    "looks",
    "palette",
    "properties",
    "sizes",
    "style",
]
