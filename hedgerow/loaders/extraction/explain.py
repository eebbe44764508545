"""How a claim was read: which rules and words, and where actors, status and date come from."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from hedgerow.graph.records import Claim
from hedgerow.loaders.extraction.candidates import Candidate, Filler, Reading
from hedgerow.loaders.extraction.confidence import way_of
from hedgerow.loaders.extraction.cues import cues
from hedgerow.loaders.extraction.lexicon import table
from hedgerow.loaders.extraction.surface import surface_cues
from hedgerow.loaders.extraction.voting import Vote
from hedgerow.loaders.extraction.when import When
from hedgerow.ontology.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Voter:
    """An engine with its rule, the words that triggered it, and the rule's own confidence."""

    engine: str
    rule: str
    words: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Named:
    """An actor, the words that stand for it, and what kind of words they are."""

    id: str
    words: str
    found: str


@dataclass(frozen=True, slots=True)
class Cue:
    """Words, or a voter that takes them so, which make the status more or less firm."""

    cue: str
    words: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a claim was read.

    `way` says by which engines, and whether an actor was only pointed back to or only the one
    around; `plain_status` is what the words mean where no cue stands about them.
    """

    votes: tuple[Voter, ...]
    way: str
    actors: tuple[Named, ...]
    plain_status: str
    cues: tuple[Cue, ...]
    date_words: str | None

    def as_record(self) -> dict[str, Any]:
        """The explanation as a JSON object."""
        return asdict(self)


def explain(vote: Vote, reading: Reading, claim: Claim, when: When | None) -> Explanation:
    """The explanation of a claim that was read from a vote; `when` is the date it took."""
    chosen = vote.candidate
    return Explanation(
        votes=tuple(_voter(candidate, reading) for candidate in vote.candidates),
        way=way_of(vote.engines, vote.flags),
        actors=tuple(_named(filler, inferred=chosen.inferred) for filler in chosen.fillers),
        plain_status=chosen.status or vocabulary().tie_type(claim.type).default_status,
        cues=(*_cues(chosen, reading), *_doubts(vote)),
        date_words=reading.sentence.text[when.start : when.end] if when else None,
    )


def _voter(candidate: Candidate, reading: Reading) -> Voter:
    start, end = (offset - reading.sentence.start for offset in candidate.trigger)
    words = reading.sentence.text[start:end]
    return Voter(candidate.engine, candidate.rule, words, candidate.confidence)


def _named(filler: Filler, *, inferred: bool) -> Named:
    kind = "inferred" if inferred and filler.mention.coreferent else filler.mention.kind
    return Named(filler.actor, filler.mention.text, table("kinds")[kind])


def _doubts(vote: Vote) -> Iterator[Cue]:
    """The voters by whose word the matter is less firm than cues make it."""
    if vote.no_firmer_than is not None:
        for candidate in vote.candidates:
            if candidate.no_firmer_than == vote.no_firmer_than:
                yield Cue(vote.no_firmer_than, f"({candidate.engine})")


def _cues(candidate: Candidate, reading: Reading) -> Iterator[Cue]:
    start, end = (offset - reading.sentence.start for offset in candidate.trigger)
    if reading.parse is None:
        for cue in surface_cues(reading.sentence.text, start, end):
            yield Cue(cue, reading.sentence.text[start:end])
        return
    span = reading.parse.char_span(start, end, alignment_mode="expand")
    if span is not None:
        for cue, token in cues(span.root):
            yield Cue(cue, token.text)
