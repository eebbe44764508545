"""A report for a terminal of 80 columns, and as plain text."""

import io

from rich import box
from rich.console import Console, Group, JustifyMethod, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from hedgerow.viz.plain import plain
from hedgerow.viz.report.model import Block, Bullets, Drawing, Note, Paragraph, Report, Table
from hedgerow.viz.report.wording import EVIDENCE, NOTES, credit, quotation

WIDTH = 80


def to_terminal(report: Report) -> Group:
    """The report as something that rich can print; no text in it can act as control or markup."""
    parts: list[RenderableType] = [_heading(report.title)]
    if report.subtitle:
        parts.append(Text(plain(report.subtitle)))
    if report.head:
        parts += ["", _facts(report.head)]
    for section in report.sections:
        parts += ["", _heading(section.title, section.level), *map(_block, section.blocks)]
    if report.notes:
        parts += ["", _heading(EVIDENCE, 1), _evidence(report.notes)]
    return Group(*parts)


def to_text(report: Report) -> bytes:
    """The report as UTF-8 text of 80 columns without colours."""
    out = io.StringIO()
    Console(file=out, width=WIDTH, color_system=None, force_terminal=False, _environ={}).print(
        to_terminal(report)
    )
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines()).encode()


def _heading(title: str, level: int = 0) -> Text:
    return Text(plain(title), style="bold" if level else "bold underline")


def _facts(facts: tuple[tuple[str, str], ...]) -> Grid:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", max_width=WIDTH // 3, overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    for label, value in facts:
        grid.add_row(Text(plain(label)), Text(plain(value)))
    return grid


def _block(block: Block) -> RenderableType:
    match block:
        case Paragraph():
            return _cited(block.text, block.notes)
        case Bullets():
            return _bullets(block)
        case Table():
            return _table(block)
        case Drawing():
            told = ". ".join(filter(None, (block.caption, block.alt)))
            return Text(plain(f"[drawing] {told}"), style="dim")


def _cited(text: str, notes: tuple[int, ...], lead: str | None = None) -> Text:
    shown = Text(overflow="fold")
    if lead:
        shown.append(f"{plain(lead)} ", style="bold")
    shown.append(plain(text))
    if notes:
        shown.append(f" {_marks(notes)}", style="dim")
    return shown


def _bullets(block: Bullets) -> Grid:
    grid = Grid.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for item in block.items:
        grid.add_row("-", _cited(item.text, item.notes, item.lead))
    return grid


def _table(block: Table) -> Padding:
    title = Text(plain(block.caption), style="italic") if block.caption else None
    grid = Grid(box=box.SIMPLE_HEAD, title=title, title_justify="left", padding=(0, 1, 0, 0))
    for column in block.columns:
        side: JustifyMethod = "right" if column in block.numeric else "left"
        grid.add_column(Text(plain(column)), justify=side, overflow="fold")
    if block.notes:
        grid.add_column(NOTES, overflow="fold")
    for row, notes in block.noted_rows:
        marks = (Text(_marks(notes), style="dim"),) if block.notes else ()
        grid.add_row(*(Text(plain(cell), overflow="fold") for cell in row), *marks)
    return Padding(grid, (1, 0, 0, 0))


def _marks(notes: tuple[int, ...]) -> str:
    return "".join(f"[{number}]" for number in notes)


def _evidence(notes: tuple[Note, ...]) -> Grid:
    grid = Grid.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right", no_wrap=True, style="dim")
    grid.add_column(ratio=1, overflow="fold")
    for note in notes:
        told = Text(quotation(note), overflow="fold")
        for line in filter(None, (credit(note), plain(note.address or ""))):
            told.append(f"\n{line}", style="dim")
        grid.add_row(f"\\[{note.number}]", told)
    return grid
