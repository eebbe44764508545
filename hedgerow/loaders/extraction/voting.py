"""From the candidates of several engines to one reading with a confidence."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from hedgerow.loaders.extraction.candidates import Candidate
from hedgerow.loaders.extraction.confidence import (
    AGREED,
    COREFERENCE,
    INFERRED,
    Calibration,
    way_of,
)
from hedgerow.loaders.extraction.rules import rule_files
from hedgerow.ontology.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Vote:
    """The best of the candidates that agree, their engines and the reading confidence.

    `flags` say that an actor is only pointed back to, or is only the one around.
    """

    candidate: Candidate
    candidates: tuple[Candidate, ...]
    engines: tuple[str, ...]
    confidence: float
    flags: tuple[str, ...] = ()


def vote(candidates: Iterable[Candidate], calibration: Calibration) -> list[Vote]:
    """One vote for each type and set of roles in a sentence, best first, after precedence."""
    groups: dict[tuple[object, ...], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        groups[_key(candidate)].append(candidate)
    votes = [_merged(group, calibration) for group in groups.values()]
    return _without_contained(_by_precedence(votes, "sentence"))


def _key(candidate: Candidate) -> tuple[object, ...]:
    return candidate.type, candidate.actors, candidate.phase == "holds"


def _merged(group: Sequence[Candidate], calibration: Calibration) -> Vote:
    best = max(group, key=_rank)
    engines = tuple(sorted({candidate.engine for candidate in group}))
    flags = _flags(group)
    prior = AGREED if len(engines) > 1 else max(candidate.confidence for candidate in group)
    confidence = calibration.confidence(prior, best.rule, way_of(engines, flags))
    return Vote(best, tuple(group), engines, confidence, flags)


def _rank(candidate: Candidate) -> tuple[bool, bool, float, int]:
    by_syntax = candidate.engine == "dependency"
    return not candidate.inferred, by_syntax, candidate.confidence, -candidate.trigger[0]


def _flags(group: Sequence[Candidate]) -> tuple[str, ...]:
    inferred = all(candidate.inferred for candidate in group)
    coreferent = all(candidate.coreferent or candidate.inferred for candidate in group)
    named = any(candidate.coreferent for candidate in group)
    marks = {COREFERENCE: coreferent and named, INFERRED: inferred}
    return tuple(name for name, holds in marks.items() if holds)


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
        if not any(_holds(k.candidate, vote.candidate) for k in same):
            kept.append(vote)
    return kept


def _holds(better: Candidate, candidate: Candidate) -> bool:
    """Whether a reading makes another one needless; what A and B do to each other are two."""
    if not set(candidate.actors) <= set(better.actors):
        return False
    turned = better.actors[0] != candidate.actors[0] and better.trigger != candidate.trigger
    both_told = not (better.inferred or candidate.inferred)
    directed = vocabulary().tie_type(candidate.type).directed
    return not (directed and turned and both_told and candidate.engine == better.engine)


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
