"""Visitors: states with visits to or from both of two rivals within so many days."""

from collections.abc import Iterator, Sequence
from functools import partial

from hedgerow.queries.answers.shared.counterparts import by_counterpart
from hedgerow.queries.answers.shared.near import (
    Near,
    near_cells,
    near_pairs,
    nearest_told,
    side_cells,
    undated_note,
)
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.dates.windows import days_from
from hedgerow.queries.measures.states import is_state
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edges import Selection
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.reading.several import all_edges, all_sources, all_values
from hedgerow.queries.sources.gaps import none_on_each
from hedgerow.queries.words.phrases import CONCLUDED, counted

RANK = "rank"


def rows(asked: Asked) -> list[Row]:
    """The nearest pair of visits of each state, the surest and nearest first."""
    found = sorted(_nearest(asked), key=lambda each: each[1].order)
    if not found:
        return []
    wanted = _selections(asked)
    sources = all_sources(asked.reader, wanted)
    ranks = all_values(asked.reader, wanted, RANK)

    def cells(side: str, visit: Edge) -> Row:
        return side_cells(side, visit, sources.get(visit.id, ())) | {
            f"direction_{side}": "from" if visit.actors[0] == asked.values[side] else "to",
            f"rank_{side}": ", ".join(ranks.get(visit.id, ())) or None,
        }

    return [
        near_cells(state, pair) | cells("a", pair.a) | cells("b", pair.b) for state, pair in found
    ]


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How many states, and which with how many days between."""
    rivals = f"{asked.name('a')} and {asked.name('b')}"
    about = f"visits to or from both within {counted(asked.number('within'), 'day')}"
    if not rows:
        return f"{rivals}: no state with {about}; {none_on_each(asked)}."
    told = f"{counted(len(rows), 'state')} with {about}"
    return f"{rivals}: {told}, days between in brackets: {nearest_told(rows)}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What counts, and what is left out."""
    yield "Visits that are only planned or reported, contested, called off or denied are left out."
    yield from undated_note(_made(asked), "visit")


def _selections(asked: Asked) -> list[Selection]:
    return [Selection(asked.values[rival], of=asked.question.of) for rival in ("a", "b")]


def _made(asked: Asked) -> list[Edge]:
    visits = all_edges(asked.reader, _selections(asked))
    return [visit for visit in visits if visit.standing == CONCLUDED]


def _nearest(asked: Asked) -> Iterator[tuple[str, Near]]:
    a, b = asked.values["a"], asked.values["b"]
    made = _made(asked)
    with_a, with_b = by_counterpart(made, a), by_counterpart(made, b)
    reach = partial(days_from, days=asked.number("within"))
    wanted = DateRange(asked.day("from"), asked.day("to"))
    for state in filter(is_state, sorted(with_a.keys() & with_b.keys() - {a, b})):
        pairs = near_pairs(with_a[state], with_b[state], reach, wanted)
        nearest = min(pairs, key=lambda each: each.order, default=None)
        if nearest is not None:
            yield state, nearest
