"""The measures of a cell: each gives a number, how it is shown, and the edges behind it."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from hedgerow.ontology.ladders import ladders
from hedgerow.queries.dates.as_of import POSSIBLY, Position
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.dates.windows import lies_in
from hedgerow.queries.measures.lean import lean
from hedgerow.queries.measures.poles import is_thin
from hedgerow.queries.measures.strength import strength
from hedgerow.queries.words.phrases import CONCLUDED, HELD, counted, level_words, names, support
from hedgerow.viz.explorer.matrix.record import Standing
from hedgerow.viz.explorer.matrix.told import Measure


@dataclass(frozen=True, slots=True)
class Number:
    """What a measure tells of a pair; `value` is None where a level is on no ordered ladder."""

    value: float | None
    text: str
    words: str
    edges: tuple[str, ...]
    thin: bool = False


@dataclass(frozen=True, slots=True)
class Couple:
    """A state and a power on a day; `first` is the power of the first column."""

    stood: Standing
    state: str
    power: str
    first: str
    documents: int
    sources: int

    @property
    def placed(self) -> tuple[Position, ...]:
        """How the edges of the two stand."""
        return self.stood.of(self.state, self.power)


def measure_named(name: str) -> Measure | None:
    """The measure of a name."""
    return next((one for one in measures() if one.name == name), None)


@cache
def measures() -> tuple[Measure, ...]:
    """All of them, in the order in which they are offered."""
    text = (files("hedgerow.viz.explorer") / "matrix" / "measures.yaml").read_text("utf-8")
    return tuple(
        Measure(one["name"], one["label"], one["help"], tuple(one["steps"]))
        for one in yaml.safe_load(text)
    )


def _cooperation(couple: Couple) -> Number | None:
    found = strength(couple.stood.as_of, couple.state, couple.power)
    if found.sums is None or found.sums.cooperation == 0:
        return None
    value, edges = found.sums.cooperation, len(found.edges)
    words = f"cooperation {value:.2f} of {counted(edges, 'edge')}"
    return Number(round(value, 2), f"{value:.2f}", words, found.edges, is_thin(edges))


def _lean(couple: Couple) -> Number | None:
    if couple.first in {couple.power, couple.state}:
        return None
    found = lean(couple.stood.as_of, couple.state, couple.power, couple.first)
    if found.lean is None or found.is_one_sided:
        return None
    first, power = names([couple.first, couple.power])
    words = f"lean {found.lean:.0f} from 0 {first} to 100 {power}"
    return Number(round(found.lean), f"{found.lean:.0f}", words, found.edges, found.is_thin)


def _level(couple: Couple) -> Number | None:
    ladder = ladders().get(couple.state)
    ranked = ladder if ladder is not None and ladder.order == "ordered" else None
    held: list[tuple[bool, float, str, Position]] = []
    for one in couple.placed:
        if one.edge.is_tie and one.edge.level and one.standing in {HELD, POSSIBLY}:
            rung = ranked.rung_for(one.edge.level) if ranked else None
            label = rung.label if rung else level_words(one.edge.level)
            held.append((one.standing == HELD, (rung and rung.rank) or 0, label, one))
    if not held:
        return None
    sure, rank, label, best = max(held, key=lambda each: (each[0], each[1], each[3].edge.id))
    told = label if sure else f"{POSSIBLY} {label}"
    few = not sure or best.edge.sources < 2
    return Number(rank or None, told, told, (best.edge.id,), few)


def _events(couple: Couple) -> Number | None:
    on = couple.stood.on
    year = DateRange(dt.date(on.year, 1, 1), on)
    found = [
        one.edge.id
        for one in couple.placed
        if not one.edge.is_tie and one.standing == CONCLUDED and lies_in(one.edge, year)
    ]
    if not found:
        return None
    words = f"{counted(len(found), 'concluded event')} of {on.year}"
    return Number(len(found), str(len(found)), words, tuple(found))


def _documents(couple: Couple) -> Number | None:
    if not couple.documents:
        return None
    words = support(couple.documents, couple.sources)
    return Number(couple.documents, str(couple.documents), words, _ids(couple.placed))


def _ids(placed: Iterable[Position]) -> tuple[str, ...]:
    return tuple(one.edge.id for one in placed)


READ: Mapping[str, Callable[[Couple], Number | None]] = {
    "cooperation": _cooperation,
    "lean": _lean,
    "level": _level,
    "events": _events,
    "documents": _documents,
}
"""How each measure is read off a pair; None where it tells nothing."""
