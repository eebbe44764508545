"""Sentences as notes for footnotes and reference managers."""

from collections.abc import Iterable

from babel.dates import format_date

from hedgerow.ontology.partial_date import date_or_none
from hedgerow.queries.reading.edge import Source
from hedgerow.viz.links import web_address
from hedgerow.viz.plain import plain
from hedgerow.viz.report import Note, Notes
from hedgerow.viz.report.wording import quotation, standing

PATTERNS = {"day": "MMMM d, y", "month": "MMMM y", "year": "y"}
UNDATED = "n.d."


def notes_of(sources: Iterable[Source]) -> tuple[Note, ...]:
    """The sentences as numbered notes."""
    notes = Notes()
    notes.numbers(sources)
    return notes.all


def footnote(source: Source) -> str:
    """The sentence and where it stands, much as the Chicago Manual of Style has notes of news."""
    (note,) = notes_of([source])
    title = f"“{plain(note.title)},”" if note.title else ""
    outlet = f"{plain(note.outlet)}," if note.outlet else ""
    where = web_address(note.address) or (None if note.title else note.address)
    place = f", {plain(where)}" if where else ""
    return " ".join(
        filter(None, [title, outlet, f"{_date(note.published)}{place}:", _quoted(note)])
    )


def _quoted(note: Note) -> str:
    said = f" ({standing(note)})" if standing(note) else ""
    return f"{quotation(note)}{said}."


def _date(published: str | None) -> str:
    date = date_or_none(published) if published else None
    if date is None:
        return plain(published) if published else UNDATED
    return format_date(date.earliest, PATTERNS[date.precision], locale="en")
