"""How an edge stands on the day that is looked at, and how that looks."""

import datetime as dt
from dataclasses import replace

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.as_of import POSSIBLY, Position
from hedgerow.queries.dates.standing import stands
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.words.cells import stage_as_of
from hedgerow.queries.words.edge_words import words_of
from hedgerow.queries.words.phrases import CONCLUDED, CONTESTED, ENDED, HELD, NEGATIVE, status_text
from hedgerow.viz.design import style

__all__ = ["as_it_stood", "badge_of", "look_of", "look_of_status", "stands", "told_on"]


def as_it_stood(found: Position) -> Edge:
    """The edge with the status and standing that it had on the day."""
    if found.edge.is_tie:
        return found.edge
    return replace(found.edge, status=found.status, standing=found.standing)


def look_of(found: Position) -> str:
    """The standing of the design that it is drawn with; `possibly` for a tie possibly held."""
    if not found.edge.is_tie:
        return style().standing_of(found.standing, str(found.status)).name
    if found.standing == POSSIBLY:
        return POSSIBLY
    return style().standing_of(NEGATIVE if found.standing == ENDED else CONCLUDED, "").name


def look_of_status(status: str) -> str:
    """The standing of the design that a sentence or step of a status is drawn with."""
    return style().standing_of(vocabulary().status(status).standing, status).name


def badge_of(found: Position, on: dt.date) -> str:
    """How it stands in a word or two: `signed`, `reported (planned)`, `held`."""
    if found.edge.is_tie:
        return f"{POSSIBLY} {HELD}" if found.standing == POSSIBLY else found.standing
    told = status_text(str(found.status), _stage(found, on))
    return f"{CONTESTED}, asserted as {told}" if found.standing == CONTESTED else told


def told_on(found: Position, on: dt.date) -> str:
    """It in one line, as it stood on the day."""
    return words_of(as_it_stood(found), _stage(found, on), on)


def _stage(found: Position, on: dt.date) -> str | None:
    """What is reported or denied, where that is the status."""
    edge = found.edge
    if edge.is_tie or found.status == edge.status:
        return edge.stage
    return stage_as_of(edge, found.status, on)
