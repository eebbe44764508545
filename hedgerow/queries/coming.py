"""What lies ahead on a timeline: the dates of plans, and the stated ends of terms."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from hedgerow.queries.brief.ahead import date_ahead, ends_ahead
from hedgerow.queries.dates.as_of import has_ended
from hedgerow.queries.dates.terms import TERM, stated_terms
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edges import Selection, attribute_of
from hedgerow.queries.reading.selecting import tie_by_event
from hedgerow.queries.words.phrases import CONCLUDED, NEGATIVE


def planned_after(edges: Sequence[Edge], on: dt.date) -> frozenset[str]:
    """The ids of the plans whose date may lie after a day.

    What is told as done is none, whatever its date, nor is what was called off.
    """
    plans = (edge for edge in edges if edge.standing != CONCLUDED and not ends_ahead(edge, on))
    dates = ((edge, date_ahead(edge, on)) for edge in plans)
    return frozenset(edge.id for edge, date in dates if date is not None and date.latest > on)


def terms_after(
    reader: Reader, wanted: Selection, edges: Sequence[Edge], on: dt.date
) -> Mapping[str, tuple[str, ...]]:
    """The stated ends (EDTF) that may lie after a day, by the id of the event that sets them.

    What ended by that day in spite of its term has none.
    """
    stated, borne = attribute_of(reader, wanted, TERM), tie_by_event(edges)
    found = {
        edge.id: tuple(_ends(edge, stated.get(edge.id, ()), on))
        for edge in edges
        if not edge.is_tie and edge.standing != NEGATIVE and not has_ended(borne.get(edge.id), on)
    }
    return MappingProxyType({event: ends for event, ends in found.items() if ends})


def _ends(edge: Edge, stated: Sequence[str], on: dt.date) -> Iterator[str]:
    yield from (term.edtf for term in stated_terms(edge, stated) if term.latest > on)
