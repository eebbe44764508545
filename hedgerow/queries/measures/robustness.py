"""How far a number depends on the weights, and on which sources were loaded."""

import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hedgerow.queries.measures.chance import DRAWS, SEED, percentile
from hedgerow.queries.measures.signals import AsOf
from hedgerow.queries.reading.edge import Edge, Source

Ranking = Callable[[AsOf], Mapping[str, float | None]]
"""A number for each state or partner, None where there is no data."""
Measure = Callable[[AsOf], float | None]

SPREAD = 0.2
RESAMPLED = "range over resampled sources; does not cover what was not loaded"


@dataclass(frozen=True, slots=True)
class WeightCheck:
    """Kendall's tau between the ranking by these weights and by others, from -1 to 1.

    `by_type` holds the lesser tau of each type or kind raised and lowered alone; `least` is the
    worst of them. `low` is the 5th percentile of tau, and `middle` the median, where all are
    changed at random together. None where fewer than two items have a number.
    """

    spread: float
    by_type: Mapping[str, float | None]
    least: float | None
    low: float | None
    middle: float | None


@dataclass(frozen=True, slots=True)
class Range:
    """From the 5th to the 95th percentile of a number over resampled sources.

    `outlets` counts what was drawn from: outlets, and texts that several of them print. `empty`
    counts the draws in which there was no data; `low` and `high` are None where all were.
    """

    value: float | None
    low: float | None
    high: float | None
    draws: int
    empty: int
    outlets: int
    words: str = RESAMPLED


def weight_check(
    as_of: AsOf, ranking: Ranking, spread: float = SPREAD, draws: int = DRAWS
) -> WeightCheck:
    """Whether a ranking keeps its order where weights are `spread` (20%) higher or lower.

    One type or kind at a time, then all of them at random (uniform, seeded). Kendall's tau-b.
    Says nothing of whether the weights are right, only whether the order hangs on them.
    """
    before = ranking(as_of)
    types = sorted({_type(one.edge) for one in as_of.signals})

    def tau(factors: Mapping[str, float]) -> float | None:
        after = ranking(as_of.scaled(lambda edge: factors.get(_type(edge), 1.0)))
        return kendall(before, after)

    by_type = {one: _least([tau({one: 1 + spread}), tau({one: 1 - spread})]) for one in types}
    chance = random.Random(SEED)
    jointly = [
        found
        for _ in range(draws)
        if (found := tau({one: chance.uniform(1 - spread, 1 + spread) for one in types}))
        is not None
    ]
    return WeightCheck(
        spread=spread,
        by_type=by_type,
        least=_least(list(by_type.values())),
        low=percentile(jointly, 0.05) if jointly else None,
        middle=percentile(jointly, 0.5) if jointly else None,
    )


def kendall(before: Mapping[str, float | None], after: Mapping[str, float | None]) -> float | None:
    """Kendall's tau-b of two rankings over what has a number in both; None of fewer than two.

    None also where all numbers of one are alike, since there is no order then.
    """
    from scipy.stats import kendalltau  # noqa: PLC0415  slow to import

    told = [
        (x, y) for one, x in before.items() if x is not None and (y := after.get(one)) is not None
    ]
    if min(len({x for x, _ in told}), len({y for _, y in told})) < 2:
        return None
    return float(kendalltau([x for x, _ in told], [y for _, y in told]).statistic)


def source_range(
    as_of: AsOf, sources: Mapping[str, Sequence[Source]], measure: Measure, draws: int = DRAWS
) -> Range:
    """A number over sources drawn anew; see `source_ranges`."""
    (found,) = source_ranges(as_of, sources, [measure], draws)
    return found


def source_ranges(
    as_of: AsOf,
    sources: Mapping[str, Sequence[Source]],
    measures: Sequence[Measure],
    draws: int = DRAWS,
) -> tuple[Range, ...]:
    """Numbers over sources drawn anew: as many outlets as there are, with replacement, seeded.

    A text that several outlets print, as that of an agency, is drawn as an outlet of its own. An
    edge survives a draw if one of its outlets was drawn. `sources` as from `edges.sources_of`;
    an edge without any is in no draw. The bootstrap of Efron (1979) over outlets; every number is
    read from the same draws.
    """
    printing = _printing(sources)
    told = {
        one.edge.id: frozenset(_drawn_as(one, printing) for one in sources.get(one.edge.id, ()))
        for one in (*as_of.signals, *as_of.within, *as_of.brokered)
    }
    outlets = sorted(frozenset[str]().union(*told.values()))
    chance = random.Random(SEED)

    def resampled() -> list[float | None]:
        kept = frozenset(chance.choices(outlets, k=len(outlets)))
        graph = as_of.only(lambda edge: not kept.isdisjoint(told.get(edge.id, ())))
        return [measure(graph) for measure in measures]

    drawn = [resampled() for _ in range(draws if outlets else 0)]
    return tuple(
        _range(measure(as_of), [each[n] for each in drawn], len(outlets))
        for n, measure in enumerate(measures)
    )


def _printing(sources: Mapping[str, Sequence[Source]]) -> Mapping[str, set[str]]:
    """The outlets that print each text."""
    printing: dict[str, set[str]] = defaultdict(set)
    for told in sources.values():
        for source in told:
            printing[source.origin].add(source.outlet)
    return printing


def _drawn_as(source: Source, printing: Mapping[str, set[str]]) -> str:
    return source.outlet if len(printing[source.origin]) == 1 else source.origin


def _range(value: float | None, drawn: Sequence[float | None], outlets: int) -> Range:
    numbers = [number for number in drawn if number is not None]
    return Range(
        value=value,
        low=percentile(numbers, 0.05) if numbers else None,
        high=percentile(numbers, 0.95) if numbers else None,
        draws=len(drawn),
        empty=len(drawn) - len(numbers),
        outlets=outlets,
    )


def _type(edge: Edge) -> str:
    return f"{edge.kind} {edge.what}"


def _least(found: Sequence[float | None]) -> float | None:
    return min((one for one in found if one is not None), default=None)
