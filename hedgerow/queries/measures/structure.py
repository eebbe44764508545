"""Structure of the whole graph: balance, frustration and betweenness. All of it is exploratory.

Missing ties are unknown: they are neither positive nor negative, and no number here counts them.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hedgerow.errors import UsageError
from hedgerow.queries.measures.frustration_model import SignedTie, best_camp
from hedgerow.queries.measures.signals import AsOf, Result, ids
from hedgerow.queries.measures.strength import sums_of

if TYPE_CHECKING:
    import networkx as nx

    SignedGraph = nx.Graph[str]

Among = frozenset[str] | None
"""The actors to look at, None for all."""
EXPLORATORY = "exploratory; missing ties are unknown, not negative"
MOST_ACTORS, MOST_TIES = 40, 200
"""Above either, the exact frustration index is refused: the problem is NP-hard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exploratory(Result):
    """A result to look into and not to cite; whoever shows it says so in these `words`."""

    words: str = EXPLORATORY


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance(Exploratory):
    """How many of the `triads` are balanced; `share` is None where there is none."""

    triads: int
    balanced: int
    share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frustration(Exploratory):
    """The fewest ties whose sign must flip for balance, and one of the two camps."""

    ties: int
    index: int | None
    camp: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Betweenness(Exploratory):
    """The share of shortest paths of cooperation that pass through each actor."""

    scores: tuple[tuple[str, float], ...]


def signed_graph(as_of: AsOf, among: Among = None) -> "SignedGraph":
    """The pairs with a `sign`: +1 where R exceeds C, -1 where C exceeds R; no edge where equal.

    With `among` only pairs of these actors.
    """
    import networkx as nx  # noqa: PLC0415  slow to import

    graph: SignedGraph = nx.Graph()
    for pair, signals in sorted(as_of.pairs().items(), key=lambda item: sorted(item[0])):
        sums = sums_of(signals) if among is None or pair <= among else None
        if sums is not None and sums.cooperation != sums.conflict:
            sign = 1 if sums.cooperation > sums.conflict else -1
            graph.add_edge(*sorted(pair), sign=sign, edges=ids(signals))
    return graph


def signed_ties(graph: "SignedGraph") -> list[SignedTie]:
    """The pairs of a signed graph with their signs."""
    return [(a, b, int(graph[a][b]["sign"])) for a, b in graph.edges]


def balance(as_of: AsOf, among: Among = None) -> Balance:
    """The share of closed triads of which the product of the signs is positive (Heider, Harary)."""
    import networkx as nx  # noqa: PLC0415

    graph = signed_graph(as_of, among)
    triads = [each for each in nx.enumerate_all_cliques(graph) if len(each) == 3]
    balanced = sum(_product(graph, triad) > 0 for triad in triads)
    return Balance(
        on=as_of.on,
        weights=as_of.weights,
        edges=_behind(graph),
        triads=len(triads),
        balanced=balanced,
        share=balanced / len(triads) if triads else None,
    )


def frustration(as_of: AsOf, among: Among = None) -> Frustration:
    """The frustration index, exact by integer programming (Aref and Wilson's AND model).

    Each actor is put into one of two camps; a positive tie across or a negative one within is
    frustrated. 0 is a balanced graph, None a graph without ties.

    Raises:
        UsageError: the graph is too large for an exact answer.
    """
    if (why := too_large(as_of, among)) is not None:
        raise UsageError(f"The frustration index is {why}; choose fewer states.")
    graph = signed_graph(as_of, among)
    ties = signed_ties(graph)
    camp = best_camp(sorted(graph), ties) if ties else ()
    frustrated = sum(((a in camp) != (b in camp)) == (sign > 0) for a, b, sign in ties)
    return Frustration(
        on=as_of.on,
        weights=as_of.weights,
        edges=_behind(graph),
        ties=len(ties),
        index=frustrated if ties else None,
        camp=camp,
    )


def too_large(as_of: AsOf, among: Among = None) -> str | None:
    """Why no exact frustration index is worked out; None where it is."""
    graph = signed_graph(as_of, among)
    number, ties = graph.number_of_nodes(), graph.number_of_edges()
    if number <= MOST_ACTORS and ties <= MOST_TIES:
        return None
    return f"exact for up to {MOST_ACTORS} actors and {MOST_TIES} ties, not {number} and {ties}"


def betweenness(as_of: AsOf, among: Among = None) -> Betweenness:
    """Freeman's betweenness, from 0 to 1, on the pairs of positive sign; the highest first.

    It shows who stands between in what was loaded, which news coverage shapes before all else.
    """
    import networkx as nx  # noqa: PLC0415

    graph = signed_graph(as_of, among)
    friendly = graph.edge_subgraph([(a, b) for a, b, sign in signed_ties(graph) if sign > 0])
    scores = nx.betweenness_centrality(friendly)
    return Betweenness(
        on=as_of.on,
        weights=as_of.weights,
        edges=_behind(friendly),
        scores=tuple(sorted(scores.items(), key=lambda item: (-item[1], item[0]))),
    )


def _product(graph: "SignedGraph", triad: list[str]) -> int:
    a, b, c = triad
    return int(graph[a][b]["sign"] * graph[b][c]["sign"] * graph[a][c]["sign"])


def _behind(graph: "SignedGraph") -> tuple[str, ...]:
    return tuple(sorted({edge for a, b in graph.edges for edge in graph[a][b]["edges"]}))
