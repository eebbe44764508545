"""The edges that a question keeps of those it is about, with their sentences and as of its day."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TypeVar

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.as_of import Position
from hedgerow.queries.dates.standing import stands
from hedgerow.queries.dates.terms import Terms, within_term
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.edges import Selection, edges_of, sources_for
from hedgerow.queries.reading.kept import kept
from hedgerow.queries.reading.selecting import selections
from hedgerow.queries.reading.terms import terms_in
from hedgerow.queries.words.phrases import CONCLUDED, HELD

T = TypeVar("T")
Told = tuple[Edge, tuple[Source, ...]]
"""An edge with the sentences behind it."""
Stood = tuple[Position, tuple[Source, ...]]
"""How an edge stands on the day of a question, with the sentences behind it."""


def once(asked: Asked, name: str, read: Callable[[], T]) -> T:
    """What the rows, words and notes of one question all need, read once for its arguments."""
    arguments = tuple(sorted(asked.values.items()))
    return kept(asked.reader, (asked.question.name, name, arguments, asked.stated), read)


def selections_or_all(asked: Asked) -> tuple[Selection, ...]:
    """What to read; every type of event where neither actors nor types are named."""
    everything = (Selection(what=name) for name in vocabulary().tie_types)
    return selections(asked) or tuple(everything)


def told_edges(asked: Asked, keep: Callable[[Edge], bool]) -> Iterator[Told]:
    """The edges of the question's types for which `keep` holds; only their sentences are read."""
    for edges in _by_selection(asked):
        found = [edge for edge in edges if keep(edge)]
        sources = sources_for(asked.reader, found) if found else {}
        yield from ((edge, sources.get(edge.id, ())) for edge in found)


def told_positions(asked: Asked, standings: Collection[str] = ()) -> Iterator[Stood]:
    """How the edges of the question's types stand on its day; only those of some standings."""
    on, terms = asked.day("at"), terms_about(asked)
    for edges in _by_selection(asked):
        found = (stood(edge, asked) for edge in edges)
        placed = (within_term(one, terms, on) for one in found if one is not None)
        wanted = [one for one in placed if not standings or one.standing in standings]
        sources = sources_for(asked.reader, (one.edge for one in wanted)) if wanted else {}
        yield from ((one, sources.get(one.edge.id, ())) for one in wanted)


def stood(edge: Edge, asked: Asked) -> Position | None:
    """How an edge stands on the question's day; None where it cannot be placed by then."""
    return stands(edge, asked.day("at"), asked=asked.given("at") is not None)


def terms_about(asked: Asked) -> Terms:
    """The terms that are stated among a question's edges, by the event's id."""
    found = (terms_in(asked.reader, each).items() for each in selections(asked))
    return {event: terms for each in found for event, terms in each}


def firm_edges(asked: Asked) -> tuple[Stood, ...]:
    """The events that are concluded and the ties that are held on the question's day."""
    return once(asked, "firm", lambda: tuple(told_positions(asked, (CONCLUDED, HELD))))


def _by_selection(asked: Asked) -> Iterator[Iterable[Edge]]:
    types = frozenset(asked.question.of)
    for selection in selections_or_all(asked):
        found = edges_of(asked.reader, selection)
        yield [edge for edge in found if not types or edge.what in types]
