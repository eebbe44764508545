"""Questions in SPARQL to a store: solutions become rows of plain values."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

import pyoxigraph as ox

from hedgerow.graph.ids import from_iri
from hedgerow.graph.rdf import SUMMARIES
from hedgerow.graph.snapshot import Filling, Snapshot
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.questions.header import ColumnKind, Question
from hedgerow.queries.reading.addresses import with_addresses
from hedgerow.queries.reading.rows import Cell, Row

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
        rows = self._solutions(question, bindings)
        for column in question.columns:
            if column.kind == "address":
                rows = with_addresses(self.snapshot, rows, column.name)
        yield from rows

    def summaries(self, ids: Question, bindings: Filling) -> Sequence[str] | None:
        """The summaries of the edges whose ids a query gives, by id; None in an older store."""
        if not self.snapshot.has_summaries:
            return None
        solutions = self.snapshot.query(_summaries(ids.sparql), _used(ids, bindings))
        assert isinstance(solutions, ox.QuerySolutions)  # noqa: S101  it is a SELECT
        return sorted(solution[0].value for solution in solutions)

    def _solutions(self, question: Question, bindings: Filling) -> Iterator[Row]:
        solutions = self.snapshot.query(question.sparql, _used(question, bindings))
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


def _summaries(ids: str) -> str:
    """A query of ids as one of the summaries there, each id being looked up as it is found."""
    prefixes, select, rest = ids.partition("\nSELECT ")
    wanted = f"{{ {select}{rest} }} GRAPH {SUMMARIES} {{ ?id hr:summary ?summary }}"
    return f"{prefixes}\nSELECT ?summary WHERE {{ {wanted} }}"


def _used(question: Question, bindings: Filling) -> Filling:
    return {name: term for name, term in bindings.items() if name in question.bound}


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
