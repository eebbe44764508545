"""What a model may make of a claim's status: less firm, never firmer."""

from dataclasses import replace

from hedgerow.graph.records import Claim
from hedgerow.loaders.extraction.outcome import HEARSAY
from hedgerow.ontology.vocabulary import vocabulary

NEGATIVE = "negative"


def less_firm(claim: Claim, status: str) -> Claim | None:
    """The claim with a less firm status; None where that one is not less firm.

    What is only reported or denied keeps as its stage what is. Nothing is called off, undone or
    brought back on a model's word.
    """
    words = vocabulary()
    if status not in words.statuses or claim.status in HEARSAY:
        return None
    if status in HEARSAY:
        return replace(claim, status=status, stage=claim.status)
    before, after = words.status(claim.status), words.status(status)
    if NEGATIVE in {before.standing, after.standing} or after.rank >= before.rank:
        return None
    return replace(claim, status=status)
