"""Stated terms: whether what was to last until a day is known to have lasted beyond it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from hedgerow.ontology.partial_date import PartialDate, date_or_none, parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.as_of import POSSIBLY, Position
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.selecting import life_of
from hedgerow.queries.words.phrases import HELD

TERM = "valid_until"
"""The attribute in which what is of an instant, as a signature, tells its term."""
TERM_OVER = "term over"
Terms = Mapping[str, Sequence[PartialDate]]
"""The stated terms by the event that tells them."""


def stated_terms(edge: Edge, told: Iterable[str]) -> Iterator[PartialDate]:
    """The stated end of what lasts, and the terms told of what does not.

    The end of an instant's programme is no term. The end of a tie is what an event made of it,
    which is no term either.
    """
    if edge.is_tie:
        return
    texts = filter(None, [edge.end]) if vocabulary().tie_type(edge.what).interval else told
    yield from filter(None, map(date_or_none, texts))


def terms_of(edge: Edge, by_event: Terms) -> list[PartialDate]:
    """The terms that an event states, or that the events of a tie state of it."""
    return [term for each in sorted({edge.id, *life_of(edge)}) for term in by_event.get(each, ())]


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


def within_term(stands: Position, by_event: Terms, on: dt.date) -> Position:
    """How an edge stands on a day: past its stated term a tie is at most possibly held."""
    held = stands.standing == HELD
    over = held and term_over(stands.edge, terms_of(stands.edge, by_event), on)
    return replace(stands, standing=POSSIBLY) if over else stands


def _is_confirmed_after(edge: Edge, day: dt.date) -> bool:
    confirmed = edge.last_confirmed
    return confirmed is not None and parse_partial_date(confirmed).earliest > day
