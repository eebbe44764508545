"""Questions in Cypher to a Neo4j server: terms become parameters, records rows of plain values."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from hedgerow.errors import UsageError
from hedgerow.graph.ids import from_iri
from hedgerow.graph.rdf import XSD_DATE
from hedgerow.graph.snapshot import Filling
from hedgerow.graph.sparql import Term
from hedgerow.ontology.namespaces import HR_NS
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.questions.header import ColumnKind, Question
from hedgerow.queries.reading.rows import Cell, Row

if TYPE_CHECKING:
    from hedgerow.graph.neo4j.connection import Server


@dataclass(frozen=True, slots=True)
class ServerArchive:
    """A server as questions see it."""

    server: "Server"

    @property
    def commit(self) -> Hashable:
        """What was synced last.

        Raises:
            UsageError: the last sync did not end, so that finding nothing would say nothing.
        """
        # Neo4j's driver takes longer to import than a store takes to answer
        from hedgerow.graph.neo4j.watermark import read_mark  # noqa: PLC0415

        found = read_mark(self.server)
        if not found.whole:
            raise UsageError(
                "This database holds no whole hedgerow graph: no sync began, or one is running or "
                "was cut off; run hedgerow sync URI first."
            )
        return found

    def check(self) -> None:
        """UsageError unless a whole graph was synced."""
        _ = self.commit

    def rows(self, question: Question, bindings: Filling) -> Iterator[Row]:
        """The rows of a question.

        Raises:
            UsageError: it has no Cypher.
        """
        if question.cypher is None:
            raise UsageError(f"{question.name} has no Cypher; ask it of a store.")
        parameters = {name: _parameters(given) for name, given in bindings.items()}
        for record in self.server.read(question.cypher, parameters):
            yield {each.name: _cell(record.get(each.name), each.kind) for each in question.all}

    def summaries(self, ids: Question, bindings: Filling) -> None:
        """None: they are not synced."""


def _parameters(given: Term | tuple[Term, ...]) -> object:
    return [parameter(each) for each in given] if isinstance(given, tuple) else parameter(given)


def parameter(term: Term) -> str | dt.date:
    """A term as Neo4j holds it: `actor/VNM`, `USA-VNM` for a dyad, `Event` for a class, a day.

    A tie type is known there by its name: `visit`.
    """
    if term.value in _type_names():
        return _type_names()[term.value]
    if isinstance(term, ox.Literal):
        return dt.date.fromisoformat(term.value) if term.datatype == XSD_DATE else term.value
    return from_iri(term.value.removeprefix(HR_NS)).removeprefix("dyad/")


@cache
def _type_names() -> Mapping[str, str]:
    return {each.iri: each.name for each in vocabulary().tie_types.values()}


def _cell(value: object, kind: ColumnKind) -> Cell:
    return None if value is None else _READERS[kind](value)


def _actor(value: object) -> str:
    return str(value).removeprefix("actor/")


def _actors(value: Iterable[object]) -> tuple[str, ...]:
    return tuple(sorted({_actor(each) for each in value}))


def _ids(value: Iterable[object]) -> tuple[str, ...]:
    return tuple(sorted({str(each) for each in value}))


_READERS: Mapping[ColumnKind, Callable[[Any], Cell]] = {
    "actor": _actor,
    "actors": _actors,
    "name": str,
    "text": str,
    "address": str,
    "whole": int,
    "number": float,
    "id": str,
    "ids": _ids,
}
