"""What a question of the library is: what it takes and what comes out."""

from dataclasses import dataclass
from typing import Literal

ParameterKind = Literal["actor", "actors", "first_day", "last_day", "edge", "document", "whole"]
ColumnKind = Literal["actor", "actors", "name", "text", "address", "whole", "number", "id", "ids"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question takes.

    `first_day` and `last_day` are dates read as the first or last day they can mean; `edge` is the
    id of an event, tie or claim, `document` of a document; `actors` are several with commas
    between; `whole` is a number of 1 or more, and `most` at most. `default` is text as a user would
    write it, or None.
    """

    name: str
    kind: ParameterKind
    optional: bool
    default: str | None
    description: str
    most: int | None = None

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
    `sparql` is empty where a function answers. `of` names the types and kinds it is about.
    `behind` is the command for the sentences behind its numbers, where its rows have no ids: with
    `{name}` for an argument and `NAME` for a column.
    """

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    helpers: tuple[Column, ...]
    sparql: str
    bound: frozenset[str]
    of: tuple[str, ...] = ()
    example: str = ""
    behind: str = ""
    cypher: str | None = None

    @property
    def all(self) -> tuple[Column, ...]:
        """Columns and helpers."""
        return (*self.columns, *self.helpers)
