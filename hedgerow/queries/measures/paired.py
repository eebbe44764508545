"""Paired moves: whether a state's costly steps towards one side go with steps towards the other."""

import datetime as dt
import random
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from hedgerow.queries.measures.chance import DRAWS, SEED, percentile
from hedgerow.queries.measures.signals import AsOf, Result, Signal, check_apart, ids

MONTHS, LEVEL = 12, 0.95
"""Within how many months a move is matched, and above which percentile of chance it is claimed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairedMoves(Result):
    """How often a state's costly moves towards the first of two `sides` are matched by the second.

    `share` is that of the moves towards A with one towards B within the `months`, `expected` its
    mean over dates dealt by chance and `threshold` their 95th percentile; all None where a side has
    no dated move. `p` is how often chance matches as much, `adjusted` that corrected for all pairs
    asked together. `claim`: above the threshold, and significant after the correction. `moves` are
    their numbers towards A and B; `joint` ones, towards both at once, and `undated` ones, not dated
    to the month, count nowhere.
    """

    state: str
    sides: tuple[str, str]
    months: int
    moves: tuple[int, int]
    joint: int
    undated: int = 0
    share: float | None = None
    expected: float | None = None
    threshold: float | None = None
    p: float | None = None
    adjusted: float | None = None
    claim: bool = False


def paired_moves(
    as_of: AsOf, state: str, sides: Sequence[tuple[str, str]], months: int = MONTHS
) -> tuple[PairedMoves, ...]:
    """`P = #{moves towards A with one towards B within T} / #{moves towards A}` for each pair.

    Moves are concluded, costly events of positive weight, also those that opened a tie. What
    chance would give: the dates of all costly moves of the state, whoever they were towards, are
    dealt out anew among these moves (1,000 times, seeded). Each year and calendar month keeps its
    number of moves, so busy years and summit seasons explain nothing. p-values are corrected over
    all pairs asked, after Benjamini and Hochberg. No match proves that one move answers the other.
    """
    moves = _dated(moves_of(as_of, state), as_of.on)
    undated = len(moves_of(as_of, state)) - len(moves)
    found = [replace(_paired(as_of, state, pair, months, moves), undated=undated) for pair in sides]
    tested = [one.p for one in found if one.p is not None]
    adjusted = iter(_adjusted(tested))
    return tuple(one if one.p is None else _judged(one, next(adjusted)) for one in found)


def moves_of(as_of: AsOf, state: str) -> list[Signal]:
    """The costly concluded events of positive weight that count for a state, by id."""
    found = (one for one in (*as_of.signals, *as_of.within) if one.layer == "concluded")
    mine = (one for one in found if one.costly and one.weight > 0 and not one.edge.is_tie)
    return sorted((one for one in mine if _partners(one, state)), key=lambda one: one.edge.id)


def dealt(days: Sequence[dt.date], chance: random.Random) -> list[dt.date]:
    """The same days in an order of chance: each year and month keeps its number of them."""
    return chance.sample(days, len(days))


def share_matched(first: Sequence[dt.date], second: Sequence[dt.date], reach: int) -> float:
    """The share of the first days that lie at most `reach` days from one of the second."""
    others = sorted(second)
    matched = 0
    for day in first:
        at = bisect_left(others, day - dt.timedelta(days=reach))
        matched += at < len(others) and (others[at] - day).days <= reach
    return matched / len(first)


Dated = dict[str, tuple[Signal, dt.date]]


def _paired(
    as_of: AsOf, state: str, sides: tuple[str, str], months: int, moves: Dated
) -> PairedMoves:
    check_apart(state, *sides)
    towards = {one: _partners(signal, state) for one, (signal, _) in moves.items()}
    joint = {one for one, partners in towards.items() if partners.issuperset(sides)}
    pool = [one for one in moves if one not in joint]
    at = [[n for n, one in enumerate(pool) if side in towards[one]] for side in sides]
    empty = PairedMoves(
        on=as_of.on,
        weights=as_of.weights,
        edges=ids([moves[pool[n]][0] for n in sorted({*at[0], *at[1]})]),
        state=state,
        sides=sides,
        months=months,
        moves=(len(at[0]), len(at[1])),
        joint=len(joint),
    )
    return _against_chance(empty, [moves[one][1] for one in pool], at) if all(at) else empty


def _against_chance(
    empty: PairedMoves, days: Sequence[dt.date], at: Sequence[Sequence[int]]
) -> PairedMoves:
    reach, chance = empty.months * 365 // 12, random.Random(SEED)

    def share(order: Sequence[dt.date]) -> float:
        return share_matched([order[n] for n in at[0]], [order[n] for n in at[1]], reach)

    told = share(days)
    drawn = [share(dealt(days, chance)) for _ in range(DRAWS)]
    return replace(
        empty,
        share=told,
        expected=fmean(drawn),
        threshold=percentile(drawn, LEVEL),
        p=(1 + sum(each >= told for each in drawn)) / (1 + DRAWS),
    )


def _judged(one: PairedMoves, adjusted: float) -> PairedMoves:
    above = one.share is not None and one.threshold is not None and one.share > one.threshold
    return replace(one, adjusted=adjusted, claim=above and adjusted <= 1 - LEVEL)


def _adjusted(tested: Sequence[float]) -> list[float]:
    if not tested:
        return []
    from scipy.stats import false_discovery_control  # noqa: PLC0415  slow to import

    return [float(p) for p in false_discovery_control(tested, method="bh")]


def _partners(signal: Signal, state: str) -> frozenset[str]:
    pairs = (pair for pair in signal.edge.pairs if state in pair)
    return frozenset(one for pair in pairs for one in pair) - {state}


def _dated(moves: Sequence[Signal], on: dt.date) -> Dated:
    found = ((one, one.edge.when) for one in moves)
    return {
        one.edge.id: (one, when.latest)
        for one, when in found
        if when is not None and when.precision != "year" and when.latest <= on
    }
