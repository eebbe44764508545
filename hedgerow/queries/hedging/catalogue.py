"""The measures for one state: what each is called, its scale, and how it is read off a graph."""

from collections.abc import Callable, Iterator, Sequence

from hedgerow.queries.hedging.measure import Measure, Pair, Reading, Scope
from hedgerow.queries.measures.diversification import by_strength
from hedgerow.queries.measures.engagement import dual_engagement, median_volume
from hedgerow.queries.measures.lean import lean
from hedgerow.queries.measures.mediation import brokerage
from hedgerow.queries.measures.signals import AsOf
from hedgerow.queries.measures.straddle import ambivalence, straddle
from hedgerow.queries.measures.strength import strength
from hedgerow.queries.words.phrases import names

__all__ = ["Pair", "measures"]


def measures(as_of: AsOf, scope: Scope) -> Iterator[Measure]:
    """Every measure for a state; `as_of` holds what counts for the poles, to compare with."""
    state = scope.state
    for pole in scope.poles:
        yield _tie(state, pole)
    for pair in scope.pairs:
        yield from _between(as_of, state, pair)
    for pole in scope.poles:
        yield _mixed(state, pole)
    yield from _spread(state, scope.partners)
    yield _straddling(state, scope.rivals)
    yield Measure(
        "matters brokered",
        "count",
        lambda graph: _brokered(graph, state),
        digits=0,
        resampled=False,
    )


def _tie(state: str, pole: str) -> Measure:
    def read(as_of: AsOf) -> Reading:
        found = strength(as_of, state, pole)
        value = None if found.sums is None else found.sums.cooperation
        ahead = None if found.pipeline is None else found.pipeline.cooperation
        return Reading(value, ahead, found.edges)

    name = f"tie with {_name(pole)}"
    return Measure(name, "R from 0 up", read, resampled=False)


def _between(as_of: AsOf, state: str, pair: Pair) -> Iterator[Measure]:
    a, b = pair
    scale = f"0 {_name(b)} to 100 {_name(a)}"

    def leaning(graph: AsOf) -> Reading:
        found = lean(graph, state, a, b)
        return Reading(found.lean, found.pipeline, found.edges, found.is_one_sided)

    yield Measure("lean", scale, leaning, digits=0, headline=True)
    costly = "lean, costly signals only"
    yield Measure(costly, scale, lambda graph: leaning(graph.costly_only()), digits=0)
    both = f"dual engagement with {_name(a)} and {_name(b)}"
    for name, graph in (("", as_of), (", costly signals only", as_of.costly_only())):
        tau = median_volume(graph, a, b, graph.actors())
        yield Measure(
            f"{both}{name}",
            "0 to 1",
            _engaging(state, pair, tau, only_costly=bool(name)),
            headline=True,
        )


def _engaging(
    state: str, pair: Pair, tau: float | None, *, only_costly: bool
) -> Callable[[AsOf], Reading]:
    def read(graph: AsOf) -> Reading:
        counted = graph.costly_only() if only_costly else graph
        found = dual_engagement(counted, state, *pair, tau)
        value = found.engagement if found.edges else None
        ahead = found.pipeline if found.pipeline_edges else None
        return Reading(value, ahead, found.edges, found.is_one_sided)

    return read


def _mixed(state: str, pole: str) -> Measure:
    def read(as_of: AsOf) -> Reading:
        found = ambivalence(as_of, state, pole)
        return Reading(found.ambivalence, found.pipeline, found.edges)

    return Measure(f"ambivalence with {_name(pole)}", "0 to 1", read)


def _spread(state: str, partners: Sequence[str]) -> Iterator[Measure]:
    def effective(as_of: AsOf) -> Reading:
        found = by_strength(as_of, state, partners)
        value = None if found.spread is None else found.spread.effective
        ahead = None if found.pipeline is None else found.pipeline.effective
        return Reading(value, ahead, found.edges)

    def concentrated(as_of: AsOf) -> Reading:
        found = by_strength(as_of, state, partners)
        value = None if found.spread is None else found.spread.hhi
        ahead = None if found.pipeline is None else found.pipeline.hhi
        return Reading(value, ahead, found.edges)

    yield Measure("effective partners", f"1 to {len(partners)}", effective, digits=1)
    yield Measure("concentration, HHI", f"{1 / len(partners):.2f} to 1", concentrated)


def _straddling(state: str, rivals: Sequence[Pair]) -> Measure:
    def read(as_of: AsOf) -> Reading:
        found = straddle(as_of, state, rivals)
        return Reading(found.share, found.pipeline, found.edges)

    others = [pair for pair in rivals if state not in pair]
    return Measure("straddle", f"share of {len(others)} rival pairs", read, resampled=False)


def _brokered(as_of: AsOf, state: str) -> Reading:
    found = brokerage(as_of, state)
    return Reading(found.brokered, found.pipeline, found.edges)


def _name(code: str) -> str:
    return names([code])[0]
