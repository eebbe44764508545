"""A timeline as CSV in which no cell can act as a formula."""

import csv
import io

from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.timeline import Timeline
from hedgerow.viz.plain import plain
from hedgerow.viz.timeline.rendering import Rendering

BOM = b"\xef\xbb\xbf"
TRIGGERS = frozenset("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
"""First characters that make a spreadsheet read a cell as a formula, the full-width ones too."""

ENTRY_FIELDS = (
    *("date", "end", "edge", "type", "standing", "status", "stage", "level", "item", "place"),
    *("words", "documents", "independent_sources", "last_confirmed", "unconfirmed_since"),
)
SOURCE_FIELDS = ("quote", "attributed_to", "publisher", "title", "published", "address")
HELD_OF = ("reliability", "credibility", "handling")
COLUMNS = ("actors", *ENTRY_FIELDS, "possibly", *SOURCE_FIELDS, *HELD_OF, "party_only", "id")


def to_csv(timeline: Timeline, *, bom: bool = False) -> Rendering:
    """One line an event or tie, with the sentence that best tells it; UTF-8, CRLF.

    `bom` puts the byte order mark in front that some spreadsheets need to see that it is UTF-8.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell) for cell in _cells(entry)] for entry in timeline.entries)
    return Rendering((BOM if bom else b"") + out.getvalue().encode())


def guarded(text: str) -> str:
    """The text on one line, with a quotation mark before it where it would act as a formula."""
    shown = plain(text)
    acts = not TRIGGERS.isdisjoint((text[:1], shown.lstrip()[:1]))
    return f"'{shown}" if acts else shown


def _cells(entry: TimelineEntry) -> list[str]:
    source = entry.sources[0]
    return [
        " ".join(entry.actors),
        *(_text(getattr(entry, field)) for field in ENTRY_FIELDS),
        "possibly" if entry.possibly else "",
        *_source_cells(source),
        *(_text(getattr(entry, field)) for field in HELD_OF),
        "party only" if entry.party_only else "",
        entry.id,
    ]


def _source_cells(source: Source) -> list[str]:
    return [_text(getattr(source, field)) for field in SOURCE_FIELDS]


def _text(value: object) -> str:
    return "" if value is None else str(value)
