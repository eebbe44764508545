"""Gold tables: what annotators say an article tells, checked row by row against the vocabulary."""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from babel.core import get_global
from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from hedgerow.errors import HedgerowError, InputError
from hedgerow.graph.records import Document
from hedgerow.loaders.evaluation.quotes import find_quote
from hedgerow.loaders.evaluation.records import GoldRow, bounds
from hedgerow.ontology.actors import actors
from hedgerow.ontology.tables import split_cell
from hedgerow.ontology.vocabulary import vocabulary

FIRST_ROW = 2
"""Rows are counted as a spreadsheet counts them: the header is row 1."""


class GoldLine(BaseModel):
    """The cells of one row, each legal by itself."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)

    article: str
    type: str
    actors: str
    status: str
    stage: str
    date: str
    level: str
    required: Literal["yes", "optional"]
    quote: str

    @field_validator("article", "quote")
    @classmethod
    def _filled(cls, cell: str) -> str:
        if not cell:
            raise ValueError("it is empty; fill it")
        return cell

    @field_validator("date")
    @classmethod
    def _dated(cls, cell: str) -> str:
        first, last = bounds(cell) if cell else (None, None)
        if first and last and last < first:
            raise ValueError("the range ends before it starts")
        return cell

    def row(self, number: int, article: str, document: Document) -> GoldRow:
        """The row about an article, its words checked against the vocabulary.

        Raises:
            InputError, UsageError: a cell does not fit; the message says how to mend it.
        """
        terms = vocabulary()
        ids = tuple(dict.fromkeys(map(_actor, split_cell(self.actors))))
        if len(ids) < 2:
            raise InputError(f"a tie needs two actors, not {self.actors!r}; join them by `;`")
        return GoldRow(
            article=article,
            type=terms.tie_type(self.type).name,
            actors=ids,
            status=terms.status(self.status).name,
            stage=terms.status(self.stage).name if self.stage else None,
            date=self.date or None,
            level=self.level or None,
            quote=self.quote,
            span=find_quote(self.quote, document.text),
            row=number,
            required=self.required == "yes",
        )


def read_lines(table: Path) -> Iterator[tuple[int, GoldLine | str]]:
    """The rows of a gold table with their numbers; what is wrong with one in its place.

    Raises:
        InputError: the table as a whole cannot be used.
    """
    reader = csv.DictReader(io.StringIO(_text(table)))
    missing = GoldLine.model_fields.keys() - set(reader.fieldnames or ())
    if missing:
        columns = ", ".join(sorted(missing))
        raise InputError(f"{table} has no column {columns}; add it, empty where nothing is known")
    for number, cells in enumerate(reader, start=FIRST_ROW):
        yield number, _line(cells)


def _actor(code: str) -> str:
    """The actor's id. A territory that is no actor of ours may stand in gold: it is missed."""
    if code in get_global("territory_aliases") and code not in actors():
        return code
    return actors().resolve(code).id


def problem(table: Path, number: int, what: str | HedgerowError) -> str:
    """What is wrong with a row, as one sentence."""
    return f"{table}, row {number}: {what}"


def _text(table: Path) -> str:
    try:
        return table.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise InputError(f"there is no {table}; write the gold rows into it") from None
    except UnicodeDecodeError:
        raise InputError(f"{table} is not UTF-8; save it as UTF-8") from None


def _line(cells: Mapping[str, str]) -> GoldLine | str:
    try:
        return GoldLine.model_validate({name: cell or "" for name, cell in cells.items() if name})
    except ValidationError as error:
        found = error.errors(include_url=False)[0]
        message = found["msg"].removeprefix("Value error, ")
        return f"{found['loc'][0]} {found['input']!r}: {message[0].lower()}{message[1:]}"
