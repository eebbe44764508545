"""A timeline as a drawing: in a file of its own, or for a page that shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from hedgerow.queries.timeline import Timeline
from hedgerow.queries.words.phrases import counted
from hedgerow.viz.timeline.drawing import Layout
from hedgerow.viz.timeline.layout import lay_out
from hedgerow.viz.timeline.legend import Item, flowing, legend_of
from hedgerow.viz.timeline.rendering import Rendering
from hedgerow.viz.timeline.styles import own_css
from hedgerow.viz.timeline.templates import environment

HEADING, NOTE, GAP, FOOT = 50.0, 16.0, 8.0, 26.0


@dataclass(frozen=True, slots=True)
class Whole:
    """A drawing beneath its heading: `head` is the height of title, legend and notes."""

    layout: Layout
    head: float
    height: float
    legend: tuple[Item, ...]
    notes: tuple[str, ...] = ()


def to_svg(timeline: Timeline) -> Rendering:
    """One SVG file without scripts; marks link to their source and can be reached by keyboard."""
    whole = lay_whole(timeline)
    css = Markup(own_css())  # noqa: S704  our own
    content = _drawn(timeline, whole, top=HEADING, embedded=False, leads="source", css=css)
    return Rendering(content.encode(), left_out(whole.layout))


def drawing_svg(timeline: Timeline, *, legend: bool = True) -> str:
    """The drawing alone for a page with `drawing_css()` in its style sheet.

    Each mark is a button with the id of its event or tie in `data-edge`. What `remarks()` tells
    must stand beside it.
    """
    layout = lay_out(timeline)
    items, lines = flowing(legend_of(layout) if legend else (), 6, layout.right)
    whole = Whole(layout, lines + GAP, lines + GAP + layout.height + FOOT, items)
    return _drawn(timeline, whole, top=0, embedded=True, leads="edge")


def left_out(layout: Layout) -> tuple[str, ...]:
    """What the drawing does not show."""
    if not layout.unplaced:
        return ()
    told = counted(layout.unplaced, "event or tie has", "events or ties have")
    return (f"{told} no date and {'is' if layout.unplaced == 1 else 'are'} not drawn.",)


def remarks(layout: Layout) -> Iterator[str]:
    """What must be known to read the drawing, and what it leaves out."""
    if layout.knee:
        yield f"The years before {layout.knee.label[:4]} are drawn at a smaller scale."
    yield from left_out(layout)


def lay_whole(timeline: Timeline) -> Whole:
    """The drawing as a file has it."""
    layout = lay_out(timeline)
    legend, lines = flowing(legend_of(layout), 6, layout.right)
    notes = tuple(remarks(layout))
    head = HEADING + lines + NOTE * len(notes) + GAP
    return Whole(layout, head, head + layout.height + FOOT, legend, notes)


def _drawn(timeline: Timeline, whole: Whole, **given: object) -> str:
    template = environment().get_template("drawing.svg.j2")
    return template.render(timeline=timeline, whole=whole, layout=whole.layout, **given).strip()
