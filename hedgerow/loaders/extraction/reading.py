"""From a vote to a claim: status, phase, date and details of one tie in one sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from hedgerow.graph.records import Claim, Document, Party
from hedgerow.loaders.extraction.at_home import where_it_took_place
from hedgerow.loaders.extraction.attachment import is_long_past
from hedgerow.loaders.extraction.candidates import Candidate, Reading
from hedgerow.loaders.extraction.confidence import for_review
from hedgerow.loaders.extraction.dating import ANNIVERSARY, checked_against_date, date_for
from hedgerow.loaders.extraction.details import details, place_of
from hedgerow.loaders.extraction.levels import level_and_former, top_level
from hedgerow.loaders.extraction.lexicon import cue_words
from hedgerow.loaders.extraction.modality import Modality, read_modality, surface_modality
from hedgerow.loaders.extraction.outcome import DENIED
from hedgerow.loaders.extraction.outlets import is_outlet
from hedgerow.loaders.extraction.voting import Vote
from hedgerow.loaders.extraction.when import When
from hedgerow.ontology.partial_date import PartialDate
from hedgerow.ontology.vocabulary import TieType, vocabulary

FOLLOWING = 200
"""Characters after a sentence in which the next may call it untrue."""
CORE = ("level", "from_level", "item", "place")


@dataclass(frozen=True, slots=True)
class Read:
    """A claim with the words that date it."""

    claim: Claim
    when: When | None


def read_claim(
    vote: Vote, reading: Reading, document: Document, published: PartialDate | None
) -> Read | None:
    """The claim that a vote amounts to; None where it is unreal or lacks a level it needs."""
    candidate = where_it_took_place(vote.candidate, reading)
    tie_type = vocabulary().tie_type(candidate.type)
    modality = _modality(candidate, reading, tie_type)
    modality = modality.denied_after(_following(document.text, reading.sentence.end))
    modality = modality.no_firmer_than(vote.no_firmer_than)
    if not modality.real:
        return None
    found = _details(candidate, reading)
    if candidate.needs_level and not found.get("level"):
        return None
    when = date_for(
        candidate, reading, document.text, published, modality, seconding=vote.candidates
    )
    modality, flags = checked_against_date(modality, when, published, document.text)
    claim = Claim(
        document=document.id,
        type=tie_type.name,
        directed=tie_type.directed,
        parties=_parties(candidate, tie_type),
        status=modality.status,
        stage=modality.stage,
        phase=_phase(candidate, modality, found),
        quote=document.text[reading.sentence.start : reading.sentence.end],
        start=reading.sentence.start,
        end=reading.sentence.end,
        date=when.date.edtf if when else None,
        date_end=when.last.edtf if when and when.last else None,
        date_basis=when.basis if when else "none",
        attributes=_others(found),
        attributed_to=_speaker(modality),
        confidence=_confidence(vote, modality, background=_is_background(candidate, reading, when)),
        engine="+".join(vote.engines),
        rule=candidate.rule,
        flags=tuple(sorted({*flags, *vote.flags})),
        **{name: found.get(name) for name in CORE},
    )
    return Read(claim, when)


def _speaker(modality: Modality) -> str | None:
    """Who says it. An outlet that tells of a denial is not the one who denies."""
    speaker = modality.attributed_to
    return None if modality.status == DENIED and speaker and is_outlet(speaker) else speaker


def _confidence(vote: Vote, modality: Modality, *, background: bool) -> float:
    """A voter's word that a matter came to nothing makes doubtful that it came about."""
    doubtful = vote.contradicted and vocabulary().is_concluded(modality.status)
    return for_review(vote.confidence) if doubtful or background else vote.confidence


def _is_background(candidate: Candidate, reading: Reading, when: When | None) -> bool:
    """Whether it happened long before and nothing dates it: it would be told as of these days."""
    start, end = (offset - reading.sentence.start for offset in candidate.trigger)
    return when is None and reading.parse is not None and is_long_past(start, end, reading.parse)


def _following(text: str, position: int) -> str:
    return text[position : position + FOLLOWING]


def _modality(candidate: Candidate, reading: Reading, tie_type: TieType) -> Modality:
    default = candidate.status or tie_type.default_status
    start, end = (offset - reading.sentence.start for offset in candidate.trigger)
    if candidate.rule.endswith(ANNIVERSARY):
        return Modality(default)
    if reading.parse is None:
        modality = surface_modality(reading.sentence.text, start, end, default)
    else:
        modality = read_modality(reading.parse, start, end, default)
    if candidate.phase == "holds":
        stands = modality.real and vocabulary().is_concluded(modality.status)
        return Modality(default, real=stands)
    if reading.parse is None:
        return modality
    alone = tie_type.directed and tie_type.family not in cue_words("settled_alone")
    modality = modality.settled_as("planned" if alone else "agreed")
    if tie_type.family in cue_words("met_not_agreed"):
        return modality.replaced("agreed", "planned").replaced("signed", "planned")
    return modality


def _details(candidate: Candidate, reading: Reading) -> dict[str, str | None]:
    found: dict[str, str | None] = dict(details(candidate, reading))
    if "level" in vocabulary().tie_type(candidate.type).attributes:
        near = candidate.trigger[0] - reading.sentence.start
        level, former = level_and_former(reading.sentence.text, near)
        found["level"] = level or top_level(reading.sentence.text, candidate.actors)
        found["from_level"] = former
    found["place"] = place_of(candidate, reading)
    return found


def _others(found: Mapping[str, str | None]) -> Mapping[str, str]:
    return MappingProxyType(
        {k: v for k, v in sorted(found.items()) if k not in CORE and v is not None}
    )


def _phase(candidate: Candidate, modality: Modality, found: Mapping[str, str | None]) -> str:
    if modality.status == "ended":
        return "ends"
    if candidate.phase == "begins" and found.get("from_level"):
        return "changes"
    return candidate.phase


def _parties(candidate: Candidate, tie_type: TieType) -> tuple[Party, ...]:
    source_role, other_role = tie_type.roles
    roles = [
        source_role if tie_type.directed and i == 0 else other_role
        for i in range(len(candidate.fillers))
    ]
    return tuple(
        Party(filler.actor, role, filler.mention.text, filler.mention.person)
        for filler, role in zip(candidate.fillers, roles, strict=True)
    )
