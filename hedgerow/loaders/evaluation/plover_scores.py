"""Scoring against PLOVER's gold standard records, through the crosswalk of our types to its roots.

The records are single sentences of about 2000, coded for one event each, and the vocabulary was
read off the same manual: they tell whether types and actors agree with the field's codebook, not
how well news is read. Texts are scored, never shown.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TypeAlias

from hedgerow.loaders.evaluation.plover import GoldEvent, Records, roots_of, rules
from hedgerow.loaders.evaluation.records import ActorPair, Emitted
from hedgerow.loaders.evaluation.scores import Counts, Score, scored
from hedgerow.ontology.actors import actors

Told: TypeAlias = tuple[frozenset[str] | None, ActorPair | None]
"""The roots that an edge's type can mean and a pair of its actors; None where not compared."""


@dataclass(frozen=True, slots=True)
class PloverScores:
    """Root and both countries together, and each alone."""

    texts: int
    records: int
    left_out: int
    both: Score
    roots: Score
    actors: Score


def score_plover(
    records: Records, emitted: Mapping[str, Sequence[Emitted]], *, min_confidence: float = 0.5
) -> PloverScores:
    """How the emitted edges agree with the records, over the texts that have some."""
    texts = [
        (gold, _told(e for e in emitted[name] if e.confidence >= min_confidence))
        for name, gold in records.events.items()
    ]
    counted = sum(map(len, records.events.values()))
    return PloverScores(
        texts=len(texts),
        records=counted,
        left_out=records.number - counted,
        both=scored([_counts(gold, told) for gold, told in texts]),
        roots=scored([_counts(gold, {(roots, None) for roots, _ in told}) for gold, told in texts]),
        actors=scored([_counts(gold, {(None, pair) for _, pair in told}) for gold, told in texts]),
    )


def _counts(gold: Sequence[GoldEvent], told: Set[Told]) -> Counts:
    hit = sum(any(_agrees(event, each) for each in told) for event in gold)
    false = sum(not any(_agrees(event, each) for event in gold) for each in told)
    return Counts(hit, false, len(gold) - hit)


def _agrees(event: GoldEvent, told: Told) -> bool:
    roots, pair = told
    return (roots is None or event.root in roots) and (pair is None or pair in event.pairs)


def _told(edges: Iterable[Emitted]) -> set[Told]:
    return {
        (roots_of(edge.type, edge.status), (min(pair), max(pair)))
        for edge in edges
        for a, b in edge.actor_pairs
        for pair in [(_code(a), _code(b))]
    }


def _code(actor: str) -> str:
    """An actor as the records write it: bodies share one code."""
    known = actors().get(actor)
    return rules().body if known is not None and known.kind == "body" else actor
