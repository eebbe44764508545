"""Paired: whether a state's costly moves towards one power go with moves towards the other."""

from collections.abc import Iterator, Sequence

from hedgerow.queries.answers.shared.compared import graph_of, poles_of
from hedgerow.queries.measures.paired import PairedMoves, paired_moves
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.rows import Row, number_of, whole_of
from hedgerow.queries.words.numbers import rounded
from hedgerow.queries.words.phrases import counted, names

MORE, NO_MORE = "more than by chance", "no more than by chance"


def rows(asked: Asked) -> list[Row]:
    """A row a direction: moves towards the first power, and towards the second."""
    a, b = poles_of(asked)
    as_of = graph_of(asked, asked.day("at"))
    found = paired_moves(as_of, asked.values["a"], [(a, b), (b, a)], asked.number("months"))
    return [_row(one) for one in found]


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How many moves are matched each way, and whether that is more than chance gives."""
    told = "; ".join(_told(row, asked.number("months")) for row in rows)
    return f"{asked.name('a')} by {asked.day('at')}: {told}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What is compared, what is left out, and what a match does not show."""
    yield (
        "Chance: the same dates dealt anew among the state's costly moves, whoever they were "
        "towards; each month keeps its number. p is corrected for the two directions."
    )
    joint, undated = (whole_of(rows[0], name) for name in ("joint", "undated"))
    yield (
        f"Counted for neither: {counted(joint, 'move')} towards both at once, "
        f"{counted(undated, 'move')} not dated to the month."
    )
    yield "No match shows that one move answers the other."


def _row(found: PairedMoves) -> Row:
    known = found.share is not None
    return {
        "towards": found.sides[0],
        "matched_by": found.sides[1],
        "moves": found.moves[0],
        "others": found.moves[1],
        "matched": None if found.share is None else round(found.share * found.moves[0]),
        "share": rounded(found.share),
        "expected": rounded(found.expected),
        "threshold": rounded(found.threshold),
        "p": rounded(found.adjusted, 3),
        "finding": (MORE if found.claim else NO_MORE) if known else None,
        "joint": found.joint,
        "undated": found.undated,
        "edges": found.edges,
    }


def _told(row: Row, months: int) -> str:
    towards, other = names([str(row["towards"]), str(row["matched_by"])])
    moves = counted(whole_of(row, "moves"), "costly move")
    if row["finding"] is None:
        others = whole_of(row, "others")
        return f"nothing to compare: {moves} towards {towards}, {others} towards {other}"
    return (
        f"{row['matched']} of {moves} towards {towards} matched by one towards {other} within "
        f"{counted(months, 'month')}, {row['finding']} ({number_of(row, 'expected'):.0%} expected)"
    )
