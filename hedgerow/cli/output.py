"""What a person or a pipe sees: tables, JSON, CSV, messages, safe for terminals."""

import csv
import io
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from hedgerow.cli.options import Format

if TYPE_CHECKING:
    from rich.console import Console

Row = Mapping[str, Any]


def console() -> "Console":
    """A console on standard output; plain where that is no terminal or NO_COLOR is set."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False)


def note(text: str, *, quiet: bool = False) -> None:
    """A remark for people, on standard error."""
    if not quiet:
        typer.echo(text, err=True)


def print_rows(rows: Sequence[Row], columns: Sequence[str], how: Format) -> None:
    """Rows as a table, one JSON array or CSV on standard output."""
    if how is Format.json:
        typer.echo(json.dumps([dict(row) for row in rows], ensure_ascii=False, indent=2))
    elif how is Format.csv:
        typer.echo(as_csv(rows, columns), nl=False)
    else:
        print_table(rows, columns)


def print_table(rows: Iterable[Row], columns: Sequence[str], title: str | None = None) -> None:
    """Rows as a table that fits the terminal."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left", pad_edge=False)
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*(Text(safe(cell(row.get(column)))) for column in columns))
    console().print(table)


def cell(value: object) -> str:
    """A value as a table shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ", ".join(cell(part) for part in value)
    return str(value)


def as_csv(rows: Iterable[Row], columns: Sequence[str]) -> str:
    """Rows as CSV in which no cell can act as a spreadsheet formula."""
    from hedgerow.viz.timeline.csv import guarded

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([guarded(cell(row.get(column))) for column in columns] for row in rows)
    return out.getvalue()


def safe(text: str) -> str:
    """Text without the control characters that could move a cursor or recolour a terminal."""
    from hedgerow.viz.terminal import safe as without_controls

    return without_controls(text)


def write_or_print(content: str | bytes, path: Path | None) -> None:
    """Content to a file, whole or not at all, or to standard output."""
    data = content.encode() if isinstance(content, str) else content
    if path is None:
        sys.stdout.buffer.write(data)
        return
    from hedgerow.viz.files import write_whole

    write_whole(path, data)
