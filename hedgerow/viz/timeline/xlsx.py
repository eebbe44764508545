"""A timeline as a workbook in which every cell of text is text: no formula, no control character.

A cell holds a real date only where the day is known and Excel can count it; the date as it is
known stands beside it. The sheets are the timeline, all of its sentences, and how to read them.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.constants import ARC_CORE
from openpyxl.xml.functions import tostring

from hedgerow.queries.timeline import Timeline
from hedgerow.queries.words.phrases import counted
from hedgerow.viz.plain import plain
from hedgerow.viz.timeline.rendering import Rendering
from hedgerow.viz.timeline.xlsx_cells import LONGEST_CELL, Content, Writer
from hedgerow.viz.timeline.xlsx_rows import ENTRIES, SENTENCES, Column, about, entries, sentences

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file can state."""
LONGEST_TITLE = 255


def to_xlsx(timeline: Timeline) -> Rendering:
    """The workbook; the same timeline gives the same bytes on the same machine."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101  a new workbook has one
    sheet.title = "Timeline"
    writer = Writer()
    _fill(writer, sheet, ENTRIES, [*entries(timeline)])
    _fill(writer, book.create_sheet("Sentences"), SENTENCES, [*sentences(timeline)])
    note = counted(writer.cuts, "text is", "texts are")
    notes = (f"{note} cut at {LONGEST_CELL:,} characters.",) if writer.cuts else ()
    _fill(writer, book.create_sheet("About"), (Column("About", 100),), [*about(timeline, notes)])
    return Rendering(_packed(book, timeline), notes)


def _fill(
    writer: Writer, sheet: Worksheet, columns: Sequence[Column], rows: Sequence[Sequence[Content]]
) -> None:
    """A header that stays in sight and on each printed page, then the rows."""
    for position, column in enumerate(columns, start=1):
        cell = sheet.cell(1, position)
        writer.head(cell, column.name)
        sheet.column_dimensions[get_column_letter(position)].width = column.width
    for number, row in enumerate(rows, start=2):
        for position, content in enumerate(row, start=1):
            if content is not None:
                writer.write(sheet.cell(number, position), content)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if len(columns) > 1:
        sheet.auto_filter.ref = sheet.dimensions


def _packed(book: Workbook, timeline: Timeline) -> bytes:
    """The bytes of the workbook, with no time of writing in them."""
    draft, final = io.BytesIO(), io.BytesIO()
    book.save(draft)
    day = dt.datetime.combine(timeline.as_of or dt.date(*EPOCH[:3]), dt.time())
    core = DocumentProperties(
        creator="hedgerow", title=plain(timeline.title)[:LONGEST_TITLE], created=day, modified=day
    )
    told = {ARC_CORE: tostring(core.to_tree())}
    with zipfile.ZipFile(draft) as written, zipfile.ZipFile(final, "w") as package:
        for name in written.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = 0
            content = told.get(name) or written.read(name)
            package.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=6)
    return final.getvalue()
