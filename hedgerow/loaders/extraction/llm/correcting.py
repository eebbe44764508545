"""What a verdict of the model makes of a claim."""

from dataclasses import replace

from hedgerow.graph.records import Claim, Party
from hedgerow.loaders.extraction.candidates import Filler
from hedgerow.loaders.extraction.llm.answers import Verdict
from hedgerow.loaders.extraction.llm.firmness import less_firm
from hedgerow.loaders.extraction.llm.priors import priors
from hedgerow.loaders.extraction.llm.tally import CONFIRMED, CORRECTED, REJECTED
from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.parties import may_be_party
from hedgerow.ontology.vocabulary import TieType, vocabulary

ENGINE = "llm"
LEVEL = "level"
"""Types that have one are nothing without it."""


class Refused(Exception):
    """The model's word is not taken; the text says why."""


def marked(claim: Claim, made: str) -> Claim:
    """The claim with the model among its engines and a flag for what it made of it."""
    engines = dict.fromkeys([*claim.engine.split("+"), ENGINE])
    flags = {*claim.flags, f"{ENGINE}_{made}"}
    return replace(claim, engine="+".join(engines), flags=tuple(sorted(flags)))


def judged(claim: Claim, verdict: Verdict) -> tuple[Claim, str]:
    """The claim as the verdict leaves it, and what the verdict made of it.

    Raises:
        Refused: the verdict would make of it what the ontology or caution forbids.
    """
    known = priors()
    if verdict.verdict == "confirm":
        return _with(claim, CONFIRMED, max(claim.confidence, known.confirmed)), CONFIRMED
    if verdict.verdict == "reject":
        return _with(claim, REJECTED, min(claim.confidence, known.rejected)), REJECTED
    retold = _corrected(claim, verdict)
    if retold == claim:
        raise Refused("correction of nothing")
    same_tie = (retold.type, retold.actors) == (claim.type, claim.actors)
    most = claim.confidence if same_tie else known.retold
    return _with(retold, CORRECTED, min(claim.confidence, most)), CORRECTED


def _with(claim: Claim, made: str, confidence: float) -> Claim:
    return replace(marked(claim, made), confidence=confidence)


def _corrected(claim: Claim, verdict: Verdict) -> Claim:
    tie_type = vocabulary().tie_types.get(verdict.type or claim.type)
    if tie_type is None:
        raise Refused("type not of the ontology")
    retold = _told_as(tie_type, claim, swapped=verdict.swapped)
    if verdict.status is None or verdict.status == claim.status:
        return retold
    weaker = less_firm(retold, verdict.status)
    if weaker is None:
        raise Refused("status not less firm")
    return weaker


def _told_as(tie_type: TieType, claim: Claim, *, swapped: bool) -> Claim:
    """The claim as one of that type, with its parties in the type's roles."""
    if tie_type.name == claim.type and not swapped:
        return claim
    if swapped and not (tie_type.directed and len(claim.parties) == 2):
        raise Refused("direction of what has none")
    if LEVEL in tie_type.attributes and claim.level is None:
        raise Refused("type that needs a level")
    declared = tie_type.attributes
    return replace(
        claim,
        type=tie_type.name,
        directed=tie_type.directed,
        parties=_in_roles(tie_type, claim, swapped=swapped),
        level=claim.level if LEVEL in declared else None,
        from_level=claim.from_level if LEVEL in declared else None,
        item=claim.item if "item" in declared else None,
        attributes={name: told for name, told in claim.attributes.items() if name in declared},
    )


def _in_roles(tie_type: TieType, claim: Claim, *, swapped: bool) -> tuple[Party, ...]:
    parties = claim.parties[::-1] if swapped else claim.parties
    if not tie_type.directed:
        parties = tuple(sorted(parties, key=lambda party: party.id))
    source, other = tie_type.roles
    fillers = [_filler(party, claim) for party in parties]
    if not all(may_be_party(f, tie_type, source=i == 0) for i, f in enumerate(fillers)):
        raise Refused("actors that cannot be parties to it")
    first = source if tie_type.directed else other
    return tuple(
        replace(party, role=first if index == 0 else other) for index, party in enumerate(parties)
    )


def _filler(party: Party, claim: Claim) -> Filler:
    """A party as a filler; firms, which deal in arms alone, are in its type's attributes."""
    kind = "firm" if "firm" in claim.attributes else "name"
    return Filler(party.id, Mention(claim.start, claim.end, party.text or "", (party.id,), kind))
