"""Asking a question of the library."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType

from hedgerow.queries import answers
from hedgerow.queries.questions.header import Column
from hedgerow.queries.questions.library import question
from hedgerow.queries.questions.parameters import Asked, bind
from hedgerow.queries.reading.archive import Reader, run
from hedgerow.queries.reading.rows import Cell, shown
from hedgerow.queries.tabular import Tabular


@dataclass(frozen=True, slots=True)
class Answer(Tabular):
    """Rows of plain values under typed columns, and the answer in one line of words.

    `parameters` holds the arguments as they were understood: actors by code, dates in full. `notes`
    say what the answer rests on and what it does not cover.
    """

    question: str
    parameters: Mapping[str, str]
    columns: tuple[Column, ...]
    rows: tuple[Mapping[str, Cell], ...]
    in_words: str
    notes: tuple[str, ...] = ()

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
    return Answer(
        question=asked.question.name,
        parameters=asked.values,
        columns=asked.question.columns,
        rows=shown(rows, asked.question.columns),
        in_words=module.words(rows, asked),
        notes=tuple(module.notes(rows, asked)) if hasattr(module, "notes") else (),
    )
