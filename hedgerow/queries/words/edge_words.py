"""An edge in words: how it stands, and what it is in one line."""

import datetime as dt

from hedgerow.queries.dates.as_of import POSSIBLY, position
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.words.phrases import (
    CONTESTED,
    HELD,
    matter_text,
    parties_text,
    standing_word,
    status_text,
    tie_text,
)


def standing_of(edge: Edge, on: dt.date = dt.date.max) -> str:
    """The standing of an event; of a tie held, possibly or ended on a day, else after all told."""
    if not edge.is_tie:
        return str(edge.standing)
    found = position(edge, on)
    return POSSIBLY if found is None else found.standing


def words_of(edge: Edge, stage: str | None, on: dt.date | None = None) -> str:
    """It in one line: `contested: Russia - Vietnam: base access, Cam Ranh`.

    Without a day it is left to others to say how a tie stands.
    """
    arrow = edge.directed and edge.standing != CONTESTED
    parties = parties_text(edge.actors, directed=arrow)
    if edge.is_tie:
        matter = tie_text(edge.label, edge.level, edge.item)
    else:
        matter = matter_text(edge.label, edge.level, edge.item, edge.place)
    doubt = _doubt(edge, on)
    about = f" ({status_text(stage)})" if stage else ""
    told = f"{parties}: {matter}{about}"
    return f"{doubt}: {told}" if doubt else told


def _doubt(edge: Edge, on: dt.date | None) -> str | None:
    """The word that must stand before it where it is not concluded or not surely held."""
    if not edge.is_tie:
        return standing_word(str(edge.standing), edge.status)
    unsure = on is not None and standing_of(edge, on) == POSSIBLY
    return f"{POSSIBLY} {HELD}" if unsure else None
