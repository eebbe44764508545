"""Cells of a workbook that hold nothing but what they show."""

import datetime as dt
from dataclasses import dataclass

from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill

from hedgerow.viz.design import palette
from hedgerow.viz.links import web_address
from hedgerow.viz.plain import plain
from hedgerow.viz.timeline.csv import TRIGGERS

LONGEST_CELL, LONGEST_LINK = 32_767, 2_079
"""What Excel takes: characters of a cell (in UTF-16), characters of a link."""
MOST_LINKS = 60_000
"""As many links are made; Excel repairs a sheet with more than 65,530."""
FIRST_DAY = dt.date(1900, 3, 1)
"""Before it Excel counts days wrongly, or not at all."""
CUT = " … [cut]"


@dataclass(frozen=True, slots=True)
class Link:
    """An address, which becomes a link where it is one of the web."""

    address: str


Content = str | int | dt.date | Link | None


class Writer:
    """Writes cells, counting the texts that were too long."""

    def __init__(self) -> None:
        self.cuts = 0
        self._links = 0

    def head(self, cell: Cell | MergedCell, name: str) -> None:
        """The heading of a column."""
        self._text(cell, name)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=palette("light")["panel"].removeprefix("#"))

    def write(self, cell: Cell | MergedCell, content: str | int | dt.date | Link) -> None:
        """Text as text, numbers and days as what they are."""
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        if isinstance(content, Link):
            self._link(cell, content.address)
        elif isinstance(content, str):
            self._text(cell, content)
        elif isinstance(content, int):
            cell.value = content
        elif content >= FIRST_DAY:
            cell.value, cell.number_format = content, "yyyy-mm-dd"

    def _link(self, cell: Cell | MergedCell, address: str) -> None:
        self._text(cell, address)
        leads = web_address(address)
        if leads and len(leads) <= LONGEST_LINK and self._links < MOST_LINKS:
            self._links += 1
            cell.hyperlink = leads
            self._text(cell, address)
            cell.font = Font(color=palette("light")["link"].removeprefix("#"), underline="single")

    def _text(self, cell: Cell | MergedCell, text: str) -> None:
        shown = plain(text)
        units = shown.encode("utf-16-le")
        if len(units) > 2 * LONGEST_CELL:
            self.cuts += 1
            kept = units[: 2 * (LONGEST_CELL - len(CUT))]
            shown = kept.decode("utf-16-le", "ignore") + CUT
        cell.value = shown
        cell.data_type = "s"
        cell.quotePrefix = shown[:1] in TRIGGERS
