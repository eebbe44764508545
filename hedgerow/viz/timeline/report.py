"""A timeline as a report with numbered evidence, for Markdown and Word."""

from collections.abc import Iterator, Sequence

from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.timeline import Timeline
from hedgerow.viz.design import Standing, style
from hedgerow.viz.report import Notes, Paragraph, Report, Section, Table
from hedgerow.viz.timeline.templates import when_told

RULE = (
    "Dates are as exact as the sources state them: a day, a month (2023-09) or a year (2023). "
    "“By” stands before the day of publication where nothing else dates a matter."
)
EVENTS = ("date", "what")
TIES = ("held", "what", "last confirmed")
SHOWN_SOURCES = 5


def report_of(timeline: Timeline) -> Report:
    """A section for each standing of events, the firmest first, then the ties."""
    notes = Notes()
    sections = tuple(_sections(timeline.entries, notes))
    as_of = (("As of", timeline.as_of.isoformat()),) if timeline.as_of else ()
    origin = (("Made from", timeline.origin),) if timeline.origin else ()
    mark = timeline.handling
    return Report(
        title=timeline.title,
        subtitle=timeline.in_words,
        facts=(*as_of, ("Dates", RULE), *origin) if timeline.entries else (),
        sections=sections,
        notes=notes.all,
        handling=mark,
    )


def _sections(entries: Sequence[TimelineEntry], notes: Notes) -> Iterator[Section]:
    for standing in style().standings:
        told = [entry for entry in entries if _stands(entry, standing)]
        if told:
            table = Table(
                EVENTS, tuple((when_told(one), one.words) for one in told), _cited(told, notes)
            )
            yield Section(standing.label, (Paragraph(f"{_sentence(standing)}"), table))
    ties = [entry for entry in entries if entry.edge == "tie"]
    if ties:
        yield Section("Ties", (Table(TIES, tuple(map(_tie, ties)), _cited(ties, notes)),))


def _sentence(standing: Standing) -> str:
    return f"{standing.meaning[:1].upper()}{standing.meaning[1:]}."


def _stands(entry: TimelineEntry, standing: Standing) -> bool:
    look = (
        style().standing_of(entry.standing, entry.status or "") if entry.edge == "event" else None
    )
    return look is standing


def _cited(entries: Sequence[TimelineEntry], notes: Notes) -> tuple[tuple[int, ...], ...]:
    return tuple(notes.numbers(entry.sources[:SHOWN_SOURCES]) for entry in entries)


def _tie(entry: TimelineEntry) -> tuple[str, str, str]:
    until = "" if entry.end else ", no end known"
    confirmed = entry.last_confirmed or ""
    stale = ", long ago" if entry.unconfirmed_since else ""
    return f"{when_told(entry)}{until}", entry.words, f"{confirmed}{stale}"
