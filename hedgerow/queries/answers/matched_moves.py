"""Matched moves: costly ties that a state raised with both of two rivals within so many months."""

from collections.abc import Iterator, Sequence
from functools import partial

from hedgerow.queries.answers.shared.counterparts import by_counterpart
from hedgerow.queries.answers.shared.near import (
    EVER,
    Near,
    near_cells,
    near_pairs,
    nearest_told,
    side_cells,
    undated_note,
)
from hedgerow.queries.dates.windows import months_from
from hedgerow.queries.measures.states import is_state
from hedgerow.queries.measures.weighing import Weight
from hedgerow.queries.measures.weights import default_weights
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edges import Selection, sources_for
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.reading.several import all_edges
from hedgerow.queries.sources.gaps import none_on_each
from hedgerow.queries.words.cells import by_time
from hedgerow.queries.words.phrases import CONCLUDED, counted, level_words

COSTLY, WIDER = "costly", "wider"


def rows(asked: Asked) -> list[Row]:
    """Every pair of moves, costly ones first, by state and time."""
    found = sorted(_pairs(asked), key=_order)
    if not found:
        return []
    sources = sources_for(asked.reader, (move for _, pair in found for move in (pair.a, pair.b)))

    def cells(side: str, move: Edge) -> Row:
        matter = level_words(move.level) if move.level else move.item
        return side_cells(side, move, sources.get(move.id, ())) | {
            f"what_{side}": move.what,
            f"matter_{side}": matter,
        }

    return [
        near_cells(state, pair)
        | {"signals": _signals(pair)}
        | cells("a", pair.a)
        | cells("b", pair.b)
        for state, pair in found
    ]


def words(rows: Sequence[Row], asked: Asked) -> str:
    """The states that made costly moves, and how many match only by wider ones."""
    rivals = f"{asked.name('a')} and {asked.name('b')}"
    within = f"with both within {counted(asked.number('months'), 'month')}"
    if not rows:
        return f"{rivals}: no state that raised ties {within}; {none_on_each(asked)}."
    costly = [row for row in rows if row["signals"] == COSTLY]
    states = {row["state"] for row in costly}
    told = f"{counted(len(states), 'state')} raised costly defence ties {within}"
    if costly:
        told += f", fewest days between in brackets: {nearest_told(costly)}"
    else:
        told = f"no state raised costly defence ties {within} ({none_on_each(asked)})"
    others = {row["state"] for row in rows} - states
    if others:
        wider = nearest_told(row for row in rows if row["state"] in others)
        told += f"; by wider signals alone {counted(len(others), 'state')}: {wider}"
    return f"{rivals}: {told}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What the answer does not say."""
    yield "Two moves near each other in time do not show that one was meant to match the other."
    yield "Moves that are only planned, reported or in talks, contested or denied are left out."
    yield from undated_note(_moves(asked), "move")


def _selections(asked: Asked) -> list[Selection]:
    """What each rival may share a move in: costly types that raise a tie, and wider ones."""
    rows = default_weights().rows.values()
    costly = (row.what for row in rows if row.edge == "event" and _raises(row))
    of = tuple(dict.fromkeys([*asked.question.of, *costly]))
    return [Selection(asked.values[rival], asked.values.get("c"), of=of) for rival in ("a", "b")]


def _pairs(asked: Asked) -> Iterator[tuple[str, Near]]:
    a, b = asked.values["a"], asked.values["b"]
    moves = _moves(asked)
    with_a, with_b = by_counterpart(moves, a), by_counterpart(moves, b)
    reach = partial(months_from, months=asked.number("months"))
    for state in filter(is_state, with_a.keys() & with_b.keys() - {a, b}):
        if state == asked.values.get("c", state):
            for pair in near_pairs(with_a[state], with_b[state], reach, EVER):
                yield state, pair


def _moves(asked: Asked) -> list[Edge]:
    return [
        edge for edge in all_edges(asked.reader, _selections(asked)) if edge.standing == CONCLUDED
    ]


def _is_costly(edge: Edge) -> bool:
    """Whether the default weights call it costly, and it raises a tie."""
    return _raises(default_weights().base(edge))


def _raises(weight: Weight) -> bool:
    return bool(weight.costly) and weight.weight > 0


def _signals(pair: Near) -> str:
    return COSTLY if _is_costly(pair.a) and _is_costly(pair.b) else WIDER


def _order(found: tuple[str, Near]) -> tuple[bool, str, bool, str, str, str]:
    state, pair = found
    later = max(by_time(pair.a), by_time(pair.b))[0]
    return _signals(pair) != COSTLY, state, not pair.sure, later, pair.a.id, pair.b.id
