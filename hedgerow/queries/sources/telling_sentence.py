"""Which of the sentences behind an edge best tells how it stands."""

from collections.abc import Iterable

from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.words.phrases import is_row


def most_telling_first(edge: Edge, sources: Iterable[Source]) -> tuple[Source, ...]:
    """The sentences of an edge: those of its own status first, then texts before rows of tables."""
    return tuple(sorted(sources, key=lambda one: _telling(one, edge)))


def _telling(source: Source, edge: Edge) -> tuple[bool, bool, float, str]:
    apart = source.status != edge.status
    return apart, is_row(source.quote), -source.confidence, source.claim
