"""The edges that a question is about: those of its actors, of the types and kinds it is `of`."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.edges import Selection
from hedgerow.queries.reading.several import all_edges, all_sources, all_values
from hedgerow.queries.words.phrases import slug_words


def selections(asked: Asked) -> tuple[Selection, ...]:
    """What to read: its actors' edges of its types and kinds, else all of each type and kind.

    Without actors and with no type or kind in particular there is nothing to read.
    """
    codes = [asked.values[name] for name in ("a", "b") if name in asked.values]
    if codes:
        return (Selection(*codes, of=asked.question.of),)
    return tuple(Selection(what=each) for each in asked.question.of)


def edges_about(asked: Asked) -> tuple[Edge, ...]:
    """Its edges, each once."""
    return all_edges(asked.reader, selections(asked))


def sources_about(asked: Asked) -> Mapping[str, tuple[Source, ...]]:
    """The sentences behind its edges by the edge's id; those of other edges may be among them."""
    return all_sources(asked.reader, selections(asked))


def attribute_about(asked: Asked, attribute: str) -> Mapping[str, tuple[str, ...]]:
    """The values of an attribute by the edge's id, as `attribute_of` has them."""
    return all_values(asked.reader, selections(asked), attribute)


def tie_by_event(edges: Iterable[Edge]) -> Mapping[str, Edge]:
    """The tie among some edges that an event opened, changed, closed or bore out, by the event."""
    return MappingProxyType({each: tie for tie in edges if tie.is_tie for each in tie.events})


def life_of(tie: Edge) -> frozenset[str]:
    """The events that opened, changed or bore out a tie; what only ended it is not among them."""
    ending = tie.closed_by if tie.closed_by != tie.opened_by else None
    return frozenset(filter(None, {*tie.events, tie.opened_by} - {ending}))


def replacing(edges: Iterable[Edge]) -> frozenset[str]:
    """The events among some edges' that ended one tie by opening another.

    One that tells both the beginning and the end of a tie is none.
    """
    ties = [edge for edge in edges if edge.is_tie and edge.opened_by != edge.closed_by]
    openers, closers = {tie.opened_by for tie in ties}, {tie.closed_by for tie in ties}
    return frozenset(filter(None, openers & closers))


def item_of(edge: Edge, by_id: Mapping[str, Edge]) -> str | None:
    """What an edge is about; a tie is told in the words of the event that opened it, if it can."""
    opener = by_id.get(edge.opened_by or "")
    item = (opener.item if opener is not None else None) or edge.item
    return None if item is None else slug_words(item) if edge.is_tie else item


def subject(asked: Asked, everyone: str = "All actors") -> str:
    """Whom it is about: `Vietnam`, `Vietnam - United States`, or everyone."""
    named = [asked.name(name) for name in ("a", "b") if name in asked.values]
    return " - ".join(named) or everyone
