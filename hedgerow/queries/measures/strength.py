"""Tie strength: how much cooperation and how much conflict stands between two actors on a day."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from hedgerow.queries.measures.signals import AsOf, Layer, Result, Signal, check_apart, ids


@dataclass(frozen=True, slots=True)
class Sums:
    """R, cooperation, and C, conflict: sums of worth, both from 0 up, in units of weight."""

    cooperation: float
    conflict: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength(Result):
    """The tie of a pair; None where nothing counts for it.

    `pipeline` and `pipeline_strength` are the same of what is only in prospect.
    """

    pair: tuple[str, str]
    sums: Sums | None
    strength: float | None
    pipeline: Sums | None
    pipeline_strength: float | None


def strength(as_of: AsOf, a: str, b: str) -> Strength:
    """How strong the tie of two actors is: `R = sum of max(worth, 0)`, `C` of the negative ones.

    `S = 1 - exp(-R)` shows R for one pair, from 0 to below 1. Order partners by R: S flattens where
    much is known, so a difference of S is no difference of ties. Says nothing of level, intent or
    direction, and a pair of which little was loaded looks weak. Weights after Goldstein (1992).
    """
    check_apart(a, b)
    counted, ahead = as_of.between(a, b), as_of.between(a, b, "prospective")
    sums, pipeline = sums_of(counted), sums_of(ahead)
    return Strength(
        on=as_of.on,
        weights=as_of.weights,
        edges=ids(counted),
        pipeline_edges=ids(ahead),
        pair=(a, b),
        sums=sums,
        strength=_saturated(sums),
        pipeline=pipeline,
        pipeline_strength=_saturated(pipeline),
    )


def strengths(as_of: AsOf, actor: str) -> tuple[Strength, ...]:
    """The ties of an actor, the strongest by R first; partners only in prospect come last."""
    known = {*as_of.partners(actor), *as_of.partners(actor, "prospective")}
    return tuple(sorted((strength(as_of, actor, other) for other in known), key=_order))


def sums_of(signals: Sequence[Signal]) -> Sums | None:
    """R and C of some signals, None of none."""
    if not signals:
        return None
    return Sums(
        cooperation=math.fsum(one.worth for one in signals if one.worth > 0),
        conflict=math.fsum(-one.worth for one in signals if one.worth < 0),
    )


def cooperation(as_of: AsOf, a: str, b: str, layer: Layer = "concluded") -> float:
    """R of a pair; 0 where nothing counts, so ask `sums_of` where that must be told apart."""
    return math.fsum(one.worth for one in as_of.between(a, b, layer) if one.worth > 0)


def _saturated(sums: Sums | None) -> float | None:
    return None if sums is None else -math.expm1(-sums.cooperation)


def _order(one: Strength) -> tuple[bool, float, str]:
    r = 0.0 if one.sums is None else one.sums.cooperation
    return one.sums is None, -r, one.pair[1]
