"""When an edge was, and from which day on it stands how."""

import datetime as dt
from collections.abc import Iterator

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.queries.dates.as_of import position
from hedgerow.queries.reading.edge import Edge
from hedgerow.viz.explorer.network.standings import NOT_YET, number_of

OPEN = dt.date.max.toordinal()
"""In place of the last day of a tie that has no known end."""
UNKNOWN = 0
"""In place of a first day that nothing tells."""


def days_of(edge: Edge) -> tuple[int, int]:
    """The first and last day on which it may have been: for ties, have been held."""
    begun = edge.stated or edge.published or edge.last_confirmed
    if begun is None:
        return UNKNOWN, UNKNOWN
    first = parse_partial_date(begun)
    if edge.end is not None:
        last = parse_partial_date(edge.end).latest.toordinal()
    else:
        last = OPEN if edge.is_tie else first.latest.toordinal()
    return first.earliest.toordinal(), max(last, first.earliest.toordinal())


def changes(edge: Edge) -> Iterator[tuple[int, int]]:
    """From which day on it has which standing, by day; a day stands for all up to the next one."""
    before = NOT_YET
    for day in sorted({dt.date.min, *_turns(edge)}):
        standing = number_of(position(edge, day))
        if standing != before:
            yield day.toordinal(), standing
            before = standing


def _turns(edge: Edge) -> Iterator[dt.date]:
    """The days on which `position` can change."""
    told = [step.on for step in edge.history]
    if edge.is_tie:
        told += [edge.stated, edge.last_confirmed, edge.end]
    for date in filter(None, told):
        found = parse_partial_date(date)
        yield from (found.earliest, found.latest)
