"""Asking a question of the library."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from hedgerow.queries.absence import none_found
from hedgerow.queries.answers import arms, documents, evidence, levels, partners, ties
from hedgerow.queries.archive import Reader, run
from hedgerow.queries.header import Column
from hedgerow.queries.library import question
from hedgerow.queries.parameters import Asked, bind
from hedgerow.queries.phrases import counted
from hedgerow.queries.rows import Cell, Row, shown


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of plain values under typed columns, and the answer in one line of words.

    `parameters` holds the arguments as they were understood: actors by code, dates in full.
    """

    question: str
    parameters: Mapping[str, str]
    columns: tuple[Column, ...]
    rows: tuple[Mapping[str, Cell], ...]
    in_words: str


@dataclass(frozen=True, slots=True)
class Voice:
    """How one question shapes its rows and puts its answer in words."""

    shape: Callable[[Iterable[Row], Asked], list[Row]]
    words: Callable[[Sequence[Row], Asked], str]


_VOICES: Mapping[str, Voice] = MappingProxyType(
    {
        "arms": Voice(arms.shape, arms.words),
        "documents": Voice(documents.shape, documents.words),
        "evidence": Voice(evidence.shape, evidence.words),
        "levels": Voice(levels.shape, levels.words),
        "partners": Voice(partners.shape, partners.words),
        "ties": Voice(ties.shape, ties.words),
    }
)


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
    voice = _VOICES.get(asked.question.name, Voice(_as_they_come, _plain_words))
    rows = voice.shape(run(asked.reader, asked.question, asked.bindings), asked)
    return Answer(
        question=asked.question.name,
        parameters=asked.values,
        columns=asked.question.columns,
        rows=shown(rows, asked.question.columns),
        in_words=voice.words(rows, asked),
    )


def _as_they_come(rows: Iterable[Row], asked: Asked) -> list[Row]:
    return list(rows)


def _plain_words(rows: Sequence[Row], asked: Asked) -> str:
    told = counted(len(rows), "row") if rows else none_found(asked)
    return f"{asked.question.title}: {told}."
