"""Reading a report back: its lane tables, its text, its notes in the order of citation."""

from collections.abc import Iterator

from hedgerow.queries.dossier.lanes import lanes
from hedgerow.viz.report import Bullets, Paragraph, Report, Table

LANES = {lane.name for lane in lanes()}


def lane_rows(report: Report) -> list[tuple[str, ...]]:
    """The rows of the tables of what is concluded."""
    parts = (part for part in report.sections if part.title in LANES)
    tables = (block for part in parts for block in part.blocks if isinstance(block, Table))
    return [row for table in tables for row in table.rows]


def text_of(report: Report, head: str) -> str:
    """All text of the sections whose title begins so."""
    found = [part for part in report.sections if part.title.startswith(head)]
    assert found, head
    return "\n".join(text for part in found for block in part.blocks for text in _texts(block))


def texts(report: Report) -> Iterator[str]:
    """Each text of a report by itself."""
    return (text for part in report.sections for block in part.blocks for text in _texts(block))


def cited(report: Report) -> list[int]:
    """The numbers of the notes in the order of first citation."""
    blocks = (block for part in report.sections for block in part.blocks)
    return list(dict.fromkeys(number for block in blocks for number in block.cited))


def _texts(block: object) -> Iterator[str]:
    match block:
        case Paragraph():
            yield block.text
        case Bullets():
            yield from (f"{item.lead or ''} {item.text}" for item in block.items)
        case Table():
            yield from (" | ".join(row) for row in block.rows)
