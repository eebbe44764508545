"""Which of the sentences behind an edge best tells how it stands."""

from collections.abc import Iterable
from dataclasses import replace

from hedgerow.queries.dates.as_of import Position
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.words.phrases import is_row

Order = tuple[bool, bool, float, str]


def most_telling_first(edge: Edge, sources: Iterable[Source]) -> tuple[Source, ...]:
    """The sentences of an edge: those of its own status first, then texts before rows of tables."""
    return tuple(sorted(sources, key=lambda one: _telling(one, edge)))


def most_telling_then(stands: Position, sources: Iterable[Source]) -> tuple[Source, ...]:
    """The same of an edge as it stands on a day: what came later does not tell how it stood."""
    return most_telling_first(replace(stands.edge, status=stands.status), sources)


def telling_order(quote: str, confidence: float, claim: str, *, own: bool) -> Order:
    """For sorting: sentences of the edge's own status first, texts before rows, then the surest."""
    return not own, is_row(quote), -confidence, claim


def _telling(source: Source, edge: Edge) -> Order:
    own = source.status == edge.status
    return telling_order(source.quote, source.confidence, source.claim, own=own)
