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
    without_rule,
)
from hedgerow.loaders.extraction.rules import rule_files
from hedgerow.ontology.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Vote:
    """The best of the candidates that agree, their engines and the reading confidence.

    `flags` say that an actor is only pointed back to, or is only the one around. `no_firmer_than`
    is a status that a voter takes it for by other means than cues; the less firm one holds. It is
    `contradicted` where a voter sees that it came to nothing.
    """

    candidate: Candidate
    candidates: tuple[Candidate, ...]
    engines: tuple[str, ...]
    confidence: float
    flags: tuple[str, ...] = ()
    no_firmer_than: str | None = None
    contradicted: bool = False


def vote(candidates: Iterable[Candidate], calibration: Calibration) -> list[Vote]:
    """One vote for each type and set of roles in a sentence, best first, after precedence."""
    everything = list(candidates)
    groups: dict[tuple[object, ...], list[Candidate]] = defaultdict(list)
    for candidate in everything:
        groups[_key(candidate)].append(candidate)
    votes = [_merged(group, everything, calibration) for group in groups.values()]
    return _without_contained(_by_precedence(_without_yielding(votes), "sentence"))


def _key(candidate: Candidate) -> tuple[object, ...]:
    return candidate.type, candidate.actors, candidate.phase == "holds"


def _merged(
    group: Sequence[Candidate], everything: Sequence[Candidate], calibration: Calibration
) -> Vote:
    best = max(group, key=_rank)
    seconding = [candidate for candidate in everything if _seconds(candidate, best)]
    engines, flags = tuple(sorted({c.engine for c in seconding})), _flags(group)
    prior = AGREED if len(engines) > 1 else max(candidate.confidence for candidate in group)
    confidence = calibration.confidence(prior, best.rule, way_of(engines, flags))
    if best.yields:
        confidence = without_rule(confidence)
    doubts = (c.no_firmer_than for c in seconding if c.no_firmer_than is not None)
    return Vote(
        candidate=best,
        candidates=tuple(seconding),
        engines=engines,
        confidence=confidence,
        flags=flags,
        no_firmer_than=next(doubts, None),
        contradicted=any(_contradicts(candidate, best) for candidate in everything),
    )


def _seconds(other: Candidate, candidate: Candidate) -> bool:
    """Whether a reading bears out another, perhaps of more or fewer parties."""
    return _is_of_the_same(other, candidate) and not _contradicts(other, candidate)


def _contradicts(other: Candidate, candidate: Candidate) -> bool:
    """Whether a voter sees the matter of a rule come to nothing."""
    status = other.no_firmer_than
    failed = status is not None and not vocabulary().is_prospective(status)
    return failed and not candidate.yields and _is_of_the_same(other, candidate)


def _is_of_the_same(other: Candidate, candidate: Candidate) -> bool:
    alike = other.type == candidate.type and (other.phase == "holds") == (
        candidate.phase == "holds"
    )
    shared = set(other.actors) & set(candidate.actors)
    directed = vocabulary().tie_type(candidate.type).directed
    return alike and len(shared) > 1 and (not directed or other.actors[0] == candidate.actors[0])


def _without_yielding(votes: list[Vote]) -> list[Vote]:
    """Without those that yield to another vote on two of their actors."""
    firm = [vote for vote in votes if not vote.candidate.yields]
    return [
        vote
        for vote in votes
        if not vote.candidate.yields or not any(_share_a_pair(vote, other) for other in firm)
    ]


def _share_a_pair(vote: Vote, other: Vote) -> bool:
    return len(set(vote.candidate.actors) & set(other.candidate.actors)) > 1


def _rank(candidate: Candidate) -> tuple[bool, bool, bool, float, int]:
    by_syntax = candidate.engine == "dependency"
    told, by_rule = not candidate.inferred, not candidate.yields
    return by_rule, told, by_syntax, candidate.confidence, -candidate.trigger[0]


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
