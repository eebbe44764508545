"""What Word knows and python-docx has no words for: links, bookmarks, fields, table headers."""

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu, RGBColor
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

LINK_COLOUR = RGBColor(0x14, 0x50, 0x7D)
RULE_COLOUR = "B5B5B5"
LEAST_LETTERS, MOST_LETTERS = 5, 40
"""How short and how long the texts of a column count for its width."""


def add_bookmark(paragraph: Paragraph, name: str, number: int, text: str) -> None:
    """Text that internal links can lead to."""
    paragraph._p.append(_element("w:bookmarkStart", id=str(number), name=name))
    paragraph.add_run(text)
    paragraph._p.append(_element("w:bookmarkEnd", id=str(number)))


def add_inner_link(paragraph: Paragraph, name: str, text: str) -> Run:
    """A link to a bookmark."""
    return _add_link(paragraph, _element("w:hyperlink", anchor=name, history="1"), text)


def add_web_link(paragraph: Paragraph, address: str) -> Run:
    """A link to a web address, which is also its text."""
    target = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = _element("w:hyperlink", history="1")
    link.set(qn("r:id"), target)
    return _add_link(paragraph, link, address)


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """A field that Word fills in, such as PAGE."""
    field = _element("w:fldSimple", instr=instruction)
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)


def repeat_header(row: _Row) -> None:
    """Repeat the row at the top of each page."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))


def keep_whole(row: _Row) -> None:
    """Break no page inside the row."""
    row._tr.get_or_add_trPr().append(_element("w:cantSplit"))


def rule(table: Table) -> None:
    """Thin lines above, below and between the rows, none between columns."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(_element(f"w:{side}", val="single", sz="4", space="0", color=RULE_COLOUR))
    table._tbl.tblPr.insert_element_before(borders, "w:tblLayout", "w:tblLook")


def set_widths(table: Table, width: int) -> None:
    """Share the width among the columns by the length of what stands in them."""
    longest = (max(len(cell.text) for cell in column.cells) for column in table.columns)
    lengths = [min(max(length, LEAST_LETTERS), MOST_LETTERS) for length in longest]
    for column, length in zip(table.columns, lengths, strict=True):
        share = Emu(width * length // sum(lengths))
        for cell in column.cells:
            cell.width = share
        column.width = share


def describe(document: Document, alt: str) -> None:
    """Give the latest picture a text for whoever does not see it."""
    document.inline_shapes[-1]._inline.docPr.set("descr", alt)


def _add_link(paragraph: Paragraph, link: BaseOxmlElement, text: str) -> Run:
    run = paragraph.add_run(text)
    run.font.color.rgb = LINK_COLOUR
    link.append(run._r)
    paragraph._p.append(link)
    return run


def _element(name: str, /, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
