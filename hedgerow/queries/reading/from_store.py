"""Questions in SPARQL to a store: solutions become rows of plain values."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qs

import pyoxigraph as ox

from hedgerow.graph.ids import from_iri
from hedgerow.graph.snapshot import Filling, Snapshot
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.questions.header import ColumnKind, Question
from hedgerow.queries.questions.library import part
from hedgerow.queries.reading.addresses import with_addresses
from hedgerow.queries.reading.rows import Cell, Row, whole_of

BUSY = 1500
"""From so many edges on it is faster to read all events once than to look each of these up."""
_OF_BUSY = {"partners": "partners_of_busy"}
"""The query that gives the same rows faster for an actor `a` with so many edges."""
PROPERTIES = "properties"
"""A variable with properties as in the query of a URL: `status=planned&item=frigates`.

Columns that are no variables are read from the properties that describe them.
"""


@dataclass(frozen=True, slots=True)
class StoreArchive:
    """A store as questions see it."""

    snapshot: Snapshot

    @property
    def commit(self) -> int:
        """The number of the commit."""
        return self.snapshot.sequence

    def check(self) -> None:
        """Nothing: a store is whole after each commit."""

    def rows(self, question: Question, bindings: Filling) -> Iterator[Row]:
        """The rows of a question, addresses filled with paths where documents have no URL.

        Raises:
            ValueError: the question is no SELECT query.
        """
        rows = self._solutions(self._suited(question, bindings), bindings)
        for column in question.columns:
            if column.kind == "address":
                rows = with_addresses(self.snapshot, rows, column.name)
        yield from rows

    def _suited(self, question: Question, bindings: Filling) -> Question:
        faster = _OF_BUSY.get(question.name)
        if faster is None:
            return question
        (degree,) = self._solutions(part("degree"), bindings)
        busy = whole_of(degree, "edges") >= BUSY
        return replace(question, sparql=part(faster).sparql) if busy else question

    def _solutions(self, question: Question, bindings: Filling) -> Iterator[Row]:
        used = {name: term for name, term in bindings.items() if name in question.bound}
        solutions = self.snapshot.query(question.sparql, used)
        if not isinstance(solutions, ox.QuerySolutions):
            raise ValueError(f"{question.name}.rq is not a SELECT query")
        found = {variable.value for variable in solutions.variables}
        columns = [
            (each.name, _READERS[each.kind], each.description.split(", ")) for each in question.all
        ]
        for solution in solutions:
            told = parse_qs(_value(solution[PROPERTIES])) if PROPERTIES in found else {}
            yield {
                name: _cell(
                    _value(solution[name]) if name in found else _of(told, properties), read
                )
                for name, read, properties in columns
            }


def _value(term: object) -> str | None:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else None


def _of(told: Mapping[str, Sequence[str]], properties: Iterable[str]) -> str | None:
    return next((" ".join(told[each]) for each in properties if each in told), None)


def _cell(value: str | None, read: Callable[[str], Cell]) -> Cell:
    return None if value is None else read(value)


def _text(value: str) -> str:
    return value


def _id(value: str) -> str:
    return from_iri(value)


def _actor(value: str) -> str:
    return from_iri(value).removeprefix("actor/")


def _actors(value: str) -> tuple[str, ...]:
    return tuple(sorted(from_iri(each).removeprefix("actor/") for each in value.split()))


def _ids(value: str) -> tuple[str, ...]:
    return tuple(sorted(from_iri(each) for each in value.split()))


def _name(value: str) -> str:
    return vocabulary().names.get(value, value)


def _whole(value: str) -> int:
    return int(float(value))


def _number(value: str) -> float:
    return float(value)


_READERS: Mapping[ColumnKind, Callable[[str], Cell]] = {
    "actor": _actor,
    "actors": _actors,
    "name": _name,
    "text": _text,
    "address": _text,
    "whole": _whole,
    "number": _number,
    "id": _id,
    "ids": _ids,
}
