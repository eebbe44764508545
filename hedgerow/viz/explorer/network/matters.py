"""Every event and tie of a commit as columns of numbers, worked out once and kept with it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edges import Selection, edges_of
from hedgerow.queries.reading.kept import kept
from hedgerow.viz.design import style
from hedgerow.viz.explorer.network.days import changes, days_of
from hedgerow.viz.explorer.network.standings import NOT_YET, number_as_told

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Matters:
    """Events and ties, and the pairs of actors that they count for.

    Columns of a matter: its id, the numbers of its group and type, the ordinals of its first and
    last day (`OPEN` where it has no known end), how many documents tell it, whether it is an event,
    whether nothing dates it, and the standing it has as told. `step_...`: from which day on a
    matter has which standing. `line_...`: which matter counts for which pair. `ends` holds the two
    actors of each pair by number. `crowded` counts what has too many parties to count for pairs.
    """

    ids: tuple[str, ...]
    groups: Ints
    types: Ints
    first: Ints
    last: Ints
    documents: Ints
    events: Bools
    undated: Bools
    as_told: Ints
    step_matter: Ints
    step_day: Ints
    step_standing: Ints
    line_matter: Ints
    line_pair: Ints
    ends: Ints
    actors: tuple[str, ...]
    crowded: int

    def standing_on(self, day: dt.date, *, undated: bool) -> Ints:
        """The number of each matter's standing at the end of a day, `NOT_YET` before it began.

        With `undated`, events that nothing dates stand as they are told.
        """
        standing = np.full(len(self.groups), NOT_YET)
        reached = self.step_day <= day.toordinal()
        standing[self.step_matter[reached]] = self.step_standing[reached]
        if undated:
            standing[self.undated] = self.as_told[self.undated]
        return standing

    def of_pairs(self, pairs: Ints | Bools) -> Bools:
        """Which matters count for any of some pairs, given by number or as a column."""
        wanted = np.zeros(len(self.ends), dtype=np.bool_)
        wanted[pairs] = True
        found = np.zeros(len(self.ids), dtype=np.bool_)
        found[self.line_matter[wanted[self.line_pair]]] = True
        return found


def type_names() -> tuple[str, ...]:
    """The types of events and kinds of ties; a name that is both stands once."""
    words = vocabulary()
    return tuple(dict.fromkeys((*words.tie_types, *words.kinds)))


def matters(reader: Reader) -> Matters:
    """All events and ties of a reader's commit that join two actors or more."""
    return kept(reader, "matters of the network", lambda: _read(reader))


def _read(reader: Reader) -> Matters:
    found = edges_of(reader, Selection(of=type_names()))
    between = [edge for edge in found if edge.pairs]
    return columns(between, crowded=len(found) - len(between))


def columns(edges: Sequence[Edge], *, crowded: int) -> Matters:
    """Edges that each count for a pair at least, as columns."""
    lines = [(row, tuple(sorted(pair))) for row, edge in enumerate(edges) for pair in edge.pairs]
    pairs = {pair: number for number, pair in enumerate(sorted({pair for _, pair in lines}))}
    codes = {code: n for n, code in enumerate(sorted({code for pair in pairs for code in pair}))}
    spans = [days_of(edge) for edge in edges]
    steps = [(row, *step) for row, edge in enumerate(edges) for step in changes(edge)]
    groups = _group_numbers()
    types = {name: number for number, name in enumerate(type_names())}
    return Matters(
        ids=tuple(edge.id for edge in edges),
        groups=_ints(groups[edge.is_tie, edge.what] for edge in edges),
        types=_ints(types[edge.what] for edge in edges),
        first=_ints(first for first, _ in spans),
        last=_ints(last for _, last in spans),
        documents=_ints(edge.documents for edge in edges),
        events=_bools(not edge.is_tie for edge in edges),
        undated=_bools(not edge.is_tie and _is_undated(edge) for edge in edges),
        as_told=_ints(NOT_YET if edge.is_tie else number_as_told(edge) for edge in edges),
        step_matter=_ints(matter for matter, _, _ in steps),
        step_day=_ints(day for _, day, _ in steps),
        step_standing=_ints(standing for _, _, standing in steps),
        line_matter=_ints(row for row, _ in lines),
        line_pair=_ints(pairs[pair] for _, pair in lines),
        ends=_ints(codes[code] for pair in pairs for code in pair).reshape(-1, 2),
        actors=tuple(codes),
        crowded=crowded,
    )


def _is_undated(edge: Edge) -> bool:
    return all(step.on is None for step in edge.history)


def _group_numbers() -> Mapping[tuple[bool, str], int]:
    """The number of the group of a tie's kind or an event's type."""
    words, look = vocabulary(), style()
    kinds = {(True, name): look.group_of_kind(name) for name in words.kinds}
    types = {(False, name): look.group_of_type(name) for name in words.tie_types}
    return {key: look.groups.index(group) for key, group in (kinds | types).items()}


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)


def _bools(values: Iterable[bool]) -> Bools:
    return np.fromiter(values, dtype=np.bool_)
