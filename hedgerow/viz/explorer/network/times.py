"""How much happened when: the bars under the network's time window."""

import datetime as dt
from dataclasses import dataclass, replace

import numpy as np

from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.viz.explorer.network.asked import Filters
from hedgerow.viz.explorer.network.bundles import standing_of
from hedgerow.viz.explorer.network.matters import Ints, Matters
from hedgerow.viz.explorer.network.standings import NOT_YET
from hedgerow.viz.network.scale import Span, scale_of


@dataclass(frozen=True, slots=True)
class Histogram:
    """Years or months as EDTF and in words, with the events that began in each.

    `firm` are concluded, `other` are not.
    """

    codes: tuple[str, ...]
    labels: tuple[str, ...]
    firm: tuple[int, ...]
    other: tuple[int, ...]


def histogram(
    found: Matters, filters: Filters, pairs: Ints, newest: PartialDate | None
) -> Histogram | None:
    """The events of some pairs by their first day, whatever the window.

    None where all fall on one day or none is dated: there is nothing to choose.
    """
    standing = standing_of(found, replace(filters, since=None, until=None))
    events = found.of_pairs(pairs) & (standing != NOT_YET) & (found.first > 0) & found.events
    if not events.any():
        return None
    days = [_date(found.first[events].min()), _date(found.first[events].max())]
    scale = scale_of([Span(day, day) for day in days], newest)
    if scale is None:
        return None
    begins = [parse_partial_date(code).earliest.toordinal() for code in scale.codes]
    placed = np.searchsorted(begins, found.first[events], side="right") - 1
    placed = placed.clip(0, scale.steps - 1)
    firm = standing[events] == 0
    return Histogram(
        tuple(scale.codes),
        tuple(scale.labels),
        tuple(np.bincount(placed[firm], minlength=scale.steps).tolist()),
        tuple(np.bincount(placed[~firm], minlength=scale.steps).tolist()),
    )


def _date(ordinal: np.int64) -> dt.date:
    return dt.date.fromordinal(int(ordinal))
