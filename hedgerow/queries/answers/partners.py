"""Partners: with whom an actor has which ties and events."""

from collections import Counter
from collections.abc import Iterator, Sequence

from hedgerow.queries.answers.shared.counterparts import counterparts, split
from hedgerow.queries.dates.as_of import POSSIBLY, Position
from hedgerow.queries.dates.terms import within_term
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edges import Selection, edges_of
from hedgerow.queries.reading.rows import Row, text_of, whole_of
from hedgerow.queries.reading.scope import stood
from hedgerow.queries.reading.terms import terms_in
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.phrases import (
    CONCLUDED,
    CONTESTED,
    HELD,
    NEGATIVE,
    PROSPECTIVE,
    counted,
    names,
)

SPLIT = {"ties": HELD, "possibly": POSSIBLY, "by_type": CONCLUDED}
"""The columns that count by type or kind, with the standing that they count."""
SUMS = {
    CONCLUDED: CONCLUDED,
    "pipeline": PROSPECTIVE,
    CONTESTED: CONTESTED,
    NEGATIVE: NEGATIVE,
}
"""The columns that count all events of a standing."""


def rows(asked: Asked) -> list[Row]:
    """One row a partner, the one with the most ties and concluded events first."""
    code = asked.values["a"]
    found: dict[str, list[Position]] = {}
    for stands in _positions(asked):
        for other in counterparts(stands.edge, code):
            found.setdefault(other, []).append(stands)
    told = [_columns(stands) | {"partner": other} for other, stands in found.items()]
    return sorted((row for row in told if any(row[name] for name in _COUNTED)), key=_order)


def words(rows: Sequence[Row], asked: Asked) -> str:
    """The sums over all partners."""
    if not rows:
        return f"{asked.name('a')}: {none_found(asked)}."
    held, unsure = (sum(_total(row, name) for row in rows) for name in ("ties", "possibly"))
    sums = {name: sum(whole_of(row, name) for row in rows) for name in SUMS}
    told = [
        counted(len(rows), "partner"),
        f"{counted(held, 'tie')} held on {asked.day('at')}",
        *([f"{unsure:,} possibly held"] if unsure else []),
        counted(sums[CONCLUDED], "concluded event"),
        f"{sums['pipeline']:,} in prospect",
        f"{sums[CONTESTED]:,} contested",
        f"{sums[NEGATIVE]:,} denied, cancelled, suspended or ended",
    ]
    return f"{asked.name('a')}: {', '.join(told)}."


def _positions(asked: Asked) -> Iterator[Position]:
    on, wanted = asked.day("at"), Selection(asked.values["a"])
    terms = terms_in(asked.reader, wanted)
    for edge in edges_of(asked.reader, wanted):
        found = stood(edge, asked)
        if found is not None:
            yield within_term(found, terms, on)


_COUNTED = (*SPLIT, *SUMS)


def _columns(stands: Sequence[Position]) -> Row:
    sums = Counter(each.standing for each in stands)
    columns: Row = {name: sums[standing] for name, standing in SUMS.items()}
    return columns | {name: split(_of(stands, standing)) for name, standing in SPLIT.items()}


def _of(stands: Sequence[Position], standing: str) -> list[str]:
    return [each.edge.what for each in stands if each.standing == standing]


def _total(row: Row, column: str) -> int:
    """The sum of `visit 3, arms_transfer 1`."""
    told = text_of(row, column)
    return sum(int(each.rpartition(" ")[2]) for each in told.split(", ")) if told else 0


def _order(row: Row) -> tuple[int, str]:
    firm = _total(row, "ties") + whole_of(row, CONCLUDED)
    return -firm, names([str(row["partner"])])[0]
