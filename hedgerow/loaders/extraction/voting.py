"""From the candidates of several engines to one reading with a confidence.

Confidence comes from agreement, not from an engine's own opinion. First figures are from a
calibration on 34 hand-annotated articles (both engines .97, dependency rules alone .83, surface
patterns alone .37); they are to be recalibrated on a larger set.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from hedgerow.loaders.extraction.candidates import Candidate
from hedgerow.loaders.extraction.rules import rule_files

AGREED = 0.95
COREFERENCE_FACTOR = 0.85
"""What rests on a phrase that only points back counts for less."""

INFERENCE_FACTOR = 0.7
"""What rests on an actor that syntax does not join counts for still less."""


@dataclass(frozen=True, slots=True)
class Vote:
    """A candidate with all engines that proposed it and the reading confidence."""

    candidate: Candidate
    engines: tuple[str, ...]
    confidence: float


def vote(candidates: Iterable[Candidate]) -> list[Vote]:
    """One vote for each type and set of roles in a sentence, best first, after precedence."""
    groups: dict[tuple[object, ...], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        groups[_key(candidate)].append(candidate)
    votes = [_merged(group) for group in groups.values()]
    return _without_contained(_by_precedence(votes, "sentence"))


def _key(candidate: Candidate) -> tuple[object, ...]:
    return candidate.type, candidate.actors, candidate.phase == "holds"


def _merged(group: Sequence[Candidate]) -> Vote:
    best = max(group, key=lambda c: (c.engine == "dependency", c.confidence, -c.trigger[0]))
    engines = tuple(sorted({candidate.engine for candidate in group}))
    confidence = AGREED if len(engines) > 1 else max(c.confidence for c in group)
    if all(candidate.inferred for candidate in group):
        confidence *= INFERENCE_FACTOR
    elif all(candidate.coreferent for candidate in group):
        confidence *= COREFERENCE_FACTOR
    return Vote(best, engines, round(confidence, 3))


def _without_contained(votes: list[Vote]) -> list[Vote]:
    """The same the other way round, or between fewer parties, loses to the better reading."""
    kept: list[Vote] = []
    for vote in sorted(
        votes, key=lambda v: (-v.confidence, -len(v.candidate.actors), v.candidate.trigger)
    ):
        same = [
            k
            for k in kept
            if k.candidate.type == vote.candidate.type and k.candidate.phase == vote.candidate.phase
        ]
        if not any(set(vote.candidate.actors) <= set(k.candidate.actors) for k in same):
            kept.append(vote)
    return kept


def _by_precedence(votes: list[Vote], scope: str) -> list[Vote]:
    """Drop a type where one that it yields to stands between the same actors."""
    return [
        vote
        for vote in votes
        if not any(_outranks(other.candidate, vote.candidate, scope) for other in votes)
    ]


def _outranks(other: Candidate, candidate: Candidate, scope: str) -> bool:
    return (
        other.type in yields_to(candidate.type, scope)
        and len(set(other.actors) & set(candidate.actors)) > 1
    )


@cache
def yields_to(type_name: str, scope: str) -> frozenset[str]:
    """The types that a type gives way to in a `sentence` or a `document`."""
    return frozenset(
        other
        for file in rule_files()
        if file.type == type_name
        for other in file.yields_to.get(scope, ())
    )
