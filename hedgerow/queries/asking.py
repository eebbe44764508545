"""Asking a question of the library."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType

from hedgerow.queries import answers
from hedgerow.queries.questions.header import Column
from hedgerow.queries.questions.library import question
from hedgerow.queries.questions.parameters import Asked, bind
from hedgerow.queries.reading.archive import Reader, run
from hedgerow.queries.reading.graded_rows import graded
from hedgerow.queries.reading.rows import Cell, shown
from hedgerow.queries.tabular import Tabular


@dataclass(frozen=True, slots=True)
class Answer(Tabular):
    """Rows of plain values under typed columns, and the answer in one line of words.

    `parameters` holds the arguments as they were understood: actors by code, dates in full. `notes`
    say what the answer rests on and what it does not cover. `handling` is the strictest mark of
    what stands behind the rows.
    """

    question: str
    parameters: Mapping[str, str]
    columns: tuple[Column, ...]
    rows: tuple[Mapping[str, Cell], ...]
    in_words: str
    notes: tuple[str, ...] = ()
    handling: str | None = None

    def table(self) -> tuple[tuple[str, ...], tuple[Mapping[str, Cell], ...]]:
        """The names of the columns, and the rows."""
        return tuple(column.name for column in self.columns), self.rows


def ask(reader: Reader, name: str, arguments: Mapping[str, str] = MappingProxyType({})) -> Answer:
    """Ask a question of the library by its name, with arguments by parameter name.

    Actors are given by name or code, dates as `2023`, `2023-09` or `2023-09-10`.

    Raises:
        UsageError: there is no such question, or an argument is unknown, missing or malformed.
        UnknownActor: no state or body answers to a name.
    """
    return answer(bind(reader, question(name), arguments))


def answer(asked: Asked) -> Answer:
    """The answer to a question whose arguments are bound."""
    module = import_module(f"{answers.__name__}.{asked.question.name}")
    if asked.question.sparql:
        rows = module.shape(run(asked.reader, asked.question, asked.bindings), asked)
    else:
        rows = module.rows(asked)
    notes = tuple(module.notes(rows, asked)) if hasattr(module, "notes") else ()
    columns = asked.question.columns
    found = graded(asked.reader, [dict(row) for row in shown(rows, columns)], columns)
    marked = (f"Handling: {found.handling}.",) if found.handling else ()
    return Answer(
        question=asked.question.name,
        parameters=asked.values,
        columns=(*columns, *found.columns),
        rows=found.rows,
        in_words=module.words(rows, asked),
        notes=(*marked, *notes, *_behind(asked)),
        handling=found.handling,
    )


def _behind(asked: Asked) -> Iterator[str]:
    """How to get from numbers to the sentences; rows with ids lead there by `ask evidence`."""
    if asked.question.behind:
        given = {each.name: asked.values.get(each.name, "") for each in asked.question.parameters}
        command = " ".join(asked.question.behind.format(**given).split())
        yield f"The sentences behind it: hedgerow {command}"
