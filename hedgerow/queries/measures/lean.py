"""Lean: on which side of two poles a state's cooperation lies."""

from dataclasses import dataclass

from hedgerow.queries.measures.poles import BetweenPoles
from hedgerow.queries.measures.signals import AsOf, Layer, check_apart, ids
from hedgerow.queries.measures.strength import cooperation


@dataclass(frozen=True, slots=True, kw_only=True)
class Lean(BetweenPoles):
    """Where a state lies between `poles` A and B: 100 is A, 0 is B, None no data.

    `pipeline` is the same number of what is in prospect.
    """

    lean: float | None
    pipeline: float | None
    pipeline_cooperation: tuple[float, float]


def lean(as_of: AsOf, state: str, a: str, b: str) -> Lean:
    """`50 * (1 + (R_A - R_B) / (R_A + R_B))` on plain sums R; no number where both are 0.

    An alignment of recorded behaviour, no influence and no opinion. Conflict does not enter. It is
    no AOCAI score: that index's band of 45 to 55 belongs to its own scale. On plain sums a record
    twice as thick gives the same lean. A side of which less was loaded looks farther than it is.
    """
    check_apart(state, a, b)
    sums, ahead = _both(as_of, state, a, b, "concluded"), _both(as_of, state, a, b, "prospective")
    return Lean(
        on=as_of.on,
        weights=as_of.weights,
        edges=cooperating(as_of, state, (a, b)),
        pipeline_edges=cooperating(as_of, state, (a, b), "prospective"),
        state=state,
        poles=(a, b),
        lean=lean_of(*sums),
        pipeline=lean_of(*ahead),
        cooperation=sums,
        pipeline_cooperation=ahead,
    )


def lean_of(r_a: float, r_b: float) -> float | None:
    """Lean from two sums of cooperation, each from 0 up; None where both are 0."""
    total = r_a + r_b
    return 100 * (r_a / total) if total > 0 else None


def cooperating(
    as_of: AsOf, state: str, partners: tuple[str, ...], layer: Layer = "concluded"
) -> tuple[str, ...]:
    """The ids of the edges that make up R of a state with some partners."""
    found = (as_of.between(state, each, layer) for each in partners)
    return ids([one for signals in found for one in signals if one.worth > 0])


def _both(as_of: AsOf, state: str, a: str, b: str, layer: Layer) -> tuple[float, float]:
    return cooperation(as_of, state, a, layer), cooperation(as_of, state, b, layer)
