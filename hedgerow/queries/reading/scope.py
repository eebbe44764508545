"""The edges that a question keeps of those it is about, with their sentences and as of its day."""

from collections.abc import Callable, Iterator

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.as_of import Position, position
from hedgerow.queries.entries import standing_of
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.edges import Selection, edges_of, sources_for
from hedgerow.queries.reading.selecting import selections
from hedgerow.queries.words.phrases import CONCLUDED, HELD

Told = tuple[Edge, tuple[Source, ...]]
"""An edge with the sentences behind it."""


def selections_or_all(asked: Asked) -> tuple[Selection, ...]:
    """What to read; every type of event where neither actors nor types are named."""
    everything = (Selection(what=name) for name in vocabulary().tie_types)
    return selections(asked) or tuple(everything)


def told_edges(asked: Asked, keep: Callable[[Edge], bool]) -> Iterator[Told]:
    """The edges of the question's types for which `keep` holds; only their sentences are read."""
    types = frozenset(asked.question.of)
    for selection in selections_or_all(asked):
        found = edges_of(asked.reader, selection)
        kept = [edge for edge in found if (not types or edge.what in types) and keep(edge)]
        if kept:
            sources = sources_for(asked.reader, kept)
            yield from ((edge, sources.get(edge.id, ())) for edge in kept)


def stands(edge: Edge, asked: Asked) -> Position | None:
    """How an edge stands on the day asked for (`at`), or at present where none was given.

    None where it cannot be placed by that day.
    """
    if asked.given("at") is None:
        return Position(edge, standing_of(edge), edge.status, None)
    return position(edge, asked.day("at"))


def firm_edges(asked: Asked) -> Iterator[Told]:
    """The events that are concluded and the ties that are held on the day asked for."""
    return told_edges(asked, lambda edge: _is_firm(edge, asked))


def _is_firm(edge: Edge, asked: Asked) -> bool:
    found = stands(edge, asked)
    return found is not None and found.standing in (CONCLUDED, HELD)
