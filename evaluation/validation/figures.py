"""The measures of the states of the plan on a day, from a store."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evaluation.validation.plan import plan
from hedgerow.graph.snapshot import Snapshot
from hedgerow.queries.measures.engagement import dual_engagement, median_volume
from hedgerow.queries.measures.graph import read_graph
from hedgerow.queries.measures.lean import lean
from hedgerow.queries.measures.signals import AsOf, Signal
from hedgerow.queries.measures.strength import cooperation
from hedgerow.queries.measures.weights import default_weights
from hedgerow.queries.reading.edges import Selection, sources_of


@dataclass(frozen=True, slots=True)
class Standing:
    """How a state stands between the poles on a day; pairs of values are in order of the poles.

    `behind` are the edges that lean rests on and that are still worth something, the strongest
    first; `documents` how many tell them. Dual engagement is None where nothing is known of any
    state.
    """

    state: str
    lean: float | None
    cooperation: tuple[float, float]
    pipeline: tuple[float, float]
    dual: float | None
    costly: float | None
    allied: tuple[str, ...]
    behind: tuple[tuple[Signal, ...], tuple[Signal, ...]]
    documents: int

    @property
    def edges(self) -> int:
        """How many edges lean rests on."""
        return sum(map(len, self.behind))

    @property
    def is_compared(self) -> bool:
        """Whether that is enough to compare the lean with anything."""
        each = min(map(len, self.behind))
        return self.edges >= plan().least_edges and each >= plan().least_each


@dataclass(frozen=True, slots=True)
class Figures:
    """The standing of each state on a day, and the graph that they are read from."""

    graph: AsOf
    standings: Mapping[str, Standing]

    @property
    def leans(self) -> Mapping[str, float]:
        """The lean of each state that is compared."""
        held = self.standings.values()
        return {s.state: s.lean for s in held if s.is_compared and s.lean is not None}


def figures(snapshot: Snapshot, on: dt.date) -> Figures:
    """The standing of each state of the plan at the end of a day, by the weights as shipped."""
    now = plan()
    selections = [Selection(a=state) for state in now.states]
    graph = read_graph(snapshot, selections, default_weights(), on)
    tau, costly = (
        median_volume(each, *now.poles, now.states) for each in (graph, graph.costly_only())
    )
    return Figures(
        graph, {s: _standing(snapshot, graph, s, tau=tau, costly=costly) for s in now.states}
    )


def order_of_partners(graph: AsOf, state: str, partners: Iterable[str]) -> list[tuple[str, float]]:
    """Partners of a state with the sum of cooperation, the strongest first."""
    sums = [(each, cooperation(graph, state, each)) for each in partners]
    return sorted(sums, key=lambda each: (-each[1], each[0]))


def _standing(
    snapshot: Snapshot, graph: AsOf, state: str, *, tau: float | None, costly: float | None
) -> Standing:
    poles = plan().poles
    found, both = lean(graph, state, *poles), dual_engagement(graph, state, *poles, tau)
    behind = (_behind(graph, state, poles[0]), _behind(graph, state, poles[1]))
    sources = sources_of(snapshot, Selection(a=state))
    telling = {s.document for each in behind for one in each for s in sources[one.edge.id]}
    return Standing(
        state,
        lean=found.lean,
        cooperation=found.cooperation,
        pipeline=found.pipeline_cooperation,
        dual=both.engagement,
        costly=dual_engagement(graph.costly_only(), state, *poles, costly).engagement,
        allied=both.allied,
        behind=behind,
        documents=len(telling),
    )


def _behind(graph: AsOf, state: str, pole: str) -> tuple[Signal, ...]:
    held = [s for s in graph.between(state, pole) if s.worth >= plan().least_worth]
    return tuple(sorted(held, key=lambda signal: (-signal.worth, signal.edge.id)))
