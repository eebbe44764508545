"""The tests of the plan, taken of one year's figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scipy.stats import rankdata

from evaluation.validation.agreement import Order, Ranks, order, ranks
from evaluation.validation.plan import Edition, plan
from evaluation.validation.published import classes, shares
from evaluation.validation.words import name

Leans = Mapping[str, float]
"""The lean of each state that is compared."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What an edition says of a state, and in words how the lean differs."""

    state: str
    edition: Edition
    words: str


def against_shares(leans: Leans, edition: Edition) -> Ranks | None:
    """Lean and the share that chose the first pole, in ranks; None of too few states."""
    held = shares(edition)
    return ranks(leans, held) if _enough(leans, held) else None


def against_split(leans: Leans, edition: Edition) -> Order | None:
    """Lean and which pole is ahead; None of too few states or where one class is empty."""
    return _ordered(leans, edition, middle=())


def against_groups(leans: Leans, edition: Edition) -> Order | None:
    """Lean and three groups; the middle one is that of the plan."""
    return _ordered(leans, edition, middle=plan().middle)


def in_groups(edition: Edition) -> set[str]:
    """The states of all three groups."""
    return {*classes(edition), *plan().middle}


def wrong_side(leans: Leans, edition: Edition) -> list[str]:
    """The states whose lean is on the other side of 50 than the edition's class."""
    first = plan().poles[0]
    held = classes(edition)
    return [s for s in leans if s in held and (leans[s] > 50) != (held[s] == first)]


def disagreements(leans: Leans, year: int) -> list[Disagreement]:
    """Where the lean and the editions of a year differ, by state."""
    now = plan()
    found = [
        *(each for e in now.shares if e.year == year for each in _far_apart(leans, e)),
        *(each for e in now.splits if e.year == year for each in _beyond(leans, e)),
        *(each for e in now.groups if e.year == year for each in _misplaced(leans, e)),
    ]
    return sorted(found, key=lambda each: each.state)


def _ordered(leans: Leans, edition: Edition, middle: Iterable[str]) -> Order | None:
    held = classes(edition)
    high, low = ([s for s in held if held[s] == pole] for pole in plan().poles)
    ranked = [each for each in (low, list(middle), high) if each]
    known = [state for each in ranked for state in each]
    complete = all(leans.keys() & set(each) for each in ranked)
    return order(leans, ranked) if complete and _enough(leans, known) else None


def _enough(leans: Leans, known: Iterable[str]) -> bool:
    return len(leans.keys() & set(known)) >= plan().least_states


def _far_apart(leans: Leans, edition: Edition) -> Iterable[Disagreement]:
    held = shares(edition)
    both = sorted(leans.keys() & held.keys())
    if len(both) < plan().least_states:
        return
    ours = rankdata([-leans[state] for state in both])
    theirs = rankdata([-held[state] for state in both])
    for state, own, other in zip(both, ours, theirs, strict=True):
        if abs(own - other) >= plan().far_apart:
            places = f"place {own:g} of {len(both)} by lean, {other:g} by the survey"
            yield Disagreement(state, edition, places)


def _beyond(leans: Leans, edition: Edition) -> Iterable[Disagreement]:
    for state in wrong_side(leans, edition):
        ahead = classes(edition)[state]
        yield Disagreement(state, edition, f"lean {leans[state]:.0f}, {name(ahead)} ahead")


def _misplaced(leans: Leans, edition: Edition) -> Iterable[Disagreement]:
    found = against_groups(leans, edition)
    for higher, lower in () if found is None else found.wrong:
        words = f"lean {leans[higher]:.0f}, below that of {name(lower)} ({leans[lower]:.0f})"
        yield Disagreement(higher, edition, words)
