"""The sentences that bear an edge out as it stands: a plan told is no witness of what was done."""

from collections.abc import Sequence

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.sources.speakers import outlet_name
from hedgerow.queries.words.edge_words import standing_of
from hedgerow.queries.words.phrases import CONCLUDED, CONTESTED, DENIED, ENDED, HELD


def bearing(
    edge: Edge, sources: Sequence[Source], standing: str | None = None
) -> tuple[Source, ...]:
    """The sentences that tell an edge as it stands today, or as it stood (`standing`).

    Of a contested one those of both sides; all where none does, as where a judgement set it.
    """
    shown = standing or standing_of(edge)
    return tuple(one for one in sources if _bears(one, shown)) or tuple(sources)


def both_sides(sources: Sequence[Source]) -> tuple[Source, ...]:
    """The best sentence of those who assert a matter, and that of those who deny it."""
    asserted = [source for source in sources if source.status != DENIED]
    denied = [source for source in sources if source.status == DENIED]
    return (*asserted[:1], *denied[:1])


def outlets_of(sources: Sequence[Source]) -> frozenset[str]:
    """The outlets of some sentences by their one name."""
    return frozenset(map(outlet_name, sources))


def origins_of(sources: Sequence[Source]) -> frozenset[str]:
    """What some sentences come from, copies of one text being one."""
    return frozenset(source.origin for source in sources)


def _bears(source: Source, shown: str) -> bool:
    standing = vocabulary().status(source.status).standing
    if shown in (HELD, ENDED):
        over = shown == ENDED and vocabulary().is_stopped(source.status)
        return standing == CONCLUDED or over
    return shown in (CONTESTED, standing)
