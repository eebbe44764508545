"""Which format of tables a file has, by its first lines."""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from hedgerow.errors import InputError
from hedgerow.loaders.tables.cells import date_of
from hedgerow.loaders.tables.content import open_content
from hedgerow.loaders.tables.formats import TableFormat, table_rules

HEAD = 1 << 16
LINES = 20
"""So many lines tell a format, since the first of them may be damaged."""
SEPARATORS = ",\t;|"
BOM = b"\xef\xbb\xbf"
_RECORD = re.compile(rb"\s*(?:\[\s*)?\{")


def format_of(path: Path, mapping: TableFormat | None = None) -> TableFormat | None:
    """The format of a file of coded events: the mapping's, if it fits, else one that is known.

    None where it is no such table, or cannot be read.
    """
    try:
        with open_content(path) as content:
            return recognise(content.read(HEAD), mapping)
    except InputError:
        return None


def recognise(head: bytes, mapping: TableFormat | None = None) -> TableFormat | None:
    """The format of a table that begins with these bytes."""
    forms = (*([mapping] if mapping else ()), *table_rules().formats)
    if _RECORD.match(head.removeprefix(BOM)):
        records = list(_records(head))
        fitting = (form for form in forms if form.json_rows and _has_keys(form, records))
        return next(fitting, None)
    lines = _lines(head)
    found = next((form for form in forms if not form.json_rows and _fits(form, lines)), None)
    if found is None or found.quoted is not None:
        return found
    quoted: TableFormat = found.model_copy(
        update={"quoted": found.separator == "," or lines[0].startswith('"')}
    )
    return quoted


def resembles(head: bytes, form: TableFormat) -> bool:
    """Whether a table that begins so has some columns of a format, or as many as it."""
    cells = _cells(form, _lines(head)[0])
    if form.columns is not None:
        return len(cells) == form.columns
    return len(set(_names(form)) & set(cells)) > 1


def missing_columns(path: Path, form: TableFormat) -> list[str]:
    """The columns that a format reads and the header of a file does not have.

    Raises:
        InputError: the file cannot be read.
    """
    if form.json_rows or form.columns is not None:
        return []
    with open_content(path) as content:
        header = _lines(content.read(HEAD))[0]
    return [name for name in _names(form) if name not in _cells(form, header)]


def likely_separator(path: Path, form: TableFormat) -> str | None:
    """What separates the cells of a header in which the format sees a single one.

    Raises:
        InputError: the file cannot be read.
    """
    with open_content(path) as content:
        header = _lines(content.read(HEAD))[0]
    if form.json_rows or len(_cells(form, header)) > 1:
        return None
    found = max(SEPARATORS, key=header.count)
    return found if found in header else None


def _lines(head: bytes) -> list[str]:
    """The first lines, at least one."""
    lines = head.removeprefix(BOM).split(b"\n", LINES)[:LINES]
    return [line.rstrip(b"\r").decode(errors="replace") for line in lines]


def _fits(form: TableFormat, lines: list[str]) -> bool:
    """Whether the first line is a format's header, or one of the first a row of its width."""
    if form.columns is None:
        return set(_names(form)) <= set(_cells(form, lines[0]))
    return any(_is_row(form, _cells(form, line)) for line in lines)


def _is_row(form: TableFormat, cells: list[str]) -> bool:
    """Whether cells are as many as a format's columns, with a day where it has one."""
    day = form.named["day"]
    if len(cells) != form.columns or not isinstance(day, int):
        return False
    return date_of(cells[day - 1], form.days) is not None


def _cells(form: TableFormat, line: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=form.separator), [])
    except csv.Error:
        return []


def _names(form: TableFormat) -> Iterable[str]:
    return dict.fromkeys(map(str, form.named.values()))


def _has_keys(form: TableFormat, records: list[dict[str, object]]) -> bool:
    """Whether a record has the format's code and day, and its actors as records."""
    fields = form.fields
    actors, *below = str(fields.source.state).split(".")
    needed = {str(fields.code), str(fields.day), actors}
    return any(
        needed <= record.keys() and bool(below) == isinstance(record[actors], dict | list)
        for record in records
    )


def _records(head: bytes) -> Iterator[dict[str, object]]:
    """The first record of an array, or those of the first lines, as far as they can be read."""
    whole = head.removeprefix(BOM).decode(errors="replace").lstrip().removeprefix("[")
    for text in (whole, *_lines(head)[1:]):
        try:
            found, _ = json.JSONDecoder().raw_decode(text.lstrip())
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            yield found
