"""Spread: how evenly an amount is shared over a fixed list of partners."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from hedgerow.errors import UsageError


@dataclass(frozen=True, slots=True)
class Spread:
    """`evenness` E from 0 to 1, `effective` partners from 1 to N, and `hhi` from 1/N to 1."""

    evenness: float
    effective: float
    hhi: float


def spread_of(amounts: Mapping[str, float], partners: Collection[str]) -> Spread | None:
    """`E = -sum p ln p / ln N`, `exp(E ln N)` and `HHI = sum p^2` of shares over N partners.

    None where nothing is shared. Shannon's entropy over its maximum; the index of Herfindahl and
    Hirschman. N is the length of the list, not the number of partners with an amount, so that
    states compare.
    """
    listed = sorted(set(partners))
    if len(listed) < 2:
        raise UsageError("A spread needs at least two different partners; name more.")
    given = [amount for one in listed if (amount := amounts.get(one, 0.0)) > 0]
    total = math.fsum(given)
    if total <= 0:
        return None
    shares = [share for amount in given if (share := amount / total) > 0]
    entropy = max(0.0, -math.fsum(p * math.log(p) for p in shares))
    return Spread(
        evenness=min(1.0, entropy / math.log(len(listed))),
        effective=min(float(len(listed)), math.exp(entropy)),
        hhi=min(1.0, max(1 / len(listed), math.fsum(p * p for p in shares))),
    )
