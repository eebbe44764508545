"""Neighbours: who else is tied to both of two actors."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hedgerow.queries.answers.shared.counterparts import counterparts, split
from hedgerow.queries.dates.as_of import POSSIBLY, Position, position
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edges import Selection, edges_of
from hedgerow.queries.reading.rows import Row, whole_of
from hedgerow.queries.sources.gaps import none_on_each
from hedgerow.queries.words.phrases import CONCLUDED, HELD, counted, names
from hedgerow.queries.words.telling import some

SIDES = ("a", "b")
NAMED = 3
"""As many of each group are named."""
COUNTED = (HELD, POSSIBLY, CONCLUDED)
"""The standings that make a neighbour."""
NOT_TIED = "no"
GROUPS = {
    HELD: "tied to both by ties held",
    POSSIBLY: "tied to both, to one of them at least by a tie only possibly held",
    NOT_TIED: "linked to both, to one of them at least by events alone",
}
"""The groups in their order, by the word of the column `tied`."""


def rows(asked: Asked) -> list[Row]:
    """Group by group, those with most concluded events with the side they know less first."""
    found = {side: _positions(asked, side) for side in SIDES}
    shared = found["a"].keys() & found["b"].keys() - {asked.values[side] for side in SIDES}
    return sorted((_row(found, actor) for actor in shared), key=_order)


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How many there are in each group, and the first of each by name."""
    both = f"{asked.name('a')} and {asked.name('b')} on {asked.day('at')}"
    if not rows:
        return f"{both}: nobody tied to both; {none_on_each(asked)}."
    told = [_told(group, [row for row in rows if row["tied"] == group]) for group in GROUPS]
    return f"{both}: {'; '.join(filter(None, told))}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What is not counted."""
    yield "Ties and events may be hostile too (sanctions, incidents): their types say so."
    yield "Ties only possibly held: dates, or their lack, leave it open whether they were that day."
    yield "Plans, reports, contested and denied matters make nobody a neighbour."


def _positions(asked: Asked, side: str) -> Mapping[str, list[Position]]:
    """How the edges of a side stand on the day, by the other actor."""
    code, on = asked.values[side], asked.day("at")
    found: dict[str, list[Position]] = {}
    for edge in edges_of(asked.reader, Selection(code)):
        stands = position(edge, on)
        if stands is not None and stands.standing in COUNTED:
            for other in counterparts(edge, code):
                found.setdefault(other, []).append(stands)
    return found


def _row(found: Mapping[str, Mapping[str, list[Position]]], actor: str) -> Row:
    row: Row = {"actor": actor}
    for side in SIDES:
        stands = found[side][actor]
        concluded = _of(stands, CONCLUDED)
        row |= {
            f"ties_{side}": split(_of(stands, HELD)),
            f"possibly_{side}": split(_of(stands, POSSIBLY)),
            f"events_{side}": len(concluded),
            f"types_{side}": split(concluded),
        }
    return row | {"tied": _tied(row)}


def _tied(row: Row) -> str:
    if all(row[f"ties_{side}"] for side in SIDES):
        return HELD
    perhaps = all(row[f"ties_{side}"] or row[f"possibly_{side}"] for side in SIDES)
    return POSSIBLY if perhaps else NOT_TIED


def _told(group: str, rows: Sequence[Row]) -> str:
    if not rows:
        return ""
    actors = names(str(row["actor"]) for row in rows)
    return f"{counted(len(rows), 'actor')} {GROUPS[group]} ({some(actors, NAMED)})"


def _of(stands: Iterable[Position], standing: str) -> list[str]:
    return [each.edge.what for each in stands if each.standing == standing]


def _order(row: Row) -> tuple[int, int, str]:
    least = min(whole_of(row, f"events_{side}") for side in SIDES)
    return list(GROUPS).index(str(row["tied"])), -least, names([str(row["actor"])])[0]
