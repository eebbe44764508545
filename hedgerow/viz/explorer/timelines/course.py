"""Timelines as the explorer asks for them: as of a day, and filtered by group and standing."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edges import Selection, edges_of
from hedgerow.queries.reading.kept import kept
from hedgerow.queries.timeline import Timeline, timeline
from hedgerow.queries.words.phrases import counted
from hedgerow.viz.design import style
from hedgerow.viz.explorer.evidence.standing import badge_of, look_of, stands
from hedgerow.viz.explorer.timelines.looking_back import looked_back
from hedgerow.viz.timeline.layout import lay_out
from hedgerow.viz.timeline.svg import drawing_svg, remarks

MOST_DRAWN = 600
"""More marks than this are no drawing that anyone can read."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which timeline: of whom, from when to when, which groups and standings (all where empty)."""

    a: str
    b: str | None
    start: str | None
    end: str | None
    groups: frozenset[str]
    looks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry of a timeline with how it looks."""

    entry: TimelineEntry
    group: str
    look: str
    badge: str


@dataclass(frozen=True, slots=True)
class Course:
    """A timeline as of a day, its entries with their looks in the same order.

    `hidden` counts what the filters leave out, `later` what cannot be placed by the day.
    """

    timeline: Timeline
    shown: tuple[Shown, ...]
    hidden: int
    later: int


def course(reader: Reader, wanted: Wanted, on: dt.date, *, asked: bool) -> Course:
    """The timeline that is wanted; `asked`: as of a day that was asked for.

    Raises:
        UnknownActor: no state or body answers to a name.
        UsageError: a date is malformed, or both actors are the same.
    """
    key = ("course", wanted.a, wanted.b, wanted.start, wanted.end, on, asked)
    whole, placed = kept(reader, key, lambda: _placed(reader, wanted, on, asked=asked))
    fitting = tuple(one for one in placed if _is_wanted(one, wanted))
    entries = tuple(one.entry for one in fitting)
    return Course(
        timeline=replace(whole, entries=entries, in_words=_in_words(whole, fitting), as_of=on),
        shown=fitting,
        hidden=len(placed) - len(fitting),
        later=len(whole.entries) - len(placed),
    )


def drawing(found: Timeline) -> tuple[str, tuple[str, ...]]:
    """A timeline as SVG for the page, and remarks on it; no SVG where it is too full."""
    if len(found.entries) > MOST_DRAWN:
        told = f"{len(found.entries):,} events and ties"
        return "", (f"{told} are too many to draw; narrow the dates or the filters.",)
    return drawing_svg(found), tuple(remarks(lay_out(found)))


def _placed(
    reader: Reader, wanted: Wanted, on: dt.date, *, asked: bool
) -> tuple[Timeline, tuple[Shown, ...]]:
    whole = timeline(reader, wanted.a, wanted.b, wanted.start, wanted.end)
    edges = {edge.id: edge for edge in edges_of(reader, Selection(*whole.actors))}
    return whole, tuple(_shown(whole, edges, on, asked=asked))


def _shown(
    whole: Timeline, edges: Mapping[str, Edge], on: dt.date, *, asked: bool
) -> Iterator[Shown]:
    for entry in whole.entries:
        edge = edges[entry.id]
        found = stands(edge, on, asked=asked)
        if found is None:
            continue
        shown = looked_back(entry, found, on) if asked else entry
        yield Shown(shown, _group(edge), look_of(found), badge_of(found, on))


def _group(edge: Edge) -> str:
    look = style()
    return (look.group_of_kind if edge.is_tie else look.group_of_type)(edge.what).name


def _is_wanted(one: Shown, wanted: Wanted) -> bool:
    in_group = not wanted.groups or one.group in wanted.groups
    return in_group and (not wanted.looks or one.look in wanted.looks)


def _in_words(whole: Timeline, kept: tuple[Shown, ...]) -> str:
    if not whole.entries:
        return whole.in_words
    events = sum(one.entry.edge == "event" for one in kept)
    told = f"{counted(events, 'event')} and {counted(len(kept) - events, 'tie')}"
    return f"{whole.title}: {told}."
