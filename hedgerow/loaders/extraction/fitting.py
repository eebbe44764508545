"""Whether a candidate of an engine that is not ours can be a claim of its sentence."""

from collections.abc import Callable
from typing import TypeAlias

from hedgerow.loaders.extraction.candidates import Candidate, Reading
from hedgerow.loaders.extraction.parties import may_be_party
from hedgerow.ontology.vocabulary import vocabulary

PORT = "port"
"""The kind of mention of a city that stands for its state only as a destination."""

Check: TypeAlias = Callable[[Candidate, Reading], bool]


def what_is_wrong(candidate: Candidate, reading: Reading) -> str | None:
    """Why a candidate cannot be a claim of the sentence; None where it can."""
    return next(
        (reason for reason, holds in _CHECKS.items() if not holds(candidate, reading)), None
    )


def _is_of_the_ontology(candidate: Candidate, _: Reading) -> bool:
    words = vocabulary()
    statuses = {None, *words.statuses}
    known = candidate.type in words.tie_types and candidate.phase in words.phases
    return known and {candidate.status, candidate.no_firmer_than} <= statuses


def _has_a_rule(candidate: Candidate, _: Reading) -> bool:
    return isinstance(candidate.rule, str) and bool(candidate.rule)


def _has_attributes_of_its_type(candidate: Candidate, _: Reading) -> bool:
    declared = vocabulary().tie_type(candidate.type).attributes
    return all(
        name in declared and isinstance(value, str) for name, value in candidate.attributes.items()
    )


def _has_two_actors(candidate: Candidate, _: Reading) -> bool:
    return len(set(candidate.actors)) == len(candidate.fillers) > 1


def _names_its_actors(candidate: Candidate, reading: Reading) -> bool:
    return all(
        filler.mention in reading.mentions and filler.actor in filler.mention.actors
        for filler in candidate.fillers
    )


def _has_fitting_parties(candidate: Candidate, _: Reading) -> bool:
    tie_type = vocabulary().tie_type(candidate.type)
    return all(
        may_be_party(filler, tie_type, source=index == 0)
        and (filler.mention.kind != PORT or (tie_type.directed and index > 0))
        for index, filler in enumerate(candidate.fillers)
    )


def _has_its_words_inside(candidate: Candidate, reading: Reading) -> bool:
    start, end = candidate.trigger
    if not (isinstance(start, int) and isinstance(end, int)):
        return False
    return reading.sentence.start <= start < end <= reading.sentence.end


def _has_a_confidence(candidate: Candidate, _: Reading) -> bool:
    return 0 <= candidate.confidence <= 1


_CHECKS: dict[str, Check] = {
    "uses a type, phase or status that the ontology does not have": _is_of_the_ontology,
    "has no rule": _has_a_rule,
    "has attributes that its type does not have": _has_attributes_of_its_type,
    "does not have two different actors": _has_two_actors,
    "names actors that the sentence does not": _names_its_actors,
    "has actors that cannot be parties to it": _has_fitting_parties,
    "has its words outside the sentence": _has_its_words_inside,
    "has a confidence beyond 0 to 1": _has_a_confidence,
}
