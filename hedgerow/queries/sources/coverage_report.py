"""What edges rest on: their documents by year and outlet, and ties that nothing confirms lately."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.queries.dates.as_of import position
from hedgerow.queries.dates.confirmation import horizon_of_kind, unconfirmed_since
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.words.phrases import ENDED

Sources = Mapping[str, Sequence[Source]]
"""Sentences by the id of their edge."""


@dataclass(frozen=True, slots=True)
class CoverageReport:
    """What stands behind some edges on a day.

    `sources` counts the documents with copies of one text as one. `by_year` counts documents by
    year of publication, `outlets` by outlet, the most frequent first. `undated` is the number of
    documents without a date of publication; `first` and `last` are the first and last day of the
    others. `open_ties` may be held on the day; `unconfirmed` of them were last confirmed longer ago
    than the horizon of their kind.
    """

    documents: int
    by_year: Mapping[int, int]
    outlets: Mapping[str, int]
    undated: int
    first: dt.date | None
    last: dt.date | None
    sources: int
    open_ties: int
    unconfirmed: int

    @property
    def undated_share(self) -> float | None:
        """The share of documents without a date; None where there is no document."""
        return self.undated / self.documents if self.documents else None

    @property
    def unconfirmed_share(self) -> float | None:
        """The share of open ties unconfirmed past their horizon; None where there is no tie."""
        return self.unconfirmed / self.open_ties if self.open_ties else None


def coverage_of_edges(edges: Iterable[Edge], sources: Sources, on: dt.date) -> CoverageReport:
    """What stands behind edges; `sources` may hold other edges too."""
    listed = tuple(edges)
    told = documents_behind({edge.id: sources.get(edge.id, ()) for edge in listed})
    dates = [date for one in told.values() if (date := published(one)) is not None]
    ties = [edge for edge in listed if edge.is_tie and _is_open(edge, on)]
    return CoverageReport(
        documents=len(told),
        by_year=dict(sorted(Counter(date.earliest.year for date in dates).items())),
        outlets=dict(Counter(sorted(one.outlet for one in told.values())).most_common()),
        undated=len(told) - len(dates),
        first=min((date.earliest for date in dates), default=None),
        last=max((date.latest for date in dates), default=None),
        sources=len({one.origin for one in told.values()}),
        open_ties=len(ties),
        unconfirmed=sum(_is_unconfirmed(tie, on) for tie in ties),
    )


def documents_behind(sources: Sources) -> Mapping[str, Source]:
    """One sentence of each document by its id: where it appeared several times, the earliest."""
    told = sorted(chain.from_iterable(sources.values()), key=_appeared, reverse=True)
    return {each.document: each for each in told}


def documents_in(sources: Sources, wanted: DateRange) -> int:
    """How many documents were surely published in a range."""
    dates = filter(None, map(published, documents_behind(sources).values()))
    return sum(wanted.contains(date.earliest, date.latest) for date in dates)


def published(source: Source) -> PartialDate | None:
    """When the document of a sentence was published."""
    return None if source.published is None else parse_partial_date(source.published)


def _appeared(source: Source) -> tuple[str, str, str]:
    return source.published or "9999", source.outlet, source.claim


def _is_open(tie: Edge, on: dt.date) -> bool:
    found = position(tie, on)
    return found is not None and found.standing != ENDED


def _is_unconfirmed(tie: Edge, on: dt.date) -> bool:
    return unconfirmed_since(horizon_of_kind(tie.what), tie.last_confirmed, on) is not None
