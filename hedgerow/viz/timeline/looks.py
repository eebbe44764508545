"""How entries look and what is written beside them."""

from hedgerow.queries.dates.as_of import POSSIBLY
from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.words.phrases import (
    DENIED,
    ENDED,
    HELD,
    matter_text,
    slug_words,
    standing_word,
    tie_text,
)
from hedgerow.viz.design import style
from hedgerow.viz.plain import plain
from hedgerow.viz.timeline.drawing import Look

LETTER = 5.9
"""The width of a letter of a label, in units of the drawing."""
LONGEST, LONGEST_TIE = 46, 64
"""As many letters are shown of what stands beside a mark, and in a bar."""
STALE = "unconfirmed"
DOUBTS = {ENDED: f", {ENDED}", POSSIBLY: f", {POSSIBLY} {HELD}"}
"""What must stand after a tie that is not held for sure."""


def look_of(entry: TimelineEntry) -> Look:
    """The look of an entry; a denial has a shape of its own among what is disputed."""
    known = style()
    if entry.edge == "tie":
        standing = STALE if entry.unconfirmed_since else entry.standing
        return Look(known.group_of_kind(entry.type).name, standing, entry.edge)
    standing = known.standing_of(entry.standing, entry.status or "").name
    shape = DENIED if entry.status == DENIED and entry.standing != standing else standing
    return Look(known.group_of_type(entry.type).name, standing, shape)


def label_of(entry: TimelineEntry) -> str:
    """What it is, without its actors: `planned: visit`, `strategic partnership, ended`."""
    item = None if entry.item is None else slug_words(entry.item)
    if entry.edge == "tie":
        told = cut(tie_text(entry.label, entry.level, item), LONGEST_TIE)
        return f"{told}{DOUBTS.get(entry.standing, '')}"
    doubt = standing_word(entry.standing, entry.status)
    told = matter_text(entry.label, entry.level, item, entry.place)
    return cut(f"{doubt}: {told}" if doubt else told)


def cut(text: str, longest: int = LONGEST) -> str:
    """The text on one line, with a sign where it was too long."""
    shown = plain(text).strip()
    return shown if len(shown) <= longest else f"{shown[: longest - 1].rstrip()}…"


def width_of(text: str) -> float:
    """About how wide a label is."""
    return len(text) * LETTER
