"""How far two orders of states agree: ranks, two classes, classes in order."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from scipy.stats import kendalltau, mannwhitneyu, norm, spearmanr

Interval = tuple[float, float]
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Ranks:
    """Rank correlations over `n` states with intervals after Fisher; None where n is too small."""

    n: int
    rho: float
    rho_interval: Interval | None
    tau: float
    tau_interval: Interval | None


@dataclass(frozen=True, slots=True)
class Order:
    """Pairs of states of different classes: those that a measure puts in order, and the others.

    A pair names the state first that should come higher. `share` counts ties one half; between
    two classes it is the area under the curve, and `p` the exact one-sided chance of as much.
    """

    right: tuple[tuple[str, str], ...]
    tied: tuple[tuple[str, str], ...]
    wrong: tuple[tuple[str, str], ...]
    p: float | None

    @property
    def pairs(self) -> int:
        """How many pairs there are."""
        return len(self.right) + len(self.tied) + len(self.wrong)

    @property
    def share(self) -> float:
        """The share of pairs in order."""
        return (len(self.right) + len(self.tied) / 2) / self.pairs


def ranks(ours: Mapping[str, float], theirs: Mapping[str, float]) -> Ranks:
    """Rank correlations over the states that both have.

    Intervals are approximate: Fisher's transformation with the variances of Bonett and Wright
    (2000) for Spearman's, of Fieller, Hartley and Pearson (1957) for Kendall's coefficient.
    """
    both = sorted(ours.keys() & theirs.keys())
    n = len(both)
    pairs = [ours[state] for state in both], [theirs[state] for state in both]
    rho, tau = float(spearmanr(*pairs).statistic), float(kendalltau(*pairs).statistic)
    return Ranks(
        n,
        rho,
        _fisher(rho, (1 + rho**2 / 2) / (n - 3)) if n > 3 else None,
        tau,
        _fisher(tau, 0.437 / (n - 4)) if n > 4 else None,
    )


def order(ours: Mapping[str, float], ranked: Sequence[Sequence[str]]) -> Order:
    """How a measure orders the states of classes, the lowest class first; others are left out."""
    held = [[state for state in each if state in ours] for each in ranked]
    found: dict[int, list[tuple[str, str]]] = {1: [], 0: [], -1: []}
    for low in range(len(held)):
        for high in range(low + 1, len(held)):
            for pair in product(held[high], held[low]):
                found[_sign(ours[pair[0]] - ours[pair[1]])].append(pair)
    right, tied, wrong = (tuple(found[sign]) for sign in (1, 0, -1))
    return Order(right, tied, wrong, _chance(ours, held))


def _chance(ours: Mapping[str, float], held: Sequence[Sequence[str]]) -> float | None:
    if len(held) != 2 or not all(held):
        return None
    low, high = ([ours[state] for state in each] for each in held)
    return float(mannwhitneyu(high, low, alternative="greater").pvalue)


def _fisher(r: float, variance: float) -> Interval | None:
    if math.isclose(abs(r), 1):
        return None
    reach = float(norm.ppf((1 + LEVEL) / 2)) * math.sqrt(variance)
    return math.tanh(math.atanh(r) - reach), math.tanh(math.atanh(r) + reach)


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)
