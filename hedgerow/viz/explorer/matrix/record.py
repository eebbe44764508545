"""What is read for a matrix: the edges of each pair, how they stand, what counts, on what."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.answers.restored import BROKEN
from hedgerow.queries.asking import ask
from hedgerow.queries.dates.as_of import Position, position
from hedgerow.queries.dates.terms import TERM
from hedgerow.queries.measures.graph import as_of_graph
from hedgerow.queries.measures.signals import AsOf
from hedgerow.queries.measures.weights import default_weights
from hedgerow.queries.questions.library import question
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.edges import Selection, attribute_of, edges_of, sources_for
from hedgerow.queries.reading.kept import kept

Couple = frozenset[str]
MANY = 3
"""From so many states a power on the powers are read instead."""


@dataclass(frozen=True, slots=True)
class Record:
    """The edges between some states and powers, with what is told of them."""

    edges: tuple[Edge, ...]
    attributes: Mapping[str, Mapping[str, tuple[str, ...]]]
    sources: Mapping[str, tuple[Source, ...]]


@dataclass(frozen=True, slots=True)
class Standing:
    """The record at the end of a day; `broken` are the pairs whose relations are broken off."""

    on: dt.date
    as_of: AsOf
    placed: Mapping[Couple, tuple[Position, ...]]
    broken: frozenset[Couple]
    sources: Mapping[str, tuple[Source, ...]]

    def of(self, a: str, b: str) -> tuple[Position, ...]:
        """How the edges of a pair stand."""
        return self.placed.get(frozenset((a, b)), ())


def standing(
    reader: Reader, states: tuple[str, ...], powers: tuple[str, ...], on: dt.date
) -> Standing:
    """What stands between states and powers on a day."""
    key = ("matrix", states, powers, on)
    return kept(reader, key, lambda: _standing(reader, states, powers, on))


def _standing(
    reader: Reader, states: tuple[str, ...], powers: tuple[str, ...], on: dt.date
) -> Standing:
    record = kept(reader, ("matrix", states, powers), lambda: _record(reader, states, powers))
    placed: dict[Couple, list[Position]] = defaultdict(list)
    for edge in record.edges:
        found = position(edge, on)
        if found is not None:
            for pair in {frozenset(pair) for pair in edge.pairs}:
                placed[pair].append(found)
    return Standing(
        on=on,
        as_of=as_of_graph(record.edges, record.attributes, default_weights(), on),
        placed={pair: tuple(found) for pair, found in placed.items()},
        broken=frozenset(_broken(reader, placed, on)),
        sources=record.sources,
    )


def _record(reader: Reader, states: tuple[str, ...], powers: tuple[str, ...]) -> Record:
    """Read by the states, which have fewer edges each, unless they are many."""
    by, others = (states, powers) if len(states) <= MANY * len(powers) else (powers, states)
    attributes: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    edges: dict[str, Edge] = {}
    for code in by:
        wanted = Selection(code)
        own = {one.id: one for one in edges_of(reader, wanted) if {*others} & {*one.actors}}
        edges |= own
        for name in (*default_weights().attributes, TERM):
            for edge, values in attribute_of(reader, wanted, name).items():
                if edge in own:
                    attributes[edge][name] = values
    found = tuple(edges[each] for each in sorted(edges))
    return Record(found, attributes, sources_for(reader, found) if found else {})


def _broken(
    reader: Reader, placed: Mapping[Couple, Sequence[Position]], on: dt.date
) -> Iterator[Couple]:
    """The pairs among them of which a rupture and no restoration is told."""
    types = question("restored").of
    for pair, found in placed.items():
        if any(one.edge.what in types and _closes(one.edge) for one in found):
            a, b = sorted(pair)
            rows = ask(reader, "restored", {"a": a, "b": b, "at": on.isoformat()}).rows
            if any(row["outcome"] == BROKEN for row in rows):
                yield pair


def _closes(edge: Edge) -> bool:
    return not edge.is_tie and vocabulary().tie_type(edge.what).effect == "closes"
