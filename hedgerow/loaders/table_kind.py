"""What a table holds, told by its header."""

import csv
from collections.abc import Sequence

from hedgerow.loaders.milestone_claims import table_rules

MILESTONES, ARTICLES = "milestones", "articles"
TEXT_COLUMNS = frozenset({"text", "html"})
_DELIMITERS = ",\t;"


def table_kind(text: str) -> str | None:
    """What the table that starts with the text holds; None where it is nothing for us."""
    return columns_kind(header(text))


def columns_kind(columns: Sequence[str]) -> str | None:
    """What a table with columns of these names holds."""
    if table_rules().required.issubset(columns):
        return MILESTONES
    return None if TEXT_COLUMNS.isdisjoint(columns) else ARTICLES


def header(text: str) -> list[str]:
    """The names of a table's columns in lower case."""
    line = text.lstrip("\ufeff").partition("\n")[0]
    try:
        cells = next(csv.reader([line], delimiter=delimiter(line)), [])
    except csv.Error:
        return []
    return [cell.strip().lower() for cell in cells]


def delimiter(line: str) -> str:
    """What separates the cells of a header: commas, tabs or semicolons."""
    return max(_DELIMITERS, key=line.count)
