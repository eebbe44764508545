"""Straddle: ties with both of rivals. Ambivalence: cooperation and conflict with one partner."""

from collections.abc import Sequence
from dataclasses import dataclass

from hedgerow.queries.measures.lean import cooperating
from hedgerow.queries.measures.signals import AsOf, Layer, Result, check_apart, ids
from hedgerow.queries.measures.strength import Sums, cooperation, sums_of

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Straddle(Result):
    """The share, from 0 to 1, of rival pairs with both of which a state cooperates.

    `rivals` are the pairs that were looked at, `straddled` those of them with ties to both. The
    share is None where nothing is known of the state or no pair is left to look at.
    """

    state: str
    rivals: tuple[tuple[str, str], ...]
    straddled: tuple[tuple[str, str], ...]
    share: float | None
    pipeline: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambivalence(Result):
    """How evenly cooperation and conflict are mixed in one tie, from 0 to 1; None of no data."""

    pair: tuple[str, str]
    ambivalence: float | None
    pipeline: float | None
    sums: Sums | None


def straddle(as_of: AsOf, state: str, rivals: Pairs) -> Straddle:
    """`U = #{rival pairs with R > 0 to both} / #{rival pairs}`, pairs with the state left out.

    Rival pairs come from the caller or `rivals.read_rivals`, and are never inferred. Any tie
    counts, a call as much as a base, so see R beside it; U says nothing of balance or intent.
    """
    looked_at = tuple(pair for pair in rivals if state not in pair)
    straddled = _straddled(as_of, state, looked_at, "concluded")
    ahead = _straddled(as_of, state, looked_at, "prospective")
    return Straddle(
        on=as_of.on,
        weights=as_of.weights,
        edges=_behind(as_of, state, straddled, "concluded"),
        pipeline_edges=_behind(as_of, state, ahead, "prospective"),
        state=state,
        rivals=looked_at,
        straddled=straddled,
        share=_share(straddled, looked_at, known=bool(as_of.partners(state))),
        pipeline=_share(ahead, looked_at, known=bool(as_of.partners(state, "prospective"))),
    )


def ambivalence(as_of: AsOf, a: str, b: str) -> Ambivalence:
    """`Amb = 2 * min(R, C) / (R + C)`: 1 is as much conflict as cooperation, 0 only one of them.

    It measures mixture, not heat: a call and a rebuke score as high as a treaty and a clash.
    """
    check_apart(a, b)
    counted, ahead = as_of.between(a, b), as_of.between(a, b, "prospective")
    return Ambivalence(
        on=as_of.on,
        weights=as_of.weights,
        edges=ids(counted),
        pipeline_edges=ids(ahead),
        pair=(a, b),
        ambivalence=mixture(sums_of(counted)),
        pipeline=mixture(sums_of(ahead)),
        sums=sums_of(counted),
    )


def mixture(sums: Sums | None) -> float | None:
    """Ambivalence from sums, None of none."""
    total = 0.0 if sums is None else sums.cooperation + sums.conflict
    if sums is None or total <= 0:
        return None
    return min(1.0, 2 * (min(sums.cooperation, sums.conflict) / total))


def _straddled(as_of: AsOf, state: str, rivals: Pairs, layer: Layer) -> tuple[tuple[str, str], ...]:
    return tuple(
        pair for pair in rivals if all(cooperation(as_of, state, one, layer) > 0 for one in pair)
    )


def _share(straddled: Pairs, rivals: Pairs, *, known: bool) -> float | None:
    return len(straddled) / len(rivals) if rivals and known else None


def _behind(as_of: AsOf, state: str, straddled: Pairs, layer: Layer) -> tuple[str, ...]:
    partners = tuple({one for pair in straddled for one in pair})
    return cooperating(as_of, state, partners, layer)
