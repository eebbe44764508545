"""A report as a Word document whose evidence is a numbered section with links to it."""

import io

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Emu, Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from hedgerow.viz.links import web_address
from hedgerow.viz.plain import plain
from hedgerow.viz.report import docx_parts as parts
from hedgerow.viz.report.docx_page import MUTED, new_document, packed
from hedgerow.viz.report.drawings import picture
from hedgerow.viz.report.model import Block, Bullets, Drawing, Note, Paragraph, Report, Table
from hedgerow.viz.report.wording import EVIDENCE, NOTES, place, quotation, standing

TEXT_WIDTH = Mm(166)
SMALL = Pt(9)


def to_docx(report: Report) -> bytes:
    """The document; the same report gives the same bytes on the same machine."""
    document = new_document(plain(report.title))
    document.add_paragraph(plain(report.title), style="Title")
    if report.subtitle:
        document.add_paragraph(plain(report.subtitle), style="Subtitle")
    for label, value in report.head:
        _fact(document, label, value)
    for section in report.sections:
        document.add_heading(plain(section.title), min(section.level, 9))
        for block in section.blocks:
            _write(document, block)
    if report.notes:
        document.add_heading(EVIDENCE, 1)
    for note in report.notes:
        _note(document, note)
    return packed(document)


def _fact(document: Document, label: str, value: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(1)
    run = paragraph.add_run(f"{plain(label)}: ")
    run.font.color.rgb = MUTED
    paragraph.add_run(plain(value))


def _write(document: Document, block: Block) -> None:
    match block:
        case Paragraph():
            _cite(document.add_paragraph(plain(block.text)), block.notes)
        case Bullets():
            _bullets(document, block)
        case Table() if block.columns:
            _table(document, block)
        case Drawing():
            _drawing(document, block)


def _cite(paragraph: WordParagraph, notes: tuple[int, ...]) -> None:
    for index, number in enumerate(notes):
        if index:
            paragraph.add_run(",").font.superscript = True
        parts.add_inner_link(paragraph, _bookmark(number), str(number)).font.superscript = True


def _bullets(document: Document, block: Bullets) -> None:
    for item in block.items:
        paragraph = document.add_paragraph(style="List Bullet")
        if item.lead:
            paragraph.add_run(f"{plain(item.lead)} ").bold = True
        paragraph.add_run(plain(item.text))
        _cite(paragraph, item.notes)


def _table(document: Document, block: Table) -> None:
    if block.caption:
        caption = document.add_paragraph(plain(block.caption), style="Caption")
        caption.paragraph_format.keep_with_next = True
    columns = (*block.columns, *[NOTES] * bool(block.notes))
    table = document.add_table(rows=1, cols=len(columns))
    parts.rule(table)
    parts.repeat_header(table.rows[0])
    for cell, column in zip(table.rows[0].cells, columns, strict=True):
        _fill(cell, column, right=column in block.numeric).runs[0].bold = True
    for texts, notes in block.noted_rows:
        row = table.add_row()
        parts.keep_whole(row)
        cells = row.cells
        for cell, text, column in zip(cells, texts, block.columns, strict=False):
            _fill(cell, text, right=column in block.numeric)
        _cite(cells[-1].paragraphs[0], notes)
    parts.set_widths(table, TEXT_WIDTH)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _fill(cell: _Cell, text: str, *, right: bool) -> WordParagraph:
    paragraph: WordParagraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.add_run(plain(text)).font.size = SMALL
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return paragraph


def _drawing(document: Document, block: Drawing) -> None:
    image = picture(block.svg)
    if image is not None:
        shape = document.add_picture(io.BytesIO(image))
        scale = min(1.0, TEXT_WIDTH / shape.width)
        shape.width, shape.height = Emu(int(shape.width * scale)), Emu(int(shape.height * scale))
        parts.describe(document, plain(block.alt))
    told = (
        block.caption if image is not None else ". ".join(filter(None, (block.caption, block.alt)))
    )
    if told:
        document.add_paragraph(plain(told), style="Caption")


def _note(document: Document, note: Note) -> None:
    paragraph = document.add_paragraph()
    layout = paragraph.paragraph_format
    layout.left_indent, layout.first_line_indent = Mm(9), Mm(-9)
    layout.tab_stops.add_tab_stop(Mm(9))
    parts.add_bookmark(paragraph, _bookmark(note.number), note.number, f"{note.number}.")
    paragraph.add_run(f"\t{quotation(note)} ")
    if standing(note):
        paragraph.add_run(f"{standing(note)}; " if place(note) else standing(note)).bold = True
    paragraph.add_run(f"{place(note)} ")
    address = web_address(note.address)
    if address:
        parts.add_web_link(paragraph, address).font.size = SMALL
    else:
        paragraph.add_run(plain(note.address or ""))
    for run in paragraph.runs:
        run.font.size = SMALL


def _bookmark(number: int) -> str:
    return f"evidence_{number}"
