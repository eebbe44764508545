"""An edge in words: how it stands, and what it is in one line."""

import datetime as dt

from hedgerow.queries.dates.as_of import POSSIBLY, position
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.words.phrases import (
    CONTESTED,
    ENDED,
    HELD,
    matter_text,
    parties_text,
    standing_word,
    status_text,
    tie_text,
)


def standing_of(edge: Edge, on: dt.date | None = None) -> str:
    """The standing of an event; of a tie held, possibly or ended, as of a day where one is given.

    Without a day a tie is held unless its end is known.
    """
    if not edge.is_tie:
        return str(edge.standing)
    if on is None:
        return HELD if edge.end is None else ENDED
    found = position(edge, on)
    return POSSIBLY if found is None else found.standing


def words_of(edge: Edge, stage: str | None, on: dt.date | None = None) -> str:
    """It in one line: `contested: Russia - Vietnam: base access, Cam Ranh`."""
    standing = standing_of(edge, on)
    arrow = edge.directed and standing != CONTESTED
    parties = parties_text(edge.actors, directed=arrow)
    if edge.is_tie:
        matter = tie_text(edge.label, edge.level, edge.item)
    else:
        matter = matter_text(edge.label, edge.level, edge.item, edge.place)
    doubt = f"{POSSIBLY} {HELD}" if standing == POSSIBLY else standing_word(standing, edge.status)
    about = f" ({status_text(stage)})" if stage else ""
    told = f"{parties}: {matter}{about}"
    return f"{doubt}: {told}" if doubt else told
