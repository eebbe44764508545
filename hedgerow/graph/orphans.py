"""Judgements on claims that are not here and were not found again: kept, listed, without effect."""

from dataclasses import dataclass

import pyoxigraph as ox

from hedgerow.graph.judged import Judged
from hedgerow.graph.reading import has_claim
from hedgerow.graph.records import Judgement, Witness
from hedgerow.graph.resolution.judging import in_order


@dataclass(frozen=True, slots=True)
class Orphan:
    """A judgement with a claim that it names and bears on no more; `witness` tells what it saw."""

    judgement: Judgement
    claim: str
    witness: Witness | None


def orphans(database: ox.Store, judged: Judged) -> list[Orphan]:
    """The judgements that count and name a claim which is neither here nor found, by time."""
    found = []
    for judgement in in_order(judged.counting()):
        witnesses = {each.claim: each for each in judgement.witnesses}
        for claim in judgement.claims:
            attached = (judgement.id, claim) in judged.bearing.found
            if not attached and not has_claim(database, claim):
                found.append(Orphan(judgement, claim, witnesses.get(claim)))
    return found
