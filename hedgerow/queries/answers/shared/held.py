"""How a tie that a query tells in dates stands on a day, by the rule of `dates.as_of.position`."""

import datetime as dt

from hedgerow.ontology.partial_date import date_or_none
from hedgerow.queries.dates.as_of import POSSIBLY
from hedgerow.queries.words.phrases import ENDED, HELD


def held_on(since: str | None, until: str | None, confirmed: str | None, on: dt.date) -> str:
    """Held, possibly or ended, from the EDTF dates of its opening, end and last confirmation."""
    begun, ended = date_or_none(since or confirmed or ""), date_or_none(until or "")
    if ended is not None and ended.latest <= on:
        return ENDED
    sure = begun is not None and begun.latest <= on and (ended is None or on < ended.earliest)
    return HELD if sure else POSSIBLY
