"""From what a user writes for a parameter to a term of the query."""

import datetime as dt
from collections.abc import Callable, Mapping

import pyoxigraph as ox

from hedgerow.errors import UsageError
from hedgerow.graph.ids import to_iri
from hedgerow.ontology.actors import actors
from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.queries.questions.edge_ids import edge_id, full_id
from hedgerow.queries.questions.header import ParameterKind
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.coverage import coverage

NEWEST, RECENT = "newest", "recent"
DIGITS = 5
"""Longer whole numbers are refused unread."""
NOBODY = ox.NamedNode(to_iri("actor/nobody"))
_XSD_DATE = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")

Value = tuple[str, ox.NamedNode | ox.Literal]


def read_value(reader: Reader, kind: ParameterKind, text: str) -> Value:
    """A value as understood (a code, an EDTF date, an id) and as a term.

    Raises:
        UsageError: it is not of its kind.
        UnknownActor: no state or body answers to a name.
    """
    return _READERS[kind](reader, text)


def names_of(text: str) -> list[str]:
    """The names in a list with commas between."""
    return [each.strip() for each in text.split(",") if each.strip()]


def actor_node(code: str) -> ox.NamedNode:
    """The node of an actor."""
    return ox.NamedNode(to_iri(f"actor/{code}"))


def _read_actor(reader: Reader, value: str) -> Value:
    code = actors().resolve(value).id
    return code, actor_node(code)


def _read_actors(reader: Reader, value: str) -> Value:
    codes = [actors().resolve(each).id for each in names_of(value)]
    if not codes:
        raise UsageError("No actor is named; give some with commas between, such as USA,CHN.")
    told = ",".join(dict.fromkeys(codes))
    return told, ox.Literal(told)


def _read_whole(reader: Reader, value: str) -> Value:
    if value.isdecimal() and len(value) > DIGITS:
        raise UsageError(f"A number of more than {DIGITS} digits is too large; write it as 12.")
    if not value.isdecimal() or int(value) < 1:
        raise UsageError(f"{value!r} is no number of 1 or more; write it as 12.")
    return str(int(value)), ox.Literal(int(value))


def _read_edge(reader: Reader, value: str) -> Value:
    found = edge_id(reader, value)
    return found, ox.NamedNode(to_iri(found))


def _read_document(reader: Reader, value: str) -> Value:
    found = full_id(reader, value, ("document",))
    return found, ox.NamedNode(to_iri(found))


def _read_first_day(reader: Reader, value: str) -> Value:
    date = _date(reader, value)
    return date.edtf, _day_term(date.earliest)


def _read_last_day(reader: Reader, value: str) -> Value:
    date = _date(reader, value)
    return date.edtf, _day_term(date.latest)


def _date(reader: Reader, value: str) -> PartialDate:
    if value in (NEWEST, RECENT):
        held = coverage(reader)
        day = held.as_of if value == NEWEST else held.recent
        return parse_partial_date((day or dt.datetime.now(dt.UTC).date()).isoformat())
    try:
        return parse_partial_date(value)
    except ValueError as error:
        raise UsageError(
            f"{value!r} is no date; write it as 2023, 2023-09 or 2023-09-10."
        ) from error


def _day_term(day: dt.date) -> ox.Literal:
    return ox.Literal(day.isoformat(), datatype=_XSD_DATE)


_READERS: Mapping[ParameterKind, Callable[[Reader, str], Value]] = {
    "actor": _read_actor,
    "actors": _read_actors,
    "document": _read_document,
    "edge": _read_edge,
    "first_day": _read_first_day,
    "last_day": _read_last_day,
    "whole": _read_whole,
}
