"""Disagreements: the facts on which documents differ, each with its versions and their sources."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.as_of import Position
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.edges import told_of
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.reading.scope import selections_or_all, told_positions
from hedgerow.queries.reading.selecting import subject
from hedgerow.queries.sources.speakers import outlet_name
from hedgerow.queries.sources.told_values import amount, level, number
from hedgerow.queries.sources.versions import (
    Version,
    Versions,
    dates,
    denial,
    differing,
    statuses,
)
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.cells import by_time, cells_as_of
from hedgerow.queries.words.frequencies import most_frequent
from hedgerow.queries.words.phrases import DENIED, counted

COMPARED = ("level", "quantity", "value", "currency")
"""The attributes of claims that are read."""
Values = Mapping[str, Mapping[str, str]]
"""By attribute and claim."""


def rows(asked: Asked) -> list[Row]:
    """One row a fact, the events in the order of time."""
    told = [each for each in told_positions(asked) if _may_differ(each[0].edge)]
    values = _values(asked) if told else {}
    return [
        _row(stands, fact, found, asked.day("at"))
        for stands, sources in sorted(told, key=lambda each: by_time(each[0].edge))
        for fact, found in _facts(sources, values)
        if found
    ]


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How many facts of how many events, by what they are."""
    who = f"{subject(asked)} as of {asked.day('at')}"
    if not rows:
        return f"{who}: no disagreement between documents; {none_found(asked)}."
    events = len({row["id"] for row in rows})
    facts = most_frequent(str(row["fact"]) for row in rows)
    told = f"documents differ on {counted(len(rows), 'fact')} of {counted(events, 'event')}"
    return f"{who}: {told} ({facts})."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What is compared."""
    yield (
        "Compared is what was read from documents that tell one event; what resolved to two "
        "events, or stands in the remarks of a table, is not."
    )


def _may_differ(edge: Edge) -> bool:
    denied = any(step.status == DENIED for step in edge.history)
    return not edge.is_tie and (edge.documents > 1 or denied)


def _values(asked: Asked) -> Values:
    found: dict[str, dict[str, str]] = {name: {} for name in COMPARED}
    for selection in selections_or_all(asked):
        for name in COMPARED:
            if selection.what is None or name in vocabulary().tie_type(selection.what).attributes:
                found[name].update(told_of(asked.reader, selection, name))
    return found


def _facts(sources: Sequence[Source], values: Values) -> Iterator[tuple[str, Versions]]:
    told = [source for source in sources if source.status != DENIED]
    levels, quantities, sums, currencies = (values[name] for name in COMPARED)
    yield from (("date", found) for found in dates(told))
    yield "status", statuses(told)
    yield "level", differing(told, lambda one: level(levels.get(one.claim)))
    yield "quantity", differing(told, lambda one: number(quantities.get(one.claim)))
    yield (
        "value",
        differing(told, lambda one: amount(sums.get(one.claim), currencies.get(one.claim))),
    )
    yield "denial", denial(sources)


def _row(stands: Position, fact: str, found: Versions, on: dt.date) -> Row:
    return cells_as_of(stands, (), on) | {
        "fact": fact,
        "versions": len(found),
        "told": "; ".join(map(_told, found)),
        "sources": " ".join(version.sources[0].address for version in found),
    }


def _told(version: Version) -> str:
    """`245,000,000 USD (Wire, 2025-08-14; Paper, 2025-08-15)`."""
    by_document = {one.document: one for one in version.sources}
    told = [f"{outlet_name(one)}, {one.published or 'undated'}" for one in by_document.values()]
    return f"{version.text} ({'; '.join(told)})"
