"""The edges that bear on whom a brief follows, with their sentences, as known at one time."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from hedgerow.queries.brief.changes import Former
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.edges import Selection
from hedgerow.queries.reading.several import all_edges, all_sources


@dataclass(frozen=True)
class Known:
    """Edges with the sentences behind them."""

    edges: tuple[Edge, ...]
    sources: Mapping[str, tuple[Source, ...]]

    def of(self, edge: Edge) -> tuple[Source, ...]:
        """The sentences behind an edge."""
        return self.sources.get(edge.id, ())

    def __or__(self, other: "Known") -> "Known":
        edges = {edge.id: edge for edge in (*self.edges, *other.edges)}
        return Known(
            tuple(edges[each] for each in sorted(edges)), {**self.sources, **other.sources}
        )

    @cached_property
    def claims(self) -> frozenset[str]:
        """The claims behind the edges."""
        return frozenset(each.claim for edge in self.edges for each in self.of(edge))

    @cached_property
    def telling(self) -> frozenset[str]:
        """The documents that tell of the edges."""
        return frozenset(each.document for edge in self.edges for each in self.of(edge))


def known_of(reader: Reader, followed: Sequence[Selection]) -> Known:
    """What a reader knows of whom a brief follows."""
    return Known(all_edges(reader, followed), all_sources(reader, followed))


def former_ids(before: Known, after: Known) -> Former:
    """What the edges known now were called then.

    An edge is the same where a sentence of it is; one whose article has come in a newer edition,
    with sentences of its own, where that tells the same matter.
    """
    by_claim = _by_claim(before)
    shared = {edge.id: _sharing(edge, after.of(edge), by_claim) for edge in after.edges}
    matched = {each for ids in shared.values() for each in ids} | {e.id for e in after.edges}
    left = [edge for edge in before.edges if edge.id not in matched]
    for edge in after.edges:
        if left and not shared[edge.id]:
            shared[edge.id] = tuple(_older_editions(edge, after, left, before))
    return {edge: ids for edge, ids in shared.items() if ids}


def _by_claim(known: Known) -> Mapping[str, list[Edge]]:
    found: dict[str, list[Edge]] = defaultdict(list)
    for edge in known.edges:
        for source in known.of(edge):
            found[source.claim].append(edge)
    return found


def _sharing(
    edge: Edge, sources: Sequence[Source], by_claim: Mapping[str, list[Edge]]
) -> tuple[str, ...]:
    """The ids of those then that share most sentences with an edge."""
    counts = Counter(
        then.id
        for source in sources
        for then in by_claim.get(source.claim, ())
        if then.kind == edge.kind
    )
    return tuple(sorted(counts, key=lambda each: (-counts[each], each)))


def _older_editions(edge: Edge, after: Known, left: Sequence[Edge], before: Known) -> Iterator[str]:
    places = _web_places(after.of(edge))
    for then in left:
        if places & _web_places(before.of(then)) and _is_alike(edge, then):
            yield then.id


def _web_places(sources: Sequence[Source]) -> set[str]:
    """The URLs under which sentences stand; a path may hold many articles or rows."""
    return {source.address for source in sources if "://" in source.address}


def _is_alike(edge: Edge, then: Edge) -> bool:
    matters = [(one.kind, one.what, one.actors, one.level, one.item) for one in (edge, then)]
    if matters[0] != matters[1]:
        return False
    return edge.when is None or then.when is None or edge.when.overlaps(then.when)
