"""Resolving one bucket: claims and judgements in, events and ties out."""

from collections.abc import Sequence

from hedgerow.graph.records import Judgement
from hedgerow.graph.resolution.events import event_of
from hedgerow.graph.resolution.evidence import (
    LEAST_CONFIDENCE,
    Evidence,
    Resolved,
    bucket_of,
)
from hedgerow.graph.resolution.grouping import group_readings
from hedgerow.graph.resolution.judging import apply_judgements, is_by_hand
from hedgerow.graph.resolution.readings import Reading, read_evidence
from hedgerow.graph.resolution.ties import resolve_ties
from hedgerow.ontology.vocabulary import Vocabulary


def resolve_bucket(
    bucket: str,
    evidence: Sequence[Evidence],
    judgements: Sequence[Judgement],
    words: Vocabulary,
) -> Resolved:
    """The events and ties of a bucket; the order of evidence and judgements plays no part.

    `evidence` holds claims as stored, each once; those that a judgement rejects or moves to another
    bucket, and those read less surely than `LEAST_CONFIDENCE`, are left out. `judgements` may name
    claims of other buckets; only what they say of these counts.

    Raises:
        UsageError: a claim or a judgement uses a word that the vocabulary does not have.
    """
    readings = _read(bucket, evidence, judgements, words)
    groups, confirming = group_readings(readings, judgements, words)
    told = [(group, event_of(group, bucket, words)) for group in groups]
    ties = resolve_ties(told, confirming, bucket, words)
    return Resolved(
        tuple(sorted((event for _, event in told), key=lambda event: event.id)),
        tuple(sorted(ties, key=lambda tie: tie.id)),
    )


def _read(
    bucket: str, evidence: Sequence[Evidence], judgements: Sequence[Judgement], words: Vocabulary
) -> list[Reading]:
    """The readings that count, as analysts have them."""
    if not judgements:
        return [
            read_evidence(one, one.claim)
            for one in evidence
            if one.claim.confidence >= LEAST_CONFIDENCE and not is_by_hand(one.claim)
        ]
    claims = apply_judgements([one.claim for one in evidence], judgements, words)
    return [
        read_evidence(one, claim)
        for one in evidence
        if (claim := claims.get(one.claim.id)) is not None
        and claim.confidence >= LEAST_CONFIDENCE
        and bucket_of(claim, words) == bucket
    ]
