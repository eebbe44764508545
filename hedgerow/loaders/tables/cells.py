"""What the cells of a row mean: its day, its two actors and its code."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from hedgerow.loaders.tables.codes import MODE, Meaning, crosswalk_of
from hedgerow.loaders.tables.formats import TableFormat, table_rules
from hedgerow.loaders.tables.parties import Pair, SideCells, by_cameo, by_name, pair_of
from hedgerow.loaders.tables.reasons import Reason

Cells = tuple[str, ...]
DIGITS, ISO = 8, 10
NOTHING = Meaning(None)
SIDES, PARTS = ("source", "other"), SideCells.__slots__


@dataclass(frozen=True, slots=True)
class DayCell:
    """A row's day as YYYY-MM-DD, or why it has none."""

    day: str = ""
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class CodeCell:
    """A row's code as the table writes it and what it means, or why it is no tie."""

    code: str = ""
    meaning: Meaning = NOTHING
    reason: Reason | None = None


def day_reader(table: TableFormat, last: dt.date) -> Callable[[Cells], DayCell]:
    """Reads the cells `day` and `added`; no day can be after `last`."""
    first = dt.date.fromisoformat(table_rules().oldest)

    def read(cells: Cells) -> DayCell:
        told, added = cells
        day, limit = date_of(told, table.days), date_of(added, table.days) if added else last
        if day is None or limit is None or not first <= day <= last:
            return DayCell(reason=Reason.DAY)
        return DayCell(reason=Reason.LATE) if day > limit else DayCell(day.isoformat())

    return read


def side_columns(table: TableFormat) -> tuple[str, ...]:
    """The columns of a format that say who a row's actors are."""
    every = (f"{side}_{part}" for side in SIDES for part in PARTS)
    return tuple(name for name in every if name in table.named)


def pair_reader(table: TableFormat, *, domestic: bool) -> Callable[[Cells], Pair]:
    """Reads the cells of the `side_columns`."""
    find = by_cameo if table.actors == "cameo" else by_name
    names = side_columns(table)

    def read(cells: Cells) -> Pair:
        told = dict(zip(names, cells, strict=True))
        first, second = (
            SideCells(*(told.get(f"{side}_{part}", "") for part in PARTS)) for side in SIDES
        )
        return pair_of(first, second, find=find, several=table.several, domestic=domestic)

    return read


def code_reader(table: TableFormat) -> Callable[[Cells], CodeCell]:
    """Reads the cells `code`, `mode` and `contexts`.

    Raises:
        UsageError: the format's codes are none.
    """
    meanings = crosswalk_of(table)

    def read(cells: Cells) -> CodeCell:
        root, mode, contexts = cells
        code = f"{root}{MODE}{mode}" if mode else root
        several = tuple(each.strip() for each in contexts.split(table.several or ";"))
        meaning = meanings.meaning(code, several)
        if meaning is None:
            return CodeCell(code, reason=Reason.CODE)
        return CodeCell(code, meaning, None if meaning.type else Reason.NO_TIE)

    return read


def date_of(text: str, pattern: str | None) -> dt.date | None:
    """The day that a cell begins with, None if it is none."""
    try:
        if pattern is not None:
            return dt.datetime.strptime(text, pattern).date()  # noqa: DTZ007
        return dt.date.fromisoformat(text[:DIGITS] if text[:DIGITS].isdigit() else text[:ISO])
    except ValueError:
        return None
