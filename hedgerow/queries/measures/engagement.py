"""Dual engagement: how much, and how evenly, a state works with both of two poles."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from hedgerow.errors import UsageError
from hedgerow.queries.measures.lean import cooperating
from hedgerow.queries.measures.poles import BetweenPoles
from hedgerow.queries.measures.signals import AsOf, check_apart
from hedgerow.queries.measures.states import is_state
from hedgerow.queries.measures.strength import cooperation
from hedgerow.queries.reading.edge import Edge


@dataclass(frozen=True, slots=True, kw_only=True)
class DualEngagement(BetweenPoles):
    """Dual engagement of a state with `poles` A and B, from 0 to 1.

    `engagement` and `pipeline` are None only where `tau` is. `balance` is None, and `volume` 0,
    where nothing counts. A volume of `tau` or more is full: beyond it only balance tells states
    apart, so that a few even ties, where `is_thin`, say little. `allied` are the poles that a
    treaty obliges to defend the state, or the state them; `perhaps_allied` those with a treaty of
    which that is not told or not confirmed.
    """

    engagement: float | None
    pipeline: float | None
    balance: float | None
    volume: float
    tau: float | None
    allied: tuple[str, ...]
    perhaps_allied: tuple[str, ...]

    @property
    def is_full(self) -> bool:
        """Whether the volume reaches `tau`, so that the number is the balance alone."""
        return self.tau is not None and self.volume >= self.tau


def dual_engagement(as_of: AsOf, state: str, a: str, b: str, tau: float | None) -> DualEngagement:
    """`(1 - |R_A - R_B| / (R_A + R_B)) * min(1, (R_A + R_B) / tau)`: balance times volume.

    `tau`, in units of R, is the volume from which a record counts as full: `median_volume` of the
    states compared, or a number of the caller's. An empty record is 0. On `as_of.costly_only()`
    it is the costly variant (treaties, pacts, arms, bases, deployments, exercises, ports), after
    Lim and Cooper (2015), to whom a treaty ally does not hedge whatever the number says.
    Engagement with both is no proof of hedging, which also needs intent and uncertainty.
    """
    check_apart(state, a, b)
    if tau is not None and tau <= 0:
        raise UsageError(f"tau must be above 0, not {tau}; leave it out to take the median.")
    r_a, r_b = cooperation(as_of, state, a), cooperation(as_of, state, b)
    ahead = [cooperation(as_of, state, each, "prospective") for each in (a, b)]
    allied = treaty_with(as_of.allied, state, (a, b))
    perhaps = treaty_with(as_of.perhaps_allied, state, (a, b))
    return DualEngagement(
        on=as_of.on,
        weights=as_of.weights,
        edges=cooperating(as_of, state, (a, b)),
        pipeline_edges=cooperating(as_of, state, (a, b), "prospective"),
        state=state,
        poles=(a, b),
        engagement=engagement_of(r_a, r_b, tau),
        pipeline=engagement_of(ahead[0], ahead[1], tau),
        cooperation=(r_a, r_b),
        balance=balance_of(r_a, r_b),
        volume=r_a + r_b,
        tau=tau,
        allied=allied,
        perhaps_allied=tuple(pole for pole in perhaps if pole not in allied),
    )


def median_volume(as_of: AsOf, a: str, b: str, states: Iterable[str]) -> float | None:
    """tau: the median of R_A + R_B over the states of which anything counts, None of none.

    Bodies and others that are no states do not count.
    """
    others = (code for code in states if is_state(code) and code not in (a, b))
    volumes = (cooperation(as_of, one, a) + cooperation(as_of, one, b) for one in others)
    return median(known) if (known := [volume for volume in volumes if volume > 0]) else None


def balance_of(r_a: float, r_b: float) -> float | None:
    """From 0, all with one, to 1, as much with either; None where both are 0."""
    total = r_a + r_b
    return 1 - abs(r_a - r_b) / total if total > 0 else None


def engagement_of(r_a: float, r_b: float, tau: float | None) -> float | None:
    """Balance times volume; 0 of an empty record, None without tau."""
    if tau is None:
        return None
    return (balance_of(r_a, r_b) or 0.0) * min(1.0, (r_a + r_b) / tau)


def treaty_with(treaties: Iterable[Edge], state: str, poles: Sequence[str]) -> tuple[str, ...]:
    """The poles with which a state has one of some treaties."""
    pairs = [set(pair) for treaty in treaties for pair in treaty.pairs]
    return tuple(pole for pole in poles if {state, pole} in pairs)
