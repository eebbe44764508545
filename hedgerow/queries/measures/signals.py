"""What measures count: the edges of a graph as of a day, each with its weight and its worth."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Literal

from hedgerow.errors import UsageError
from hedgerow.graph.ids import pairs_of
from hedgerow.queries.reading.edge import Edge

Layer = Literal["concluded", "prospective"]
"""Headline measures count the first, *pipeline* the second; the two are never added."""
Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Signal:
    """One edge as measures weigh it on a day.

    `weight` is that of the weights file, from -1 to 1; `worth` is the weight after decay (a tie
    that is held and confirmed does not decay). `since` is the day by which it had come to stand
    so: happened, been told as a plan, or begun to be held; None for a tie of unknown beginning.
    """

    edge: Edge
    layer: Layer
    weight: float
    worth: float
    costly: bool
    since: dt.date | None = None


@dataclass(frozen=True)
class AsOf:
    """The signals of a graph on a day.

    `weights` is the version of the weights. `left_out` counts edges that enter no measure by the
    reason: contested, denied, cancelled, suspended, ended, undated, later than the day, possibly
    held, unconfirmed, of no weight, part of a tie. `within` are concluded events that are part of
    a tie which counts, so that they count nowhere else: moves in time, no further strength.
    `brokered` are events that count only for who brokered them. `allied` are ties that oblige to
    defend; `perhaps_allied` ties of the same kind of which that is not told, or not confirmed.
    """

    on: dt.date
    weights: str
    signals: tuple[Signal, ...]
    left_out: Mapping[str, int] = field(default_factory=Counter)
    within: tuple[Signal, ...] = ()
    brokered: tuple[Signal, ...] = ()
    allied: tuple[Edge, ...] = ()
    perhaps_allied: tuple[Edge, ...] = ()

    def between(self, a: str, b: str, layer: Layer = "concluded") -> tuple[Signal, ...]:
        """The signals of one layer that count for a pair of actors."""
        return self.pairs(layer).get(frozenset((a, b)), ())

    def pairs(self, layer: Layer = "concluded") -> Mapping[Pair, tuple[Signal, ...]]:
        """The signals of one layer by the pair of actors that they count for."""
        return self._by_pair.get(layer, {})

    def partners(self, actor: str, layer: Layer = "concluded") -> tuple[str, ...]:
        """Those with whom an actor has a signal of one layer, in order of their codes."""
        pairs = (pair for pair in self.pairs(layer) if actor in pair)
        return tuple(sorted(other for pair in pairs for other in pair if other != actor))

    def actors(self, layer: Layer = "concluded") -> tuple[str, ...]:
        """Those with any signal of one layer, in order of their codes."""
        return tuple(sorted(frozenset[str]().union(*self.pairs(layer))))

    def only(self, wanted: Callable[[Edge], bool]) -> "AsOf":
        """The same day with only some edges."""
        return replace(
            self,
            signals=tuple(one for one in self.signals if wanted(one.edge)),
            within=tuple(one for one in self.within if wanted(one.edge)),
            brokered=tuple(one for one in self.brokered if wanted(one.edge)),
            allied=tuple(filter(wanted, self.allied)),
            perhaps_allied=tuple(filter(wanted, self.perhaps_allied)),
        )

    def costly_only(self) -> "AsOf":
        """The same day with only the costly signals."""
        return replace(
            self,
            signals=tuple(one for one in self.signals if one.costly),
            within=tuple(one for one in self.within if one.costly),
        )

    def scaled(self, factor: Callable[[Edge], float]) -> "AsOf":
        """The same day with the weight and worth of each signal times a factor."""
        return replace(
            self,
            signals=tuple(
                replace(one, weight=one.weight * by, worth=one.worth * by)
                for one in self.signals
                for by in (factor(one.edge),)
            ),
        )

    @cached_property
    def _by_pair(self) -> Mapping[Layer, Mapping[Pair, tuple[Signal, ...]]]:
        found: dict[Layer, dict[Pair, list[Signal]]] = defaultdict(lambda: defaultdict(list))
        for signal in self.signals:
            for pair in _pairs(signal.edge.actors, directed=signal.edge.directed):
                found[signal.layer][pair].append(signal)
        return {
            layer: {pair: tuple(signals) for pair, signals in pairs.items()}
            for layer, pairs in found.items()
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What every result carries: the day, the version of the weights, and the edges behind it.

    `edges` are the ids behind the headline, `pipeline_edges` those behind the pipeline.
    """

    on: dt.date
    weights: str
    edges: tuple[str, ...]
    pipeline_edges: tuple[str, ...] = ()


@lru_cache(maxsize=65536)
def _pairs(actors: tuple[str, ...], *, directed: bool) -> frozenset[Pair]:
    """The unordered pairs of an edge; kept, since resampling asks for them a thousand times."""
    return frozenset(frozenset(pair) for pair in pairs_of(actors, directed=directed))


def ids(signals: Sequence[Signal]) -> tuple[str, ...]:
    """The ids of the edges of some signals, each once and in order."""
    return tuple(sorted({signal.edge.id for signal in signals}))


def check_apart(*codes: str) -> None:
    """UsageError where two of the actors of a measure are the same."""
    if len(set(codes)) < len(codes):
        raise UsageError(f"A measure needs different actors, not {', '.join(codes)}; change one.")
