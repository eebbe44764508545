"""An entry of a timeline as it stood on a day."""

import datetime as dt
from dataclasses import replace

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.queries.dates.as_of import Position
from hedgerow.queries.dates.histories import date_as_of, step_to, unconfirmed_as_of
from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.sources.telling_sentence import most_telling_first
from hedgerow.queries.words.phrases import ENDED, PROSPECTIVE
from hedgerow.viz.explorer.evidence.standing import as_it_stood, told_on


def looked_back(entry: TimelineEntry, found: Position, on: dt.date) -> TimelineEntry:
    """The entry as it stood on the day, at the date of the stage it had reached by then."""
    told = replace(
        entry,
        standing=found.standing,
        status=found.status,
        words=told_on(found, on),
        sources=most_telling_first(as_it_stood(found), entry.sources),
        unconfirmed_since=unconfirmed_as_of(found, on),
    )
    if found.edge.is_tie:
        return told if found.standing == ENDED else replace(told, end=None, last=None)
    when = found.edge.when
    if found.standing == PROSPECTIVE or when is None or when.latest <= on:
        return told
    step = step_to(found.edge, found.status, on)
    if step is None or step.on is None:
        return told
    day = parse_partial_date(step.on)
    return replace(
        told,
        date=date_as_of(found, on),
        stated=step.on if step.basis == "stated" else None,
        end=None,
        first=day.earliest,
        last=day.latest,
    )
