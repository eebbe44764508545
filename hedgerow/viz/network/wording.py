"""Dates, names and quotes as the page says them."""

from babel.dates import format_date

from hedgerow.ontology.actors import actors
from hedgerow.ontology.partial_date import parse_partial_date

PATTERNS = {"day": "d MMM y", "month": "MMM y", "year": "y"}


def date_words(edtf: str | None) -> str:
    """`10 Sep 2023`, `Sep 2023` or `2023`; empty for None."""
    if edtf is None:
        return ""
    date = parse_partial_date(edtf)
    return format_date(date.earliest, PATTERNS[date.precision], locale="en")


def short_name(actor_id: str) -> str:
    """A body's acronym, else our short name of an actor."""
    actor = actors().get(actor_id)
    if actor is None:
        return actor_id
    is_acronym = actor.kind == "body" and "_" not in actor_id
    return actor_id if is_acronym else actor.name


def one_line(quote: str) -> str:
    """A quote without its line breaks."""
    return " ".join(quote.split())
