"""Shifts: whose lean between two powers moved most."""

from collections.abc import Iterator, Sequence

from hedgerow.errors import UsageError
from hedgerow.queries.answers.shared.compared import (
    graph_between,
    members_of,
    poles_of,
    thin,
)
from hedgerow.queries.measures.lean import Lean, lean
from hedgerow.queries.measures.poles import THIN
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.rows import Row, number_of
from hedgerow.queries.words.numbers import rounded
from hedgerow.queries.words.phrases import names

DAYS_A_YEAR = 365.2425


def rows(asked: Asked) -> list[Row]:
    """A row a member state, the one that moved most first, those without data last."""
    first, last = asked.day("from"), asked.day("to")
    if first == last:
        raise UsageError(f"Both days are {first}; give an earlier one as from.")
    before, after = graph_between(asked, first), graph_between(asked, last)
    years = (last - first).days / DAYS_A_YEAR
    found = [
        _row(lean(before, state, *poles_of(asked)), lean(after, state, *poles_of(asked)), years)
        for state in members_of(asked, last)
    ]
    return sorted(found, key=_order)


def words(rows: Sequence[Row], asked: Asked) -> str:
    """Who moved most, and in which direction."""
    a, b = names(poles_of(asked))
    span = f"{asked.day('from')} to {asked.day('to')}"
    moved = [row for row in rows if row["moved"] is not None]
    told = f"Lean between {a} and {b}, {asked.name('among')}, {span}: "
    if not moved:
        return f"{told}no state has data on both days."
    firm = [row for row in moved if row["thin"] is None]
    most = (firm or moved)[0]
    towards = a if number_of(most, "moved") > 0 else b
    whom = (
        f"of the {len(firm)} with {THIN} edges or more, and both poles, on both days "
        if firm
        else ""
    )
    return (
        f"{told}{whom}{names([str(most['state'])])[0]} moved most, {most['before']:.0f} to "
        f"{most['after']:.0f} (towards {towards}); {len(moved) - len(firm)} are thin, "
        f"{len(rows) - len(moved)} without data on one of the days."
    )


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What a shift may come from."""
    yield (
        "A shift may come from what was loaded of either time as much as from the state; see the "
        "edges behind both numbers."
    )


def _row(before: Lean, after: Lean, years: float) -> Row:
    moved = None
    if before.lean is not None and after.lean is not None:
        moved = after.lean - before.lean
    return {
        "state": after.state,
        "before": rounded(before.lean, 0),
        "after": rounded(after.lean, 0),
        "moved": rounded(moved, 0),
        "a_year": rounded(None if moved is None else moved / years, 1),
        "edges_before": len(before.edges),
        "edges_after": len(after.edges),
        "thin": thin(before, after),
    }


def _order(row: Row) -> tuple[bool, float, str]:
    return row["moved"] is None, -abs(number_of(row, "moved")), str(row["state"])
