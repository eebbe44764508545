"""What the sheets of a workbook hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.timeline import Timeline
from hedgerow.queries.words.phrases import names
from hedgerow.viz.timeline.templates import address_of, quotation, shareable
from hedgerow.viz.timeline.xlsx_cells import Content, Link


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, and the width of its column in characters."""

    name: str
    width: float


Row = Sequence[Content]
ENTRIES = (
    *(Column("No.", 6), Column("Date", 14), Column("Day", 12), Column("End", 12)),
    *(Column("End day", 12), Column("What", 52), Column("Standing", 13), Column("Status", 12)),
    *(Column("Kind", 9), Column("Type", 22), Column("Actors", 22), Column("Level", 22)),
    *(Column("Item", 26), Column("Place", 16), Column("Possibly outside the range", 12)),
    *(Column("Last confirmed", 14), Column("Unconfirmed since", 14), Column("Documents", 11)),
    Column("Independent sources", 11),
    *(Column("Reliability", 11), Column("Credibility", 11), Column("Handling", 16)),
    Column("Party only", 11),
    *(Column("Sentence", 70), Column("Source", 40), Column("Id", 42)),
)
SENTENCES = (
    *(Column("No.", 6), Column("What", 46), Column("Sentence", 90), Column("Says", 14)),
    *(Column("Attributed to", 20), Column("Publisher", 20), Column("Title", 40)),
    *(Column("Published", 12), Column("Day", 12), Column("Source", 44), Column("Claim", 42)),
    *(Column("Reliability", 11), Column("Credibility", 11), Column("Handling", 16)),
)
RULES = (
    "Date is what the sources state: a day, a month (2023-09) or a year (2023); “by” where only "
    "the publication is dated.",
    "Day and End day are filled only where the day itself is known; nothing stands for a month "
    "or a year. Days before March 1900 are left to the column Date.",
    "Standing says what is concluded. Prospective matters are reported, in talks or planned; "
    "contested ones are asserted by some and denied by others; negative ones are denied, called "
    "off, suspended or ended.",
    "Reliability (A to F, of the source) and credibility (1 to 6, of what it says) are what people "
    "set; they enter no number here. Empty cells are not set. Handling is the strictest mark of all"
    " documents behind a row.",
    "Party only: nobody but a party to the matter, or an outlet of its state, says that it was "
    "concluded or holds.",
)


def entries(timeline: Timeline) -> Iterator[Row]:
    """A row an event or tie."""
    for number, entry in enumerate(timeline.entries, start=1):
        source = entry.sources[0] if entry.sources else None
        yield (
            *(number, entry.date, _day(entry.stated), entry.end, _day(entry.end)),
            *(entry.words, entry.standing, _status(entry.status), entry.edge, entry.label),
            *(", ".join(names(entry.actors)), entry.level, entry.item, entry.place),
            *("possibly" if entry.possibly else None, entry.last_confirmed),
            *(entry.unconfirmed_since, entry.documents, entry.independent_sources),
            *(entry.reliability, entry.credibility, entry.handling),
            "party only" if entry.party_only else None,
            *(quotation(source.quote) if source else None, _link(entry, source), entry.id),
        )


def sentences(timeline: Timeline) -> Iterator[Row]:
    """A row a sentence, in the order of the entries."""
    for number, entry in enumerate(timeline.entries, start=1):
        for source in entry.sources:
            said_by = names([source.attributed_to])[0] if source.attributed_to else None
            yield (
                *(number, entry.words, quotation(source.quote), _status(source.status), said_by),
                *(source.publisher, source.title, source.published, _day(source.published)),
                *(_linked(shareable(source.address)), source.claim),
                *(source.reliability, source.credibility, source.handling),
            )


def about(timeline: Timeline, notes: Sequence[str]) -> Iterator[Row]:
    """What the workbook holds, and how to read it."""
    yield (timeline.in_words,)
    if timeline.as_of:
        yield (f"As of {timeline.as_of}.",)
    yield from ((told,) for told in (*RULES, *notes))


def _day(text: str | None) -> Content:
    """The day, where it is known."""
    date = None if text is None else parse_partial_date(text)
    return date.earliest if date is not None and date.precision == "day" else None


def _status(name: str | None) -> str | None:
    return None if name is None else vocabulary().status(name).label


def _link(entry: TimelineEntry, source: Source | None) -> Content:
    return _linked(address_of(entry) or (shareable(source.address) if source else ""))


def _linked(address: str) -> Content:
    return Link(address) if address else None
