"""Judgements that bear on nothing here, or cannot be applied: kept, listed, without effect."""

from dataclasses import dataclass

import pyoxigraph as ox

from hedgerow.graph.judged import Judged
from hedgerow.graph.reading import has_claim
from hedgerow.graph.records import Judgement, Witness
from hedgerow.graph.resolution.judging import in_order


@dataclass(frozen=True, slots=True)
class Orphan:
    """A judgement with a claim that it names and bears on no more; `witness` tells what it saw.

    `claim` is empty where the judgement cannot be applied and names none.
    """

    judgement: Judgement
    claim: str
    witness: Witness | None


def orphans(database: ox.Store, judged: Judged) -> list[Orphan]:
    """The judgements that name a claim which is neither here nor found, by time.

    None that were taken back; all those that cannot be applied.
    """
    found = []
    idle = [one for one in judged.all.values() if one.id in judged.set_aside]
    standing = [one for one in idle if not judged.is_undone(one.id)]
    for judgement in in_order([*judged.counting(), *standing]):
        witnesses = {each.claim: each for each in judgement.witnesses}
        if judgement.id in judged.set_aside:
            claims = judgement.claims or ("",)
            found += [Orphan(judgement, each, witnesses.get(each)) for each in claims]
            continue
        for claim in judgement.claims:
            attached = (judgement.id, claim) in judged.bearing.found
            if not attached and not has_claim(database, claim):
                found.append(Orphan(judgement, claim, witnesses.get(claim)))
    return found
