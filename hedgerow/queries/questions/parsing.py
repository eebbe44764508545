"""The header of a question: what it is, what it takes and what comes out.

A header is the run of comment lines at the top of a `.rq` file. A `.question` file is a header
alone: a function answers it. For example:

    # title: Levels
    # description: What level A's partnerships stand at on A's own ladder.
    # parameter a: actor; whose ladder and ties
    # parameter b: actor?; only the tie with this partner
    # parameter at: last_day = newest; the day to look at
    # parameter years: whole <= 50 = 5; so many years back
    # column level: text; rung of A's ladder
    # helper since_latest: text
    # of: partnership
    # example: Vietnam at=2025-08-22

A `?` marks a parameter that can be left out. A helper is a column that is read but not shown. `of`
lists the types and kinds of ties that the question is about; `example` is how a user might ask it.
"""

import re
from collections.abc import Mapping
from typing import get_args

from hedgerow.queries.questions.header import (
    Column,
    ColumnKind,
    Parameter,
    ParameterKind,
    Question,
)

_LINE = re.compile(
    r"(?P<what>parameter|column|helper) (?P<name>\w+): (?P<kind>\w+)(?P<optional>\?)?"
    r"(?: <= (?P<most>\d+))?(?: = (?P<default>[^;]+?))?(?:; (?P<description>.+))?"
)
_STATED = ("title", "description", "of", "example", "behind")
_NAME = re.compile(r"\$(\w+)")
_PARAMETER_KINDS: Mapping[str, ParameterKind] = {kind: kind for kind in get_args(ParameterKind)}
_COLUMN_KINDS: Mapping[str, ColumnKind] = {kind: kind for kind in get_args(ColumnKind)}


def parse_question(name: str, text: str, cypher: str | None = None) -> Question:
    """Read a header and the query below it, if any; `cypher` is the file beside it.

    Raises:
        ValueError: the header lacks a title or description, or has a line of another form.
    """
    stated: dict[str, str] = {}
    parameters: list[Parameter] = []
    columns: dict[str, list[Column]] = {"column": [], "helper": []}
    for line in _header_lines(text):
        key, _, value = line.partition(": ")
        found = _LINE.fullmatch(line)
        if key in _STATED:
            stated[key] = value
        elif found is None:
            raise ValueError(f"{name} has a header line of an unknown form: {line}")
        elif found["what"] == "parameter":
            parameters.append(_parameter(name, found))
        else:
            columns[found["what"]].append(_column(name, found))
    if not {"title", "description"} <= stated.keys():
        raise ValueError(f"{name} needs a title and a description in its header")
    return Question(
        name=name,
        title=stated["title"],
        description=stated["description"],
        parameters=tuple(parameters),
        columns=tuple(columns["column"]),
        helpers=tuple(columns["helper"]),
        sparql=_query(text),
        bound=names_in(text),
        of=tuple(stated.get("of", "").replace(",", " ").split()),
        example=stated.get("example", ""),
        behind=stated.get("behind", ""),
        cypher=cypher,
    )


def names_in(query: str) -> frozenset[str]:
    """Every `$name` of a query."""
    return frozenset(_NAME.findall(query))


def _query(text: str) -> str:
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return text if any(line.strip() for line in lines) else ""


def _header_lines(text: str) -> list[str]:
    lines = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.removeprefix("#").strip())
    return [line for line in lines if line]


def _parameter(question: str, found: re.Match[str]) -> Parameter:
    kind = _PARAMETER_KINDS.get(found["kind"])
    if kind is None:
        raise ValueError(f"{question} has a parameter of an unknown kind: {found['kind']}")
    return Parameter(
        name=found["name"],
        kind=kind,
        optional=bool(found["optional"]),
        default=found["default"],
        description=found["description"] or "",
        most=None if found["most"] is None else int(found["most"]),
    )


def _column(question: str, found: re.Match[str]) -> Column:
    kind = _COLUMN_KINDS.get(found["kind"])
    if kind is None:
        raise ValueError(f"{question} has a column of an unknown kind: {found['kind']}")
    return Column(found["name"], kind, found["description"] or "")
