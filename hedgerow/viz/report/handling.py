"""A handling mark on every page of a file, beside that at its head."""

import io

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

from hedgerow.viz.plain import plain
from hedgerow.viz.report.docx_page import packed
from hedgerow.viz.report.drawings import digest

MARGIN = (
    '@page {{ @top-center {{ content: "{}"; '
    'font: 600 8.5pt system-ui, "Liberation Sans", sans-serif; color: #000; }} }}'
)
HEAD, POLICY = "</head>", "style-src "


def on_each_page(content: bytes, form: str, mark: str | None) -> bytes:
    """A file with the mark on each printed page where its format has pages."""
    if mark and form == "html":
        return on_printed_pages(content.decode(), mark).encode()
    return _on_pages(content, mark) if mark and form == "docx" else content


def on_printed_pages(page: str, mark: str) -> str:
    """The page with one more style sheet, which its policy names too."""
    sheet = margin(mark)
    allowed = page.replace(POLICY, f"{POLICY}{digest(sheet)} ", 1)
    return allowed.replace(HEAD, f"<style>{sheet}</style>\n{HEAD}", 1)


def margin(mark: str) -> str:
    """A style sheet that puts the mark at the head of each printed page."""
    return MARGIN.format("".join(map(_escaped, plain(mark))))


def _escaped(letter: str) -> str:
    return letter if letter.isalnum() or letter == " " else f"\\{ord(letter):x} "


def _on_pages(content: bytes, mark: str) -> bytes:
    document = docx.Document(io.BytesIO(content))
    for section in document.sections:
        header = section.header.paragraphs[0]
        header.alignment = WD_ALIGN_PARAGRAPH.CENTER
        header.add_run(plain(mark)).bold = True
    return packed(document)
