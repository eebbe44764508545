"""How firm a matter is on a day, firmest first: the design's standings, and ties possibly held."""

from functools import cache
from types import MappingProxyType

from hedgerow.queries.dates.as_of import POSSIBLY, Position
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.words.phrases import CONCLUDED, ENDED, HELD, NEGATIVE
from hedgerow.viz.design import Standing, style

NOT_YET = -1
"""In place of a standing's number: it had not begun by that day."""
_OF_TIES = MappingProxyType({HELD: CONCLUDED, ENDED: NEGATIVE})


@cache
def standings() -> tuple[Standing, ...]:
    """The standings that lines and rows are counted by, each numbered by its place."""
    firmest, prospective, *others = style().standings
    return (firmest, _possible(prospective), prospective, *others)


def _possible(like: Standing) -> Standing:
    return Standing(
        name=POSSIBLY,
        label="Possibly held",
        meaning="a tie of which the day of its beginning or end is not known closely enough",
        standings=(POSSIBLY,),
        statuses=(),
        dashes=(2, 9),
        opacity=like.opacity,
        colour=like.colour,
        dark=like.dark,
        tint=like.tint,
        dark_tint=like.dark_tint,
    )


def number_of(found: Position | None) -> int:
    """The number of the standing that an edge has on a day."""
    return NOT_YET if found is None else _number(found.standing, found.status or "")


def number_as_told(edge: Edge) -> int:
    """The number of the standing that an event has where no day is asked about."""
    return _number(str(edge.standing), edge.status or "")


@cache
def _number(standing: str, status: str) -> int:
    if standing == POSSIBLY:
        found = standings()[1]
    else:
        found = style().standing_of(_OF_TIES.get(standing, standing), status)
    return standings().index(found)
