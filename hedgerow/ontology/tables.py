"""Reading the ontology's CSV tables."""

import csv
import io
from collections.abc import Iterator

from hedgerow.ontology.namespaces import data_file
from hedgerow.ontology.partial_date import PartialDate, parse_partial_date


def read_table(name: str) -> Iterator[dict[str, str]]:
    """The rows of one data file as text by column."""
    text = data_file(name).read_text(encoding="utf-8")
    return csv.DictReader(io.StringIO(text))


def split_cell(cell: str) -> tuple[str, ...]:
    """The values of a cell that separates them by semicolons."""
    return tuple(value for part in cell.split(";") if (value := part.strip()))


def date_cell(cell: str) -> PartialDate | None:
    """The date of a cell, None where it is empty; ValueError where it is not EDTF level 0."""
    return parse_partial_date(cell) if cell else None
