"""On which claims judgements bear that they do not name.

A judgement on a claim that is not here bears on the only claim of the same document and actors
whose sentence overlaps. One on an actor's wording bears on every mention in these words.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from hedgerow.graph.claims_rdf import mention_id
from hedgerow.graph.rdf import JUDGEMENTS, NQuad, local_id, prop, token
from hedgerow.graph.records import Claim, Judgement, Witness
from hedgerow.graph.writing import GraphWriter

Named = tuple[str, str]
"""The ids of a judgement and of a claim that it names."""
Mention = tuple[str, str]
"""The id of a claim, and the code of the actor whose words are meant."""
OF_A_READING = frozenset(("accept", "reject", "correct"))
"""Decisions on what was read there, with all of it that they do not correct."""
VOUCHED = ("type", "status", "phase", "date", "level", "item")
"""What of it must be read again: to accept a plan says nothing of a visit that took place."""
_WITNESS, _PARTY = "/witness/", "/party/"


@dataclass(frozen=True, slots=True)
class Bearing:
    """`found` maps what is named and not here to the claim it is found in, `worded` a judgement on
    a wording to the mentions in these words."""

    found: Mapping[Named, str] = field(default_factory=dict)
    worded: Mapping[str, frozenset[Mention]] = field(default_factory=dict)

    def including(self, other: "Bearing") -> "Bearing":
        """This and some more."""
        worded = dict(self.worded)
        for judgement, mentions in other.worded.items():
            worded[judgement] = worded.get(judgement, frozenset()) | mentions
        return Bearing({**self.found, **other.found}, worded)

    def without(self, claims: frozenset[str]) -> "Bearing":
        """The same but for some claims."""
        return Bearing(
            {named: claim for named, claim in self.found.items() if claim not in claims},
            {
                judgement: frozenset(each for each in mentions if each[0] not in claims)
                for judgement, mentions in self.worded.items()
            },
        )


def wording_key(text: str) -> str:
    """What two wordings share that differ in capitals and blanks only."""
    return " ".join(text.split()).casefold()


def witness_of(claim: Claim, told: Iterable[Claim]) -> Witness:
    """What a judgement sees of a claim, among all that its document tells."""
    parties = sorted((party.id, party.role) for party in claim.parties)
    actors = tuple(actor for actor, _ in parties)
    return Witness(
        claim=claim.id,
        document=claim.document,
        type=claim.type,
        status=claim.status,
        actors=actors,
        start=claim.start,
        end=claim.end,
        phase=claim.phase,
        date=claim.date,
        roles=tuple(role for _, role in parties),
        level=claim.level,
        item=claim.item,
        beside=sum(
            other.id != claim.id and _overlaps(other, actors, claim.start, claim.end)
            for other in told
        ),
    )


def stand_in(judgement: Judgement, witness: Witness, claims: Iterable[Claim]) -> str | None:
    """The only claim that can be meant among those of the same document; None if not one alone.

    Where several claims stood side by side it cannot be told which of them is read no more.
    """
    of_a_reading = judgement.decision in OF_A_READING
    if witness.beside or (of_a_reading and (witness.beside is None or not witness.is_whole)):
        return None
    alike = [
        claim.id
        for claim in claims
        if _overlaps(claim, witness.actors, witness.start, witness.end)
        and (not of_a_reading or _reads_so(claim, witness, judgement))
    ]
    return alike[0] if len(alike) == 1 else None


def _overlaps(claim: Claim, actors: Iterable[str], start: int, end: int) -> bool:
    return sorted(claim.actors) == sorted(actors) and claim.start < end and start < claim.end


def _reads_so(claim: Claim, witness: Witness, judgement: Judgement) -> bool:
    """Whether a claim says what was seen, or in its place exactly what was corrected."""
    corrected = judgement.corrections if judgement.decision == "correct" else {}
    for each in VOUCHED:
        told = getattr(claim, each)
        if told != getattr(witness, each) and (
            each not in corrected or told != (corrected[each] or None)
        ):
            return False
    if claim.type != witness.type:
        return not claim.directed  # from whom to whom cannot be compared
    parties = sorted((party.id, party.role) for party in claim.parties)
    return parties == sorted(zip(witness.actors, witness.roles, strict=True))


def mentions_in(claim: Claim) -> Iterator[tuple[str, Mention]]:
    """The wordings of a claim's parties, each with whom it was read to mean."""
    for party in claim.parties:
        if party.text is not None:
            yield wording_key(party.text), (claim.id, party.id)


def bearing_quads(bearing: Bearing) -> list[NQuad]:
    """The quads of it, in the graph of judgements."""
    writer = GraphWriter(str(JUDGEMENTS))
    for (judgement, named), claim in bearing.found.items():
        witness = f"{judgement}{_WITNESS}{named.removeprefix('claim/')}"
        writer.link(token(witness), "found_in", token(claim))
    for judgement, mentions in bearing.worded.items():
        ids = (mention_id(*mention) for mention in mentions)
        writer.links(token(judgement), "worded_in", sorted(ids))
    return writer.quads


def read_bearing(database: ox.Store) -> Bearing:
    """It as the last commit left it."""
    found = {}
    for quad in database.quads_for_pattern(None, prop("found_in"), None, JUDGEMENTS):
        judgement, _, named = local_id(quad.subject).partition(_WITNESS)
        found[judgement, f"claim/{named}"] = local_id(quad.object)
    worded: dict[str, set[Mention]] = {}
    for quad in database.quads_for_pattern(None, prop("worded_in"), None, JUDGEMENTS):
        claim, _, actor = local_id(quad.object).partition(_PARTY)
        worded.setdefault(local_id(quad.subject), set()).add((claim, actor))
    return Bearing(found, {each: frozenset(mentions) for each, mentions in worded.items()})


def worded_here(database: ox.Store, wordings: Mapping[str, Iterable[str]]) -> Bearing:
    """The mentions of a database in some wordings, each with the judgements on it.

    Every mention is looked at, as no index knows of capitals and blanks.
    """
    worded: dict[str, set[Mention]] = {}
    if wordings:
        found = database.query(
            f"SELECT ?mention ?text {{ GRAPH ?document {{ ?mention {prop('mention_of')} ?claim ; "
            f"{prop('text')} ?text }} }}"
        )
        assert isinstance(found, ox.QuerySolutions)  # noqa: S101  it is a SELECT
        for mention, text in found:
            for judgement in wordings.get(wording_key(text.value), ()):
                claim, _, actor = local_id(mention).partition(_PARTY)
                worded.setdefault(judgement, set()).add((claim, actor))
    return Bearing({}, {each: frozenset(mentions) for each, mentions in worded.items()})
