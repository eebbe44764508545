"""A pair of actors at a glance: how much of what, on what it rests, at which level."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hedgerow.ontology.ladders import ladders
from hedgerow.queries.asking import ask
from hedgerow.queries.dates.as_of import POSSIBLY, Position
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.coverage import coverage
from hedgerow.queries.reading.edges import Selection, edges_of, sources_of
from hedgerow.queries.sources.coverage_report import Sources, coverage_of_edges, published
from hedgerow.queries.sources.gaps import absence
from hedgerow.queries.words.phrases import HELD, counted, listed, names
from hedgerow.viz.design import style
from hedgerow.viz.explorer.evidence.standing import look_of, stands

CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Count:
    """How many events or ties stand so: `look` as drawings show it, `label` in words."""

    edge: str
    look: str
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Level:
    """Where the pair stands on the ladder of one of the two, in words."""

    owner: str
    ladder: str | None
    in_words: str


@dataclass(frozen=True, slots=True)
class Rests:
    """The documents behind a pair by a day. `is_thin`: too few to say that anything is absent."""

    documents: int
    undated: int
    first: str | None
    last: str | None
    by_year: dict[int, int]
    outlets: int
    in_words: str
    is_thin: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair as of a day. `later` counts what cannot be placed by it, `held` all documents."""

    codes: tuple[str, str]
    names: tuple[str, str]
    on: str
    in_words: str
    counts: tuple[Count, ...]
    later: int
    held: int
    rests: Rests
    levels: tuple[Level, ...]


def pair(reader: Reader, a: str, b: str, on: dt.date, *, asked: bool) -> Pair:
    """The two at a glance as of a day.

    Raises:
        UsageError: both are the same.
    """
    edges = edges_of(reader, Selection(a, b))
    found = [stands(edge, on, asked=asked) for edge in edges]
    placed = [one for one in found if one is not None]
    counts = tuple(_counts(placed))
    first, second = names([a, b])
    return Pair(
        codes=(a, b),
        names=(first, second),
        on=on.isoformat(),
        in_words=f"{first} and {second} on {on}: {_in_words(counts)}.",
        counts=counts,
        later=len(edges) - len(placed),
        held=coverage(reader).documents,
        rests=_rests(reader, Selection(a, b), on),
        levels=tuple(_level(reader, one, other, on) for one, other in ((a, b), (b, a))),
    )


def _counts(placed: Iterable[Position]) -> Iterator[Count]:
    numbers = Counter((one.edge.kind, look_of(one)) for one in placed)
    labels = {each.name: each.label for each in style().standings}
    for look, label in labels.items():
        if numbers["event", look]:
            yield Count("event", look, label, numbers["event", look])
    ties = {style().standings[0].name: HELD, POSSIBLY: f"{POSSIBLY} {HELD}", CLOSED: "ended"}
    for look, label in ties.items():
        if numbers["tie", look]:
            yield Count("tie", look, label, numbers["tie", look])


def _in_words(counts: Iterable[Count]) -> str:
    told = {
        edge: [f"{one.number:,} {one.label.lower()}" for one in counts if one.edge == edge]
        for edge in ("event", "tie")
    }
    events = f"events: {listed(told['event'])}" if told["event"] else "no event"
    ties = f"ties: {listed(told['tie'])}" if told["tie"] else "no tie"
    return f"{events}; {ties}, as far as this archive tells"


def _rests(reader: Reader, wanted: Selection, on: dt.date) -> Rests:
    told = _published_by(on, sources_of(reader, wanted))
    found = coverage_of_edges(edges_of(reader, wanted), told, on)
    missing = absence(reader, wanted, end=on)
    undated = f"; {counted(found.undated, 'document')} without a date" if found.undated else ""
    return Rests(
        documents=found.documents,
        undated=found.undated,
        first=None if found.first is None else found.first.isoformat(),
        last=None if found.last is None else found.last.isoformat(),
        by_year=dict(found.by_year),
        outlets=len(found.outlets),
        in_words=f"{missing.base}{undated}",
        is_thin=missing.is_thin,
    )


def _published_by(on: dt.date, sources: Sources) -> Sources:
    """What may have been published by a day, and what nothing dates."""
    return {
        edge: [one for one in told if (date := published(one)) is None or date.earliest <= on]
        for edge, told in sources.items()
    }


def _level(reader: Reader, owner: str, other: str, on: dt.date) -> Level:
    ladder = ladders().get(owner)
    answer = ask(reader, "levels", {"a": owner, "b": other, "at": on.isoformat()})
    return Level(owner, None if ladder is None else ladder.label, answer.in_words)
