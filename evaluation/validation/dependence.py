"""How far what is compared hangs on single weights and on single sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaluation.validation.archive import HINDSIGHT, Archive
from evaluation.validation.comparisons import against_shares, against_split
from evaluation.validation.plan import plan
from evaluation.validation.words import NOTHING, number
from hedgerow.queries.measures.lean import lean
from hedgerow.queries.measures.robustness import (
    RESAMPLED,
    Measure,
    Range,
    WeightCheck,
    source_range,
    weight_check,
)
from hedgerow.queries.measures.signals import AsOf
from hedgerow.queries.reading.edges import Selection, sources_of


@dataclass(frozen=True, slots=True)
class Dependence:
    """The leans of the newest year under other weights, and ranges over resampled sources.

    `leans` are those of each state; `survey` and `split` those of the two newest comparisons.
    """

    weights: WeightCheck
    leans: Mapping[str, str]
    survey: str
    split: str
    words: str = RESAMPLED


def dependence(archive: Archive) -> Dependence:
    """For the newest year with hindsight; the states compared stay the same in every draw."""
    found = archive.figures[max(plan().days), HINDSIGHT]
    states, survey, split = tuple(found.leans), plan().shares[-1], plan().splits[-1]
    graph = _between(found.graph, plan().states)
    sources = {
        edge: told
        for state in plan().states
        for edge, told in sources_of(archive.snapshot, Selection(a=state)).items()
    }

    def by_survey(drawn: AsOf) -> float | None:
        ranks = against_shares(_known(drawn, states), survey)
        return None if ranks is None else ranks.rho

    def by_split(drawn: AsOf) -> float | None:
        order = against_split(_known(drawn, states), split)
        return None if order is None else order.share

    def drawn(graph: AsOf, measure: Measure, digits: int = 2) -> str:
        return _range(source_range(graph, sources, measure), digits)

    def of(state: str) -> Measure:
        return lambda drawn: lean(drawn, state, *plan().poles).lean

    return Dependence(
        weight_check(graph, lambda changed: _known(changed, states)),
        {s: drawn(_between(graph, [s]), of(s), 0) for s in plan().states},
        drawn(graph, by_survey),
        drawn(graph, by_split),
    )


def _between(graph: AsOf, states: Sequence[str]) -> AsOf:
    pairs = {frozenset((state, pole)) for state in states for pole in plan().poles}
    return graph.only(lambda edge: any(frozenset(pair) in pairs for pair in edge.pairs))


def _known(graph: AsOf, states: Sequence[str]) -> dict[str, float]:
    leans = {state: lean(graph, state, *plan().poles).lean for state in states}
    return {state: found for state, found in leans.items() if found is not None}


def _range(found: Range, digits: int) -> str:
    if found.low is None:
        return NOTHING
    return f"{number(found.low, digits)} to {number(found.high, digits)}"
