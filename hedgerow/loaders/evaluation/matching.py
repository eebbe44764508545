"""Which emitted edge tells which gold row: the best assignment in each article."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import networkx as nx

from hedgerow.loaders.evaluation.records import Annotated, Edge, Emitted, GoldRow, Pair, bounds

AnyEdge = TypeVar("AnyEdge", bound=Edge)


@dataclass(frozen=True, slots=True)
class Matched:
    """An article: what it should yield, what was emitted, and which tells which.

    `told` assigns each row to at most one emitted edge and the other way round; an edge emitted
    again for the same matter stays without a row and is no error.
    """

    article: str
    rows: tuple[GoldRow, ...]
    emitted: tuple[Emitted, ...]
    told: tuple[tuple[GoldRow, Emitted], ...]

    @property
    def required(self) -> tuple[GoldRow, ...]:
        """The rows that a careful analyst expects."""
        return tuple(row for row in self.rows if row.required)

    @property
    def found(self) -> tuple[tuple[GoldRow, Emitted], ...]:
        """The required rows that were told, each with what tells it."""
        return tuple((row, edge) for row, edge in self.told if row.required)

    @property
    def missed(self) -> tuple[GoldRow, ...]:
        """The required rows that nothing tells."""
        told = {row for row, _ in self.told}
        return tuple(row for row in self.required if row not in told)

    @property
    def false(self) -> tuple[Emitted, ...]:
        """Emitted matters that no row bears out, each type and set of actors once."""
        once: dict[frozenset[Pair], Emitted] = {}
        for edge in self.emitted:
            if not any(edge.is_matter_of(row) for row in self.rows):
                once.setdefault(edge.pairs, edge)
        return tuple(once.values())


def match_all(
    articles: Iterable[Annotated], emitted: Mapping[str, Sequence[Emitted]]
) -> list[Matched]:
    """Every article with its assignment."""
    return [match(a.name, a.rows, emitted.get(a.name, ())) for a in articles]


def match(article: str, rows: Iterable[GoldRow], emitted: Iterable[Emitted]) -> Matched:
    """The assignment that tells most rows; among those the one that fits best.

    What fits is, in this order: status, its standing, sentence, date, set of actors, a required
    row rather than an optional one.
    """
    # Sorted, so that the figures do not depend on the order of rows and claims.
    left, right = sorted(rows, key=_order), sorted(emitted, key=_order)
    graph: nx.Graph[tuple[str, int]] = nx.Graph()
    for i, row in enumerate(left):
        for j, edge in enumerate(right):
            if row.is_matter_of(edge):
                graph.add_edge(("row", i), ("edge", j), weight=fit(row, edge))
    chosen = (dict(ends) for ends in nx.max_weight_matching(graph, maxcardinality=True))
    told = sorted((ends["row"], ends["edge"]) for ends in chosen)
    return Matched(article, tuple(left), tuple(right), tuple((left[i], right[j]) for i, j in told))


def fit(row: GoldRow, edge: Edge) -> int:
    """How well two tellings of one matter agree; an earlier test outweighs all later ones."""
    tests = (
        row.status == edge.status,
        row.standing == edge.standing,
        row.stands_with(edge),
        dates_agree(row.date, edge.date),
        row.has_same_actors(edge),
        row.required,
    )
    return 1 + sum(passed << place for place, passed in enumerate(reversed(tests)))


def dates_agree(first: str | None, second: str | None) -> bool:
    """Whether two dates mean the same days; two empty ones agree."""
    if first is None or second is None:
        return first is second
    return bounds(first) == bounds(second)


def _order(edge: Edge) -> tuple[object, ...]:
    return (
        edge.span or (-1, -1),
        edge.quote,
        edge.type,
        edge.actors,
        edge.status,
        edge.date or "",
        edge.level or "",
        repr(edge),
    )
