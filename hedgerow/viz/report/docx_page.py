"""The look of a Word report, and files that are the same whenever they are written."""

import io
import zipfile

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from hedgerow.viz.report.docx_parts import add_field

FONT = "Calibri"
INK, MUTED = RGBColor(0x1B, 0x1B, 0x1B), RGBColor(0x59, 0x59, 0x59)
SIZES = {"Normal": 11, "Title": 22, "Subtitle": 13, "Caption": 9.5, "List Bullet": 11} | {
    f"Heading {level}": size for level, size in enumerate((15, 12.5, 11, 11, 11, 11), start=1)
}
SPACES = {"Normal": (0, 6), "Title": (0, 2), "Subtitle": (0, 8), "Caption": (6, 4)} | {
    "Heading 1": (18, 6),
    "Heading 2": (12, 4),
}
LONGEST_PROPERTY = 255
"""The longest text that a core property may hold."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file can state."""


def new_document(title: str) -> Document:
    """An empty document on A4 with our styles and page numbers."""
    document = docx.Document()
    for name, size in SIZES.items():
        _style(document, name, size)
    for name, (before, after) in SPACES.items():
        spacing = _paragraph_style(document, name).paragraph_format
        spacing.space_before, spacing.space_after = Pt(before), Pt(after)
    _page(document)
    _properties(document, title)
    return document


def packed(document: Document) -> bytes:
    """The bytes of the document, with no time of writing in them."""
    draft, final = io.BytesIO(), io.BytesIO()
    document.save(draft)
    with zipfile.ZipFile(draft) as written, zipfile.ZipFile(final, "w") as package:
        for name in written.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = 0
            package.writestr(entry, written.read(name), zipfile.ZIP_DEFLATED, compresslevel=6)
    return final.getvalue()


def _style(document: Document, name: str, size: float) -> None:
    style = _paragraph_style(document, name)
    font = style.font
    font.name, font.size, font.italic = FONT, Pt(size), False
    font.color.rgb = MUTED if name in {"Subtitle", "Caption"} else INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in [key for key in fonts.attrib if str(key).endswith("Theme")]:
        del fonts.attrib[key]
    fonts.set(qn("w:cs"), FONT)
    if name == "Title":
        for border in style.element.findall(f".//{qn('w:pBdr')}"):
            border.getparent().remove(border)


def _paragraph_style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101  the template has them
    return style


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(20)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    add_field(footer, "PAGE")
    footer.add_run(" / ")
    add_field(footer, "NUMPAGES")


def _properties(document: Document, title: str) -> None:
    core = document.core_properties
    core.title = title[:LONGEST_PROPERTY]
    core.author, core.comments, core.language = "hedgerow", "", "en"
    for dated in ("dcterms:created", "dcterms:modified"):
        for element in core._element.findall(qn(dated)):
            core._element.remove(element)
