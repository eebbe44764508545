"""A report as Markdown with footnotes as GitHub reads them."""

from collections.abc import Iterable, Iterator

from hedgerow.viz.links import web_address
from hedgerow.viz.report.markdown import address_link, escaped, within
from hedgerow.viz.report.model import Block, Bullets, Drawing, Note, Paragraph, Report, Table
from hedgerow.viz.report.wording import NOTES, place, quotation, standing


def to_md(report: Report) -> bytes:
    """UTF-8, a blank line between blocks; evidence as footnotes."""
    blocks = (block for block in _blocks(report) if block)
    return ("\n\n".join(blocks) + "\n").encode()


def _blocks(report: Report) -> Iterator[str]:
    yield _heading(report.title, 1)
    yield escaped(report.subtitle or "")
    yield "\n".join(f"- {_lead(label)}{escaped(value)}".rstrip() for label, value in report.head)
    for section in report.sections:
        yield _heading(section.title, section.level + 1)
        yield from map(_block, section.blocks)
    yield "\n".join(map(_note, report.notes))


def _heading(title: str, level: int) -> str:
    shown = within(title)
    return f"{'#' * min(level, 6)} {shown}" if shown else ""


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return _cited(block.text, block.notes)
        case Bullets():
            return "\n".join(_item(_cited(i.text, i.notes, i.lead)) for i in block.items)
        case Table():
            return _table(block)
        case Drawing():
            told = ". ".join(each.removesuffix(".") for each in (block.caption, block.alt) if each)
            return f"Drawing: {within(told)}." if told else ""


def _item(shown: str) -> str:
    return f"- {shown}".rstrip()


def _lead(text: str | None) -> str:
    shown = within(text or "")
    return f"**{shown}** " if shown else ""


def _cited(text: str, notes: tuple[int, ...], lead: str | None = None) -> str:
    return f"{_lead(lead)}{escaped(text)}{_marks(notes)}".rstrip()


def _marks(notes: tuple[int, ...]) -> str:
    return "".join(f"[^{number}]" for number in notes)


def _table(block: Table) -> str:
    if not block.columns:
        return ""
    rules = ["---:" if column in block.numeric else "---" for column in block.columns]
    cited = bool(block.notes)
    lines = [
        _row([*map(within, block.columns), *[NOTES] * cited]),
        _row([*rules, *["---"] * cited]),
    ]
    for cells, notes in block.noted_rows:
        lines.append(_row([*map(within, cells), *[_marks(notes)] * cited]))
    caption = f"**{within(block.caption)}**\n\n" if block.caption else ""
    return caption + "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _note(note: Note) -> str:
    address = web_address(note.address)
    shown = address_link(address) if address else escaped(note.address or "")
    said = _lead(standing(note)).rstrip()
    told = "; ".join(filter(None, (said, escaped(place(note)))))
    parts = (escaped(quotation(note)), f"({told})" if told else "", shown)
    return f"[^{note.number}]: {' '.join(filter(None, parts))}"
