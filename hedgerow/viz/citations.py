"""The evidence of a report for reference managers: as CSL-JSON and as RIS.

An article is one reference, however many of its sentences are cited; they stand in its notes with
their numbers.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import rispy

from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.viz.links import web_address
from hedgerow.viz.plain import as_json, plain
from hedgerow.viz.report.model import Note
from hedgerow.viz.report.wording import quotation, standing

NEWS = ("article-newspaper", "NEWS")
PAGE = ("webpage", "ELEC")
OTHER = ("document", "GEN")


@dataclass(frozen=True, slots=True)
class Work:
    """An article, or a row of a table, with its sentences as they are cited."""

    id: str
    outlet: str | None
    title: str | None
    published: str | None
    address: str | None
    sentences: tuple[str, ...]

    @property
    def types(self) -> tuple[str, str]:
        """Its types in CSL and RIS: news where an outlet is known, else a page or a document."""
        if self.outlet:
            return NEWS
        return PAGE if self.address else OTHER

    @property
    def date(self) -> PartialDate | None:
        """When it was published, or None where nothing or something unreadable is stated."""
        try:
            return parse_partial_date(self.published) if self.published else None
        except ValueError:
            return None


def works(notes: Iterable[Note]) -> list[Work]:
    """What the notes cite, in the order of first citation."""
    by_work: dict[str, list[Note]] = {}
    for note in notes:
        by_work.setdefault(note.document or f"note-{note.number}", []).append(note)
    return [_work(id_, members) for id_, members in by_work.items()]


def to_csl(notes: Iterable[Note]) -> bytes:
    """CSL-JSON 1.0 in UTF-8; a date known to the year or month has only those parts."""
    items = [_csl_item(work) for work in works(notes)]
    return (as_json(items, indent=2) + "\n").encode()


def to_ris(notes: Iterable[Note]) -> bytes:
    """RIS in UTF-8 with CRLF; a date known to the year or month leaves the other parts empty."""
    records = [_ris_record(work) for work in works(notes)]
    text: str = rispy.dumps(records, implementation=_RisWriter)
    return text.encode()


class _RisWriter(rispy.RisWriter):  # type: ignore[misc]
    """Without the line that counts records, which RIS does not have."""

    NEWLINE = "\r\n"

    def set_header(self, count: int) -> str:
        return ""


def _work(id_: str, notes: list[Note]) -> Work:
    first = notes[0]
    return Work(
        id=id_,
        outlet=_line(first.outlet),
        title=_line(first.title),
        published=_line(first.published),
        address=web_address(first.address),
        sentences=tuple(map(_sentence, notes)),
    )


def _sentence(note: Note) -> str:
    said = f" ({standing(note)})" if standing(note) else ""
    return f"[{note.number}] {quotation(note)}{said}"


def _line(text: str | None) -> str | None:
    return plain(text or "").strip() or None


def _csl_item(work: Work) -> dict[str, object]:
    facts: dict[str, object | None] = {
        "id": work.id,
        "type": work.types[0],
        "title": work.title,
        "container-title": work.outlet,
        "issued": _csl_date(work),
        "URL": work.address,
        "note": " ".join(work.sentences),
    }
    return {key: value for key, value in facts.items() if value is not None}


def _csl_date(work: Work) -> dict[str, object] | None:
    if work.date is not None:
        return {"date-parts": [[int(part) for part in work.date.edtf.split("-")]]}
    return {"literal": work.published} if work.published else None


def _ris_record(work: Work) -> dict[str, str | list[str]]:
    year, month, day = [*(work.date.edtf.split("-") if work.date else ()), "", "", ""][:3]
    facts: dict[str, str | list[str] | None] = {
        "type_of_reference": work.types[1],
        "accession_number": work.id,
        "title": work.title,
        "secondary_title": work.outlet,
        "year": year or None,
        "date": f"{year}/{month}/{day}/" if year else None,
        "urls": [work.address] if work.address else None,
        "notes": list(work.sentences),
    }
    return {key: value for key, value in facts.items() if value is not None}
