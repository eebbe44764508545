"""From solutions of a query to rows of plain values."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence

import pyoxigraph as ox

from hedgerow.graph.ids import from_iri
from hedgerow.graph.snapshot import Bindings, Snapshot
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.header import Column, ColumnKind, Question

Cell = str | int | float | tuple[str, ...] | None
Row = dict[str, Cell]
Plain = ox.NamedNode | ox.Literal


def run(reader: Snapshot, question: Question, bindings: Bindings) -> Iterator[Row]:
    """The rows of a question with its parameters bound; every declared column is in each row.

    Bindings that the query does not use are left out.
    """
    used = {name: term for name, term in bindings.items() if name in question.bound}
    solutions = reader.query(question.sparql, used)
    if not isinstance(solutions, ox.QuerySolutions):
        raise ValueError(f"{question.name}.rq is not a SELECT query")
    wanted = (*question.columns, *question.helpers)
    found = {variable.value for variable in solutions.variables}
    readers = [(each.name, _READERS[each.kind], each.name in found) for each in wanted]
    for solution in solutions:
        yield {
            name: _cell(solution[name] if present else None, read)
            for name, read, present in readers
        }


def _cell(term: object, read: Callable[[Plain], Cell]) -> Cell:
    return read(term) if isinstance(term, ox.NamedNode | ox.Literal) else None


def _text(term: Plain) -> str:
    return term.value


def _id(term: Plain) -> str:
    return from_iri(term.value)


def _actor(term: Plain) -> str:
    return from_iri(term.value).removeprefix("actor/")


def _actors(term: Plain) -> tuple[str, ...]:
    return tuple(sorted(from_iri(each).removeprefix("actor/") for each in term.value.split()))


def _name(term: Plain) -> str:
    return vocabulary().names.get(term.value, term.value)


def _whole(term: Plain) -> int:
    return int(float(term.value))


def _number(term: Plain) -> float:
    return float(term.value)


_READERS: Mapping[ColumnKind, Callable[[Plain], Cell]] = {
    "actor": _actor,
    "actors": _actors,
    "name": _name,
    "text": _text,
    "whole": _whole,
    "number": _number,
    "id": _id,
}


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


def day_of(row: Row, name: str) -> dt.date | None:
    """The day of a cell that holds an xsd:date, or None where it is empty."""
    value = text_of(row, name)
    return None if value is None else dt.date.fromisoformat(value)
