"""Questions in SPARQL to a store: solutions become rows of plain values."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import pyoxigraph as ox

from hedgerow.graph.ids import from_iri
from hedgerow.graph.snapshot import Filling, Snapshot
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.addresses import with_addresses
from hedgerow.queries.header import ColumnKind, Question
from hedgerow.queries.library import part
from hedgerow.queries.rows import Cell, Row, whole_of

BUSY = 1500
"""From so many edges on it is faster to read all events once than to look each of these up."""
_OF_BUSY = {"partners": "partners_of_busy"}
"""The query that gives the same rows faster for an actor `a` with so many edges."""
Plain = ox.NamedNode | ox.Literal


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
        readers = [(each.name, _READERS[each.kind], each.name in found) for each in question.all]
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


def _ids(term: Plain) -> tuple[str, ...]:
    return tuple(sorted(from_iri(each) for each in term.value.split()))


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
    "address": _text,
    "whole": _whole,
    "number": _number,
    "id": _id,
    "ids": _ids,
}
