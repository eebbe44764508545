"""What is told of an edge beside how it stands: level, item, place, attributes, dates of a tie."""

import datetime as dt
from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from hedgerow.graph.ids import to_iri
from hedgerow.graph.snapshot import Filling
from hedgerow.ontology.ladders import ladders
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.as_of import Position
from hedgerow.queries.dates.histories import unconfirmed_as_of
from hedgerow.queries.questions.library import part
from hedgerow.queries.reading.archive import Reader, run
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.sources.told_values import number
from hedgerow.queries.words.phrases import level_words, names, slug_words
from hedgerow.viz.explorer.evidence.told import Fact
from hedgerow.viz.plain import plain

Values = Mapping[str, Mapping[str, str]]
"""What claims tell, by attribute and claim."""
OWN = frozenset({"level", "from_level", "item", "place"})
"""Attributes that an edge itself has."""


def values_of(reader: Reader, edge: Edge) -> Values:
    """What the claims of an event tell of the attributes of its type."""
    if edge.is_tie:
        return {}
    ids = (ox.NamedNode(to_iri(edge.id)),)
    found = {}
    for name in vocabulary().tie_type(edge.what).attributes:
        bindings: Filling = {
            "ids": ids,
            "attribute": ox.NamedNode(vocabulary().attribute(name).iri),
        }
        rows = run(reader, part("attributes"), bindings)
        found[name] = {str(row["claim"]): str(row["value"]) for row in rows}
    return {name: told for name, told in found.items() if told}


def label_of(attribute: str) -> str:
    """An attribute in words."""
    return vocabulary().attribute(attribute).label


def facts(found: Position, values: Values, on: dt.date) -> Iterator[Fact]:
    """The facts of an edge in the order in which they are shown."""
    edge = found.edge
    if edge.level:
        yield Fact("Level", level_words(edge.level))
        yield from _rungs(edge, edge.level)
    if edge.from_level:
        yield Fact("Before", level_words(edge.from_level))
    if edge.item:
        yield Fact("Item", plain(slug_words(edge.item) if edge.is_tie else edge.item))
    if edge.place:
        yield Fact("Place", plain(edge.place))
    for name, by_claim in values.items():
        if name not in OWN:
            told = sorted({_value(name, value) for value in by_claim.values()})
            yield Fact(label_of(name).capitalize(), "; ".join(told))
    if edge.is_tie:
        yield from _confirmed(found, on)


def _rungs(edge: Edge, level: str) -> Iterator[Fact]:
    for code in edge.actors:
        ladder = ladders().get(code)
        rung = ladder.rung_for(level) if ladder else None
        if ladder is not None and rung is not None:
            ranked = [each for each in ladder.rungs if each.rank is not None]
            place = f", rung {rung.rank} of {len(ranked)}" if rung.rank is not None else ""
            yield Fact(f"On the ladder of {names([code])[0]}", f"{rung.label}{place}")


def _confirmed(found: Position, on: dt.date) -> Iterator[Fact]:
    stale = unconfirmed_as_of(found, on)
    if stale is not None:
        yield Fact("Unconfirmed since", stale)
        return
    confirmed = found.edge.last_confirmed
    if confirmed is not None and parse_partial_date(confirmed).earliest <= on:
        yield Fact("Last confirmed", confirmed)


def _value(name: str, value: str) -> str:
    """A value as a reader writes it; those of the ontology's own lists are slugs."""
    if value in vocabulary().attribute(name).values:
        return slug_words(value)
    return number(value) or plain(value)
