"""Reports of text, tables, drawings and numbered evidence, for terminals, Markdown, HTML, Word."""

from hedgerow.viz.report.model import (
    Block,
    Bullets,
    Drawing,
    Line,
    Note,
    Paragraph,
    Report,
    Section,
    Table,
)
from hedgerow.viz.report.notes import Notes
from hedgerow.viz.report.terminal import to_terminal
from hedgerow.viz.report.writing import FORMATS, render

__all__ = [
    "FORMATS",
    "Block",
    "Bullets",
    "Drawing",
    "Line",
    "Note",
    "Notes",
    "Paragraph",
    "Report",
    "Section",
    "Table",
    "render",
    "to_terminal",
]
