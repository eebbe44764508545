"""Rows of plain values, and what is in their cells."""

import datetime as dt
from collections.abc import Mapping, Sequence

from hedgerow.graph.rows_rdf import host_of
from hedgerow.queries.questions.header import Column

Cell = str | int | float | tuple[str, ...] | None
Row = dict[str, Cell]


def shown(rows: Sequence[Row], columns: Sequence[Column]) -> tuple[Mapping[str, Cell], ...]:
    """The rows with the declared columns only, in their order."""
    return tuple({column.name: row.get(column.name) for column in columns} for row in rows)


def text_of(row: Row, name: str) -> str | None:
    """The text of a cell, or None where it is empty."""
    value = row[name]
    return None if value is None else str(value)


def whole_of(row: Row, name: str) -> int:
    """The whole number of a cell; 0 where it is empty."""
    value = row[name]
    return value if isinstance(value, int) else 0


def number_of(row: Row, name: str) -> float:
    """The number of a cell; 0 where it is empty."""
    value = row[name]
    return value if isinstance(value, float) else 0.0


def actors_of(row: Row, name: str) -> tuple[str, ...]:
    """The actors of a cell."""
    value = row[name]
    return value if isinstance(value, tuple) else ()


def source_first(row: Row) -> tuple[str, ...]:
    """The actors of a row, the source of a directed event or tie before the others."""
    source, everyone = text_of(row, "source"), actors_of(row, "actors")
    if source is None:
        return everyone
    return (source, *(each for each in everyone if each != source))


def outlet_of(row: Row) -> str | None:
    """Whose words a row has: the host of an event table row's page, else its document's outlet."""
    page = text_of(row, "page")
    return (page and host_of(page)) or text_of(row, "publisher")


def day_of(row: Row, name: str) -> dt.date | None:
    """The day of a cell that holds an xsd:date, or None where it is empty."""
    value = text_of(row, name)
    return None if value is None else dt.date.fromisoformat(value)
