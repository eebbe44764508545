"""Diversification: over how many partners the ties, the deals or the money of a state spread."""

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from hedgerow.queries.measures.signals import AsOf, Layer, Result, Signal
from hedgerow.queries.measures.spread import Spread, spread_of
from hedgerow.queries.reading.edge import Edge

Amounts = Mapping[str, Mapping[str, float]]
"""What each edge adds, by partner and the edge's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diversification(Result):
    """How something (`of`: R, count or a currency) of a state is spread over `partners`.

    `amounts` are those with each of them that has any, `outside` that with others. `spread` is
    None where there is no amount. `unvalued` are edges of no known value, which count nowhere.
    """

    state: str
    of: str
    partners: tuple[str, ...]
    amounts: Mapping[str, float]
    outside: float
    spread: Spread | None
    pipeline: Spread | None
    unvalued: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deals:
    """Events of some types (by name), that had come about not before a day."""

    types: Collection[str]
    since: dt.date | None = None

    def of(self, as_of: AsOf, layer: Layer) -> list[Signal]:
        """Those of one layer, also where they are part of a tie that counts."""
        found = (*as_of.signals, *as_of.within)
        return [one for one in found if one.layer == layer and self._wanted(one)]

    def _wanted(self, one: Signal) -> bool:
        late = self.since is None or (one.since is not None and one.since >= self.since)
        return not one.edge.is_tie and one.edge.what in self.types and late


def by_strength(as_of: AsOf, state: str, partners: Sequence[str]) -> Diversification:
    """How R, cooperation in units of weight, is spread. See `spread_of` for the numbers."""

    def amounts(layer: Layer) -> Amounts:
        known = {one: as_of.between(state, one, layer) for one in as_of.partners(state, layer)}
        return {
            partner: {one.edge.id: one.worth for one in signals if one.worth > 0}
            for partner, signals in known.items()
        }

    return diversified(as_of, state, "R", partners, amounts)


def by_count(as_of: AsOf, state: str, partners: Sequence[str], deals: Deals) -> Diversification:
    """How events are spread by number, without decay: a count of deals, not of their size.

    Directed ones count for the state as receiver: the suppliers of a buyer.
    """

    def amounts(layer: Layer) -> Amounts:
        return amounts_by_partner(state, deals.of(as_of, layer), lambda one: 1.0)

    return diversified(as_of, state, "count", partners, amounts)


def partners_of(edge: Edge, state: str) -> tuple[str, ...]:
    """With whom an edge counts for a state: who gives where it is directed, else all others."""
    if edge.directed:
        return edge.actors[:1] if state in edge.actors[1:] else ()
    return tuple(sorted({one for pair in edge.pairs if state in pair for one in pair} - {state}))


def amounts_by_partner(
    state: str, signals: Sequence[Signal], amount: Callable[[Edge], float]
) -> Amounts:
    """What some deals of a state add, by partner and edge."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for signal in signals:
        for partner in partners_of(signal.edge, state):
            found[partner][signal.edge.id] = amount(signal.edge)
    return found


def diversified(
    as_of: AsOf,
    state: str,
    of: str,
    partners: Sequence[str],
    amounts: Callable[[Layer], Amounts],
) -> Diversification:
    """How the amounts of each layer are spread over partners."""
    counted, ahead = amounts("concluded"), amounts("prospective")
    sums = _sums(counted)
    return Diversification(
        on=as_of.on,
        weights=as_of.weights,
        edges=_behind(counted, partners),
        pipeline_edges=_behind(ahead, partners),
        state=state,
        of=of,
        partners=tuple(partners),
        amounts={one: sums[one] for one in partners if sums.get(one, 0.0) > 0},
        outside=math.fsum(amount for one, amount in sums.items() if one not in partners),
        spread=spread_of(sums, partners),
        pipeline=spread_of(_sums(ahead), partners),
    )


def _sums(amounts: Amounts) -> Mapping[str, float]:
    return {partner: math.fsum(each.values()) for partner, each in amounts.items()}


def _behind(amounts: Amounts, partners: Sequence[str]) -> tuple[str, ...]:
    found = (amounts.get(partner, {}).items() for partner in partners)
    return tuple(sorted({edge for each in found for edge, amount in each if amount > 0}))
