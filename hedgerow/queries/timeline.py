"""Timelines: what happened between two actors, or of one, in the order of time."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.queries.coming import planned_after, terms_after
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.entries import TimelineEntry, bounds, entry_of
from hedgerow.queries.networks import network_of
from hedgerow.queries.questions.library import part
from hedgerow.queries.questions.parameters import Asked, bind
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.coverage import coverage
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.edges import Selection, edges_of, sources_of
from hedgerow.queries.reading.origin import origin_of
from hedgerow.queries.reading.rated import strictest
from hedgerow.queries.reading.rows import Cell
from hedgerow.queries.reading.terms import terms_in
from hedgerow.queries.tabular import Tabular
from hedgerow.queries.words.absence import none_found, range_text
from hedgerow.queries.words.phrases import counted

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Source", "Timeline", "TimelineEntry", "timeline"]


COLUMNS = (
    *("date", "end", "edge", "type", "standing", "status", "actors", "level", "item", "place"),
    *("words", "documents", "last_confirmed", "unconfirmed_since"),
    *("reliability", "credibility", "handling", "party_only", "id"),
)
"""What a table shows of each entry."""
NO_TERMS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Timeline(Tabular):
    """The entries, oldest first, with a title and what they are in words.

    `actors` are the one or two actors that were asked for, `start` and `end` the first and last day
    of the range, None where it was left open. `as_of` is the day it is looked at from, None where
    no document is dated: the ids of `planned` are events that may lie after it, and `terms` holds
    the stated ends (EDTF) that may lie after it, by the id of the event that sets them. `origin`
    names the store and commit that it was made from, which two that say the same may differ in.
    """

    title: str
    in_words: str
    actors: tuple[str, ...]
    start: dt.date | None
    end: dt.date | None
    entries: tuple[TimelineEntry, ...]
    as_of: dt.date | None = None
    planned: frozenset[str] = frozenset()
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NO_TERMS)
    origin: str | None = field(default=None, compare=False)

    @property
    def handling(self) -> str | None:
        """The strictest handling mark of what it shows."""
        return strictest(entry.handling for entry in self.entries)

    def table(self) -> tuple[tuple[str, ...], tuple[Mapping[str, Cell], ...]]:
        """The names of the columns, and a row for each entry."""
        rows = tuple({name: getattr(each, name) for name in COLUMNS} for each in self.entries)
        return COLUMNS, rows

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """Its actors as nodes, its events and ties as edges; see `hedgerow.queries.networks`."""
        return network_of(self.entries)


def timeline(
    reader: Reader,
    a: str,
    b: str | None = None,
    start: str | None = None,
    end: str | None = None,
) -> Timeline:
    """Everything between A and B, or everything of A where B is None.

    Actors are given by name or code, `start` and `end` as `2023`, `2023-09` or `2023-09-10`; what
    overlaps the range is in it, and marked where its dates leave that open.

    Raises:
        UnknownActor: no state or body answers to a name.
        UsageError: a date is malformed, or both actors are the same.
    """
    given = {"a": a, "b": b, "from": start, "to": end}
    arguments = {name: value for name, value in given.items() if value is not None}
    asked = bind(reader, part("timeline"), arguments)
    as_of = coverage(asked.reader).as_of
    selection = Selection(asked.values["a"], asked.values.get("b"))
    edges = edges_of(asked.reader, selection)
    found = _entries(asked, selection, edges, as_of)
    entries = tuple(sorted(found, key=lambda entry: entry.sort_key))
    actors = tuple(asked.values[name] for name in ("a", "b") if name in asked.values)
    title = " - ".join(asked.name(name) for name in ("a", "b") if name in asked.values)
    mark = strictest(entry.handling for entry in entries)
    return Timeline(
        title=f"{mark}: {title}" if mark else title,
        in_words=_in_words(title, entries, asked) + (f" Handling: {mark}." if mark else ""),
        actors=actors,
        start=asked.day("from") if start else None,
        end=asked.day("to") if end else None,
        entries=entries,
        as_of=as_of,
        planned=frozenset() if as_of is None else planned_after(edges, as_of),
        terms=NO_TERMS if as_of is None else terms_after(reader, selection, edges, as_of),
        origin=origin_of(reader),
    )


def _entries(
    asked: Asked, selection: Selection, edges: Sequence[Edge], as_of: dt.date | None
) -> Iterator[TimelineEntry]:
    wanted = DateRange(asked.day("from"), asked.day("to"))
    sources, terms = sources_of(asked.reader, selection), terms_in(asked.reader, selection)
    for edge in map(as_told, edges):
        first, last = bounds(edge)
        if wanted.meets(first or dt.date.min, last or dt.date.max):
            yield entry_of(edge, sources.get(edge.id, ()), wanted, as_of, terms)


def as_told(edge: Edge) -> Edge:
    """A tie of no stated beginning has the day by which it was told, as an event has."""
    told = edge.first_confirmed or edge.last_confirmed
    if told is None or not edge.is_tie:
        return edge
    return replace(edge, published=parse_partial_date(told).latest.isoformat())


def _in_words(title: str, entries: tuple[TimelineEntry, ...], asked: Asked) -> str:
    if not entries:
        return f"{title}: {none_found(asked)}."
    standings = Counter(entry.standing for entry in entries if entry.edge == "event")
    ties = sum(entry.edge == "tie" for entry in entries)
    split = ", ".join(f"{count} {standing}" for standing, count in standings.most_common())
    events = counted(standings.total(), "event") + (f" ({split})" if split else "")
    return f"{title}{range_text(asked)}: {events} and {counted(ties, 'tie')}."
