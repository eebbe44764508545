"""The model's own readings beside the rules' claims: agreement, or something new, never instead.

What the model alone has found starts in review, and takes no claim of the rules away.
"""

from collections.abc import Sequence
from dataclasses import replace

from hedgerow.graph.records import Claim
from hedgerow.loaders.extraction.llm.correcting import ENGINE, Refused, marked
from hedgerow.loaders.extraction.llm.firmness import NEGATIVE, less_firm
from hedgerow.loaders.extraction.llm.priors import priors
from hedgerow.loaders.extraction.llm.tally import CONFIRMED, CORRECTED
from hedgerow.loaders.extraction.precedence import after_precedence
from hedgerow.loaders.extraction.voting import yields_to
from hedgerow.ontology.vocabulary import vocabulary


def same_tie(claims: Sequence[Claim], own: Claim) -> Claim | None:
    """The rules' claim of the same tie in the same sentence; None where they read none.

    Raises:
        Refused: they read it more fully, the other way round, or in another phase.
    """
    for claim in _in_sentence(claims, own):
        if claim.type != own.type or not set(own.actors) <= set(claim.actors):
            continue
        if claim.directed and claim.actors[0] != own.actors[0]:
            raise Refused("rules read it the other way round")
        if len(claim.actors) > len(own.actors) or claim.phase != own.phase:
            raise Refused("rules read it otherwise")
        return claim
    return None


def agreed(claim: Claim, own: Claim, status: str) -> tuple[Claim, str]:
    """The rules' claim where the model read the same, and what came of it; the less firm status."""
    if ENGINE in claim.engine.split("+"):
        raise Refused("proposed before")
    weaker = less_firm(claim, status)
    if weaker is not None:
        return marked(weaker, CORRECTED), CORRECTED
    surer = priors().agreed if own.status == claim.status else claim.confidence
    confidence = max(claim.confidence, surer)
    return replace(marked(claim, CONFIRMED), confidence=confidence), CONFIRMED


def held_down(own: Claim, status: str) -> Claim:
    """The model's own reading with the less firm of its status and ours.

    Raises:
        Refused: one says that it is off, the other that it is not.
    """
    if status == own.status:
        return own
    weaker = less_firm(own, status)
    if weaker is not None:
        return weaker
    words = vocabulary()
    if words.status(status).standing == NEGATIVE and words.is_concluded(own.status):
        raise Refused("status at odds with the sentence")
    return own


def is_outranked(claims: Sequence[Claim], own: Claim) -> bool:
    """Whether a claim of the rules tells the matter by a type that this one gives way to."""
    beside = [c for c in _in_sentence(claims, own) if c.type in yields_to(own.type, "sentence")]
    if any(len(set(claim.actors) & set(own.actors)) > 1 for claim in beside):
        return True
    return own not in after_precedence([*claims, own])


def _in_sentence(claims: Sequence[Claim], own: Claim) -> list[Claim]:
    return [claim for claim in claims if (claim.start, claim.end) == (own.start, own.end)]
