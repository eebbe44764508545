"""Whether an open tie has been confirmed lately enough to be shown without a warning."""

import datetime as dt
from functools import cache

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary


@cache
def horizon_of_kind(kind: str) -> int | None:
    """Days after which an open tie of a kind counts as unconfirmed: the longest of its types'."""
    types = vocabulary().tie_types.values()
    return max((t.horizon for t in types if t.kind == kind and t.horizon is not None), default=None)


def unconfirmed_since(horizon: int | None, confirmed: str | None, as_of: dt.date) -> str | None:
    """The last confirmation (EDTF) where it lies more than `horizon` days before a day.

    None where it is recent enough, where no horizon is set and where no confirmation is dated.
    """
    if horizon is None or confirmed is None:
        return None
    age = as_of - parse_partial_date(confirmed).latest
    return confirmed if age.days > horizon else None
