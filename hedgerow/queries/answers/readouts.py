"""Readouts: what each side says of one meeting that the other does not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hedgerow.errors import UsageError
from hedgerow.ontology.partial_date import PartialDate
from hedgerow.queries.dates.day_ranges import days_around
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.edges import Selection, edges_of, sources_of, told_of
from hedgerow.queries.reading.matters import find_matter
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.sources.coverage_report import published
from hedgerow.queries.sources.speakers import outlet_name, owner, speaks_for
from hedgerow.queries.words.cells import by_time
from hedgerow.queries.words.frequencies import most_frequent
from hedgerow.queries.words.phrases import counted, level_words, listed, names
from hedgerow.queries.words.wording import told_matter

OTHERS = "others"
YES, NO = "yes", "no"
NEWS = 30
"""Days before and after an event within which a document on it is no mere look back."""
PAIR = 2
DETAILS = ("level", "item", "place")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of one side on an edge, with the details that it gives."""

    side: str
    edge: Edge
    source: Source
    details: tuple[str, ...]


def rows(asked: Asked) -> list[Row]:
    """One row a sentence, the sides in the order of their names, the event itself first."""
    event = asked.values["event"]
    matter = find_matter(asked.reader, event)
    if matter.id.startswith("claim/"):
        raise UsageError(f"{event} is a claim; give the id of the event or tie that it tells.")
    said = list(_statements(asked, matter.id, matter.actors))
    said.sort(key=lambda one: _order(one, matter.id))
    return [_row(one, said) for one in said]


def words(rows: Sequence[Row], asked: Asked) -> str:
    """The event, and how many sentences of each side no other side tells."""
    matter = told_matter(find_matter(asked.reader, asked.values["event"]))
    sides = sorted({str(row["side"]) for row in rows} - {OTHERS})
    if len(sides) < 2:
        which = f"that of {sides[0]} alone" if sides else "none"
        documents = len({row["source"] for row in rows})
        return f"{matter}; readouts among {counted(documents, 'document')} of these days: {which}."
    alone = most_frequent(str(row["side"]) for row in rows if row["also_told"] == NO)
    said = f"{counted(len(rows), 'sentence')}, with readouts of {listed(sides)}"
    return f"{matter}; {said}; told by one side alone: {alone or 'none'}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """Whose silence it is."""
    yield (
        f"Compared is what was read from documents of the {NEWS} days before and after; what a "
        "side left out of them it may have said elsewhere, and what they recall of earlier times "
        "is left out."
    )


def _statements(asked: Asked, event: str, actors: Sequence[str]) -> Iterator[Statement]:
    """What the documents of its days say of an event and of what else is new in them.

    That is whatever its two actors take part in together, or the first of several.
    """
    wanted = Selection(*actors) if len(actors) == PAIR else Selection(actors[0])
    sources = sources_of(asked.reader, wanted)
    edges = {edge.id: edge for edge in edges_of(asked.reader, wanted)}
    days = _days_of(edges[event]) if event in edges else None
    documents = {one.document for one in sources.get(event, ()) if _is_in(published(one), days)}
    values = {name: told_of(asked.reader, wanted, name) for name in DETAILS}
    for edge in edges.values():
        if edge.id != event and (edge.is_tie or not _is_in(edge.placed, days)):
            continue
        for source in sources.get(edge.id, ()):
            if source.document in documents:
                yield Statement(_side(source), edge, source, _details(source.claim, values))


def _days_of(event: Edge) -> DateRange | None:
    """The days in which a document on the event is news; None where nothing dates it."""
    if event.placed is None:
        return None
    return days_around(event.placed, NEWS)


def _is_in(date: PartialDate | None, days: DateRange | None) -> bool:
    """Whether a date may lie in some days; so may what nothing dates."""
    return date is None or days is None or days.meets(date.earliest, date.latest)


def _side(source: Source) -> str:
    code = speaks_for(source)
    return OTHERS if code is None else names([code])[0]


def _details(claim: str, values: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    level, item, place = (values[name].get(claim) for name in DETAILS)
    return tuple(filter(None, [level_words(level) if level else None, item, place]))


def _row(one: Statement, said: Sequence[Statement]) -> Row:
    others = [other for other in said if other.side != one.side and other.edge.id == one.edge.id]
    elsewhere = {detail for other in others for detail in other.details}
    return {
        "side": one.side,
        "what": one.edge.what,
        "edge": one.edge.kind,
        "actors": one.edge.actors,
        "says": one.source.status,
        "details": "; ".join(one.details) or None,
        "statement": one.source.quote,
        "also_told": YES if others else NO,
        "only_here": "; ".join(each for each in one.details if each not in elsewhere) or None,
        "outlet": outlet_name(one.source),
        "ownership": owner(one.source),
        "published": one.source.published,
        "source": one.source.address,
        "id": one.edge.id,
        "claim": one.source.claim,
    }


def _order(one: Statement, event: str) -> tuple[bool, str, bool, tuple[str, str], str]:
    return one.side == OTHERS, one.side, one.edge.id != event, by_time(one.edge), one.source.claim
