"""One line of a timeline: an event or tie with the sentences behind it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.queries.dates.as_of import POSSIBLY, position
from hedgerow.queries.dates.confirmation import horizon_of_kind, unconfirmed_since
from hedgerow.queries.dates.ranges import DateRange, may_lie_outside
from hedgerow.queries.dates.terms import Terms, within_term
from hedgerow.queries.reading.edge import Edge, EdgeKind, Source
from hedgerow.queries.reading.rated import mark_of
from hedgerow.queries.sources.party_only import PARTY_ONLY, party_only
from hedgerow.queries.sources.telling_sentence import most_telling_first
from hedgerow.queries.words.edge_words import standing_of, words_of
from hedgerow.queries.words.phrases import CONCLUDED, ENDED, HELD, date_text


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """An event or tie.

    `type` is the tie type of an event, the kind of a tie; `label` says it in words, `group` is the
    family of types that it belongs to. `standing` is concluded, prospective, negative or contested;
    of a tie held, possibly or ended. `date` is for display, `stated` and `end` are EDTF dates or
    None. `first` and `last` are the days between which it is placed, None where nothing dates it;
    the `last` of an open tie is None. The `actors` of a directed one begin with its source.
    `sources` begin with the sentence that best tells its status. `party_only` says that nobody but
    a party tells it.
    """

    id: str
    edge: EdgeKind
    type: str
    label: str
    group: str
    standing: str
    status: str | None
    stage: str | None
    actors: tuple[str, ...]
    directed: bool
    date: str
    stated: str | None
    end: str | None
    first: dt.date | None
    last: dt.date | None
    level: str | None
    item: str | None
    place: str | None
    words: str
    sources: tuple[Source, ...]
    documents: int
    independent_sources: int
    possibly: bool
    last_confirmed: str | None
    unconfirmed_since: str | None
    party_only: bool = False

    @property
    def reliability(self) -> str | None:
        """How reliable the source of its first sentence is held to be."""
        return self.sources[0].reliability if self.sources else None

    @property
    def credibility(self) -> str | None:
        """How credible its first sentence is held to be."""
        return self.sources[0].credibility if self.sources else None

    @property
    def handling(self) -> str | None:
        """The strictest mark of all documents behind it."""
        return mark_of(self.sources)

    @property
    def when(self) -> PartialDate | None:
        """The stated date as a range of days, or None."""
        return None if self.stated is None else parse_partial_date(self.stated)

    @property
    def sort_key(self) -> tuple[dt.date, dt.date, str]:
        """Oldest first; what nothing dates comes at the end."""
        first = self.first or dt.date.max
        return first, self.last or dt.date.max, self.id

    @property
    def quotes(self) -> tuple[str, ...]:
        """The sentences, the most telling first."""
        return tuple(source.quote for source in self.sources)

    @property
    def is_plain(self) -> bool:
        """Whether it can be told as a fact: concluded, or a tie that is or was surely held."""
        return self.standing in (CONCLUDED, HELD, ENDED)


def entry_of(
    edge: Edge,
    sources: Sequence[Source],
    wanted: DateRange,
    as_of: dt.date | None,
    terms: Terms,
) -> TimelineEntry:
    """The line of an edge with the sentences behind it.

    `as_of` is the day on which ties count as held and as confirmed lately or not, `terms` are those
    past which they are only possibly held.
    """
    standing = _standing(edge, as_of or dt.date.max, terms)
    stale = None
    if standing == HELD and as_of is not None:
        stale = unconfirmed_since(horizon_of_kind(edge.what), edge.last_confirmed, as_of)
    told = most_telling_first(edge, sources)
    alone = party_only(edge, sources, standing)
    first, last = bounds(edge)
    return TimelineEntry(
        id=edge.id,
        edge=edge.kind,
        type=edge.what,
        label=edge.label,
        group=edge.family,
        standing=standing,
        status=edge.status,
        stage=edge.stage,
        actors=edge.actors,
        directed=edge.directed,
        date=date_text(edge.stated, edge.published),
        stated=edge.stated,
        end=edge.end,
        first=first,
        last=last,
        level=edge.level,
        item=edge.item,
        place=edge.place,
        words=f"{_words(edge, standing)}{f' ({PARTY_ONLY})' if alone else ''}",
        sources=told,
        documents=edge.documents,
        independent_sources=edge.sources,
        possibly=may_lie_outside(
            edge.when,
            edge.ended,
            wanted,
            lasting=edge.is_tie,
        ),
        last_confirmed=edge.last_confirmed,
        unconfirmed_since=stale,
        party_only=alone,
    )


def _standing(edge: Edge, on: dt.date, terms: Terms) -> str:
    found = position(edge, on) if edge.is_tie else None
    return standing_of(edge, on) if found is None else within_term(found, terms, on).standing


def _words(edge: Edge, standing: str) -> str:
    told = words_of(edge, edge.stage)
    return f"{POSSIBLY} {HELD}: {told}" if standing == POSSIBLY else told


def bounds(edge: Edge) -> tuple[dt.date | None, dt.date | None]:
    """The first and last day that it can mean or hold on; None where nothing limits it.

    An event of no date is put at its first publication.
    """
    first = None if edge.placed is None else edge.placed.earliest
    if edge.end is not None:
        return first, parse_partial_date(edge.end).latest
    if edge.is_tie:
        return first, None
    return first, first if edge.when is None else edge.when.latest
