"""The header of a `.rq` file: what the question is, what it takes and what comes out.

A header is the run of comment lines at the top of the file:

    # title: Levels
    # description: What level A's partnerships stand at on A's own ladder.
    # parameter a: actor; whose ladder and ties
    # parameter b: actor?; only the tie with this partner
    # parameter at: last_day = newest; the day to look at
    # column level: text; rung of A's ladder
    # helper since_latest: text

A `?` marks a parameter that can be left out. A helper is a column that is read but not shown.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

ParameterKind = Literal["actor", "first_day", "last_day", "edge"]
ColumnKind = Literal["actor", "actors", "name", "text", "address", "whole", "number", "id"]

_LINE = re.compile(
    r"(?P<what>parameter|column|helper) (?P<name>\w+): (?P<kind>\w+)(?P<optional>\?)?"
    r"(?: = (?P<default>[^;]+?))?(?:; (?P<description>.+))?"
)
_NAME = re.compile(r"\$(\w+)")
_PARAMETER_KINDS: Mapping[str, ParameterKind] = {kind: kind for kind in get_args(ParameterKind)}
_COLUMN_KINDS: Mapping[str, ColumnKind] = {kind: kind for kind in get_args(ColumnKind)}


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question takes.

    `first_day` and `last_day` are dates read as the first or last day they can mean; `edge` is the
    id of an event, tie or claim. `default` is text as a user would write it, or None.
    """

    name: str
    kind: ParameterKind
    optional: bool
    default: str | None
    description: str

    @property
    def required(self) -> bool:
        """Whether the question cannot be asked without it."""
        return not self.optional and self.default is None


@dataclass(frozen=True, slots=True)
class Column:
    """What comes out. `name` is a term of the vocabulary; `actors` are several ids in order;
    `address` is the URL of the row's `document`, else the path it was read from.
    """

    name: str
    kind: ColumnKind
    description: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the library. `sparql` has a `$name` for each parameter.

    `bound` holds those names and the ones that are derived from parameters. `cypher` asks the same
    of a Neo4j server, with the same names and columns; None where it is asked of stores only.
    """

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    helpers: tuple[Column, ...]
    sparql: str
    bound: frozenset[str]
    cypher: str | None = None

    @property
    def all(self) -> tuple[Column, ...]:
        """Columns and helpers."""
        return (*self.columns, *self.helpers)


def parse_question(name: str, text: str, cypher: str | None = None) -> Question:
    """Read the text of a `.rq` file; `cypher` is that of the `.cypher` file beside it.

    Raises:
        ValueError: the header lacks a title or description, or has a line of another form.
    """
    stated: dict[str, str] = {}
    parameters: list[Parameter] = []
    columns: dict[str, list[Column]] = {"column": [], "helper": []}
    for line in _header_lines(text):
        key, _, value = line.partition(": ")
        found = _LINE.fullmatch(line)
        if key in ("title", "description"):
            stated[key] = value
        elif found is None:
            raise ValueError(f"{name}.rq has a header line of an unknown form: {line}")
        elif found["what"] == "parameter":
            parameters.append(_parameter(name, found))
        else:
            columns[found["what"]].append(_column(name, found))
    if len(stated) < 2 or not columns["column"]:
        raise ValueError(f"{name}.rq needs a title, a description and columns in its header")
    return Question(
        name=name,
        title=stated["title"],
        description=stated["description"],
        parameters=tuple(parameters),
        columns=tuple(columns["column"]),
        helpers=tuple(columns["helper"]),
        sparql=text,
        bound=names_in(text),
        cypher=cypher,
    )


def names_in(query: str) -> frozenset[str]:
    """Every `$name` of a query."""
    return frozenset(_NAME.findall(query))


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
        raise ValueError(f"{question}.rq has a parameter of an unknown kind: {found['kind']}")
    return Parameter(
        found["name"], kind, bool(found["optional"]), found["default"], found["description"] or ""
    )


def _column(question: str, found: re.Match[str]) -> Column:
    kind = _COLUMN_KINDS.get(found["kind"])
    if kind is None:
        raise ValueError(f"{question}.rq has a column of an unknown kind: {found['kind']}")
    return Column(found["name"], kind, found["description"] or "")
