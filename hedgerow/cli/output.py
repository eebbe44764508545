"""What a person or a pipe sees: tables, JSON, CSV, messages, safe for terminals."""

import csv
import io
import re
import sys
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from hedgerow.cli.options import Format
from hedgerow.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

Row = Mapping[str, Any]

FAIR = 30
"""A column may be wrapped down to this many characters before a table counts as too wide."""

STANDARD_OUTPUT = Path("-")
ID_DIGITS = 8
_ID = re.compile(r"\b(?:event|tie|claim|document|judgement)/[0-9a-f]{32}\b")


def console() -> "Console":
    """A console on standard output; plain where that is no terminal or NO_COLOR is set."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False)


def note(text: str, *, quiet: bool = False) -> None:
    """A remark for people, on standard error, broken between words at a terminal's width."""
    if not quiet:
        shown = safe(text)
        typer.echo(_broken(shown) if sys.stderr.isatty() else shown, err=True)


def print_rows(rows: Sequence[Row], columns: Sequence[str], how: Format) -> None:
    """Rows as a table, one JSON array or CSV on standard output."""
    if how is Format.json:
        typer.echo(as_json([dict(row) for row in rows], indent=2))
    elif how is Format.csv:
        typer.echo(as_csv(rows, columns), nl=False)
    else:
        print_table(rows, columns)


def print_table(rows: Sequence[Row], columns: Sequence[str]) -> None:
    """Rows as a table, or as a paragraph each where a table would not fit the terminal.

    Columns that are empty throughout are left out, ids are cut to what is enough to ask on.
    """
    filled = [column for column in columns if any(cell(row.get(column)) for row in rows)]
    cells = [[_one_line(shortened(cell(row.get(column)))) for column in filled] for row in rows]
    widths = [max(map(len, each), default=0) for each in zip(*cells, strict=True)]
    needed = sum(
        max(min(width, FAIR), len(name)) for width, name in zip(widths, filled, strict=True)
    )
    if needed + 2 * len(filled) <= console().width:
        _print_grid(filled, cells)
    else:
        _print_paragraphs(filled, cells)


def wrapped(text: str, indent: str = "") -> str:
    """Safe text, broken at the width of the terminal where it is shown on one."""
    out = console()
    shown = safe(text)
    return textwrap.fill(shown, out.width, subsequent_indent=indent) if out.is_terminal else shown


def _broken(text: str) -> str:
    from rich.console import Console

    fit = textwrap.TextWrapper(
        Console(stderr=True).width,
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(fit.fill(line) for line in text.split("\n"))


def _print_grid(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(Text(safe(column.replace("_", " "))), overflow="fold")
    for row in rows:
        table.add_row(*(Text(safe(text)) for text in row))
    console().print(table)


def _print_paragraphs(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """The first column, and under it `level: comprehensive strategic · since: 2023-09-10 …`."""
    from rich.padding import Padding
    from rich.text import Text

    out = console()
    for row in rows:
        told = [(name.replace("_", " "), text) for name, text in zip(columns, row, strict=True)]
        rest = [f"{name}: {safe(text)}" for name, text in told[1:] if text]
        out.print(Text(safe(told[0][1]) or "-", style="bold"))
        out.print(Padding(Text(" · ".join(rest)), (0, 0, 0, 2)))


def _one_line(text: str) -> str:
    return "; ".join(text.splitlines())


def shortened(text: str) -> str:
    """An id with the first digits only, other text as it is."""
    return _ID.sub(lambda match: match.group()[: match.group().index("/") + 1 + ID_DIGITS], text)


def cell(value: object) -> str:
    """A value as a table shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ", ".join(cell(part) for part in value)
    return str(value)


def as_json(value: object, indent: int | None = None) -> str:
    """JSON that is safe to show on a terminal, and reads back as it was."""
    from hedgerow.viz.plain import as_json as without_controls

    return without_controls(value, indent)


def as_csv(rows: Iterable[Row], columns: Sequence[str], *, head: bool = True) -> str:
    """Rows as CSV in which no cell can act as a spreadsheet formula."""
    from hedgerow.viz.timeline.csv import guarded

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if head:
        writer.writerow([guarded(column) for column in columns])
    writer.writerows(
        [cell(value) if _is_number(value) else guarded(cell(value)) for value in values]
        for values in ([row.get(column) for column in columns] for row in rows)
    )
    return out.getvalue()


def _is_number(value: object) -> bool:
    """Whether a cell is no text at all, so that a minus in front of it is only that."""
    return isinstance(value, int | float)


def safe(text: str) -> str:
    """Text without the control characters that could move a cursor or recolour a terminal."""
    from hedgerow.viz.terminal import safe as without_controls

    return without_controls(text)


def destination(path: Path | None) -> Path | None:
    """The file to write, None for standard output, which `-` names too."""
    return None if path == STANDARD_OUTPUT else path


def ending_of(path: Path) -> str:
    """What a file's name ends with: `html` of `page.HTML`."""
    return path.suffix.removeprefix(".").lower()


def write_or_print(content: str | bytes, path: Path | None) -> None:
    """Content to a file, whole or not at all, or to standard output.

    Raises:
        UsageError: the place cannot be written to, or the content is not for terminals.
    """
    data = content.encode() if isinstance(content, str) else content
    place = destination(path)
    if place is not None:
        from hedgerow.viz.files import write_whole

        write_whole(place, data)
        return
    if b"\0" in data and sys.stdout.isatty():
        raise UsageError("This is no text for a terminal; name a file with -o, or use a pipe.")
    sys.stdout.buffer.write(data)
