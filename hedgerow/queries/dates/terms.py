"""Stated terms: whether what was to last until a day is known to have lasted beyond it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from hedgerow.ontology.partial_date import PartialDate, date_or_none, parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.as_of import POSSIBLY
from hedgerow.queries.reading.edge import Edge

TERM = "valid_until"
"""The attribute in which what is of an instant, as a signature, tells its term."""
TERM_OVER = "term over"


def stated_terms(edge: Edge, told: Iterable[str]) -> Iterator[PartialDate]:
    """The stated end of what lasts, and the terms told of what does not.

    The end of an instant's programme is no term. The end of a tie is what an event made of it,
    which is no term either.
    """
    if edge.is_tie:
        return
    texts = filter(None, [edge.end]) if vocabulary().tie_type(edge.what).interval else told
    yield from filter(None, map(date_or_none, texts))


def terms_of(edge: Edge, by_event: Mapping[str, Sequence[PartialDate]]) -> list[PartialDate]:
    """The terms that an event states, or that the events of a tie state of it."""
    life = {edge.id, edge.opened_by or edge.id, *edge.events}
    return [term for each in sorted(life) for term in by_event.get(each, ())]


def last_term(terms: Iterable[PartialDate]) -> str | None:
    """The term that ends last, as stated; None where there is none."""
    last = max(terms, key=lambda term: (term.latest, term.earliest), default=None)
    return None if last is None else last.edtf


def term_over(edge: Edge, terms: Iterable[PartialDate], on: dt.date) -> str | None:
    """Whether the last of its terms has run out by a day: `term over`, `possibly` or None.

    Until the last day of a term it runs. It is no matter where the edge is known to have lasted
    longer: where it was surely confirmed after the term, or has an end of its own.
    """
    known = list(terms)
    if not known or (edge.end is not None and edge.is_tie):
        return None
    first, last = max(term.earliest for term in known), max(term.latest for term in known)
    if first >= on or _is_confirmed_after(edge, last):
        return None
    return TERM_OVER if last < on else POSSIBLY


def _is_confirmed_after(edge: Edge, day: dt.date) -> bool:
    confirmed = edge.last_confirmed
    return confirmed is not None and parse_partial_date(confirmed).earliest > day
