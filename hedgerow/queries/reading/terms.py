"""The terms that the events of a selection state."""

from types import MappingProxyType

from hedgerow.queries.dates.terms import TERM, Terms, stated_terms
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edges import Selection, attribute_of, edges_of
from hedgerow.queries.reading.kept import kept


def terms_in(reader: Reader, wanted: Selection) -> Terms:
    """The terms that are stated among the edges of a selection, by the event's id."""
    return kept(reader, ("terms", wanted), lambda: _read(reader, wanted))


def _read(reader: Reader, wanted: Selection) -> Terms:
    told = attribute_of(reader, wanted, TERM)
    edges = edges_of(reader, wanted)
    found = {edge.id: tuple(stated_terms(edge, told.get(edge.id, ()))) for edge in edges}
    return MappingProxyType({event: terms for event, terms in found.items() if terms})
