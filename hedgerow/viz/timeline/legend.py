"""What the shapes, lines and colours of a drawing mean, as far as it uses them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.words.phrases import DENIED
from hedgerow.viz.design import style
from hedgerow.viz.timeline.drawing import Layout, Look
from hedgerow.viz.timeline.looks import LETTER, STALE

SAMPLE, GAP, ROW = 34.0, 18.0, 20.0
SIGNS = {
    "held": "a tie held; arrow: no end known",
    "ended": "a tie ended",
    "unconfirmed": "faint: not confirmed for long, or not surely held",
    "stretch": "known to the month or year",
    "by": "by the day of its report",
    "lasts": "up to its stated end",
}
"""The words for what is no standing of an event, by the name of its sample."""


@dataclass(frozen=True, slots=True)
class Item:
    """A sample with its words, and where it stands in a drawing."""

    name: str
    look: Look
    words: str
    x: float = 0
    y: float = 0


def legend_of(layout: Layout) -> tuple[Item, ...]:
    """The shapes and lines that are drawn, then the colours."""
    return (*_shapes(layout), *_signs(layout), *_colours(layout))


def flowing(items: Sequence[Item], left: float, right: float) -> tuple[tuple[Item, ...], float]:
    """The items in lines from left to right, and the height of these."""
    placed, x, y = [], left, 0.0
    for item in items:
        width = SAMPLE + len(item.words) * LETTER + GAP
        if x > left and x + width > right:
            x, y = left, y + ROW
        placed.append(Item(item.name, item.look, item.words, x, y))
        x += width
    return tuple(placed), (y + ROW if placed else 0.0)


def _shapes(layout: Layout) -> Iterator[Item]:
    used = {mark.look.shape for lane in layout.lanes for mark in lane.marks}
    for one in style().standings:
        if one.name in used:
            yield Item("mark", Look("", one.name, one.name), f"{one.label}: {_meaning(one.name)}")
        if DENIED in used and DENIED in one.statuses:
            label = vocabulary().status(DENIED).label
            yield Item("mark", Look("", one.name, DENIED), label)


def _meaning(name: str) -> str:
    return next(one.meaning for one in style().standings if one.name == name)


def _signs(layout: Layout) -> Iterator[Item]:
    marks = [mark for lane in layout.lanes for mark in lane.marks]
    bars = [bar for lane in layout.lanes for bar in lane.bars]
    used = {bar.look.standing for bar in bars}
    used |= {STALE} if any(bar.may for bar in bars) else set()
    used |= {"stretch"} if any(mark.stretch for mark in marks) else set()
    used |= {"by"} if any(mark.by for mark in marks) or any(bar.by for bar in bars) else set()
    used |= {"lasts"} if any(mark.lasts for mark in marks) else set()
    for name, words in SIGNS.items():
        if name in used:
            yield Item(name, Look("", name, name), words)


def _colours(layout: Layout) -> Iterator[Item]:
    used = {mark.look.group for lane in layout.lanes for mark in lane.marks}
    used |= {bar.look.group for lane in layout.lanes for bar in lane.bars}
    for group in style().groups:
        if group.name in used:
            yield Item("colour", Look(group.name, "", ""), group.label)
