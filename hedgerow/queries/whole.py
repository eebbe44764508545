"""Every edge of a store as lines of a timeline, one after the other in little memory."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hedgerow.graph.snapshot import Snapshot
from hedgerow.ontology.partial_date import PartialDate
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.dates.terms import TERM, Terms, stated_terms
from hedgerow.queries.entries import TimelineEntry, entry_of
from hedgerow.queries.reading.coverage import coverage
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.edges import Selection, attribute_of, edges_of, sources_of
from hedgerow.queries.reading.rated import rated
from hedgerow.queries.reading.summaries import edge_in, sources_in, values_in
from hedgerow.queries.timeline import as_told, timeline

ALWAYS = DateRange(dt.date.min, dt.date.max)
Sources = tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """What bears on one or two actors, or everything, and the codes of all who take part in it."""

    snapshot: Snapshot
    about: tuple[str, ...]
    actors: frozenset[str]
    _terms: Terms
    _told: tuple[TimelineEntry, ...] = ()

    def entries(self) -> Iterator[TimelineEntry]:
        """The lines: of actors by date, of everything in the store's order."""
        if self.about:
            yield from self._told
            return
        as_of = coverage(self.snapshot).as_of
        for edge, sources in _every_edge(self.snapshot):
            yield entry_of(as_told(edge), sources, ALWAYS, as_of, self._terms)


def whole(snapshot: Snapshot, *about: str) -> Whole:
    """What bears on one or two actors, by code, or everything; gone through once beforehand."""
    if about:
        entries = timeline(snapshot, *about).entries
        codes = frozenset(code for one in entries for code in one.actors)
        return Whole(snapshot, about, codes, {}, entries)
    terms: dict[str, tuple[PartialDate, ...]] = {}
    actors: set[str] = set()
    for edge, told in _with_terms(snapshot):
        actors.update(edge.actors)
        stated = tuple(stated_terms(edge, told))
        if stated:
            terms[edge.id] = stated
    return Whole(snapshot, (), frozenset(actors), terms)


def _every_edge(snapshot: Snapshot) -> Iterator[tuple[Edge, Sources]]:
    """Each edge with its sentences; from an older store, without summaries, type by type."""
    if snapshot.has_summaries:
        for summary in snapshot.summaries():
            edge = edge_in(summary)
            yield edge, rated(snapshot, sources_in([summary]))[edge.id]
        return
    for selection in _types():
        sources: Mapping[str, Sources] = sources_of(snapshot, selection)
        for edge in edges_of(snapshot, selection):
            yield edge, sources.get(edge.id, ())


def _with_terms(snapshot: Snapshot) -> Iterator[tuple[Edge, tuple[str, ...]]]:
    if snapshot.has_summaries:
        for summary in snapshot.summaries():
            edge = edge_in(summary)
            told = values_in([summary]) if TERM in summary else {}
            yield edge, told.get(TERM, {}).get(edge.id, ())
        return
    for selection in _types():
        values = attribute_of(snapshot, selection, TERM)
        for edge in edges_of(snapshot, selection):
            yield edge, values.get(edge.id, ())


def _types() -> Iterator[Selection]:
    words = vocabulary()
    ties = words.kinds.keys() - words.tie_types.keys()
    for name in sorted({*words.tie_types, *ties}):
        yield Selection(what=name)
