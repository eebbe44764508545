"""Who stands on the other side of an actor's edges, and counts by type in one cell."""

from collections.abc import Iterable, Mapping

from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.words.frequencies import by_frequency


def counterparts(edge: Edge, code: str) -> tuple[str, ...]:
    """The actors with whom an edge joins one; none where it joins only others."""
    found = {each for pair in edge.pairs if code in pair for each in pair}
    return tuple(sorted(found - {code}))


def by_counterpart(edges: Iterable[Edge], code: str) -> Mapping[str, list[Edge]]:
    """The edges of an actor by the other one."""
    found: dict[str, list[Edge]] = {}
    for edge in edges:
        for other in counterparts(edge, code):
            found.setdefault(other, []).append(edge)
    return found


def split(words: Iterable[str]) -> str | None:
    """`visit 3, call 1`, the most frequent first; None where there is none."""
    return ", ".join(by_frequency(words)) or None
