"""Questions and answers as the API gives them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from hedgerow.ontology.actors import actors
from hedgerow.queries.asking import Answer
from hedgerow.queries.questions import header
from hedgerow.queries.questions.library import question
from hedgerow.queries.reading.rows import Cell

UNHEEDED = (
    "This question does not look back to what held on a day: the rows are of all days, not as of "
    "{day}."
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question takes; `default` as a user would write it."""

    name: str
    kind: str
    required: bool
    default: str | None
    description: str
    most: int | None


@dataclass(frozen=True, slots=True)
class Column:
    """What comes out, and what kind of value it is."""

    name: str
    kind: str
    description: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the library; `example` is how a user might ask it."""

    name: str
    title: str
    description: str
    example: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer: in words, the rows under their columns, and what it rests on.

    `unheeded` says which day was given that the question does not look back to. `names` are those
    of all actors that its parameters and rows name by code.
    """

    question: str
    parameters: dict[str, str]
    in_words: str
    unheeded: str | None
    columns: tuple[Column, ...]
    rows: tuple[dict[str, Cell], ...]
    notes: tuple[str, ...]
    names: dict[str, str]


def described(question: header.Question) -> Question:
    """A question of the library as the API tells of it."""
    return Question(
        name=question.name,
        title=question.title,
        description=question.description,
        example=question.example,
        parameters=tuple(
            Parameter(p.name, p.kind, p.required, p.default, p.description, p.most)
            for p in question.parameters
        ),
        columns=tuple(map(_column, question.columns)),
    )


def answered(answer: Answer, unheeded: dt.date | None = None) -> Answered:
    """An answer as the API gives it, `unheeded` a day that the question does not ask for."""
    return Answered(
        question=answer.question,
        parameters=dict(answer.parameters),
        in_words=answer.in_words,
        unheeded=UNHEEDED.format(day=unheeded) if unheeded else None,
        columns=tuple(map(_column, answer.columns)),
        rows=tuple(map(dict, answer.rows)),
        notes=answer.notes,
        names={code: actors().name(code) for code in sorted(set(_codes(answer)))},
    )


def _codes(answer: Answer) -> Iterator[str]:
    for parameter in question(answer.question).parameters:
        if parameter.kind in {"actor", "actors"}:
            yield from filter(None, answer.parameters.get(parameter.name, "").split(","))
    named = [column.name for column in answer.columns if column.kind in {"actor", "actors"}]
    for cell in (row[name] for row in answer.rows for name in named):
        yield from cell if isinstance(cell, tuple) else filter(None, [str(cell or "")])


def _column(column: header.Column) -> Column:
    return Column(column.name, column.kind, column.description)
