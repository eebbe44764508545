"""How analysts' judgements change what is resolved: reject, accept, correct, same, different."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hedgerow.graph.records import Claim, Judgement, Party
from hedgerow.graph.resolution.checking import (
    ACTORS,
    CLEARABLE,
    CORRECTABLE,
    check_judgement,
    instant_of,
)
from hedgerow.ontology.vocabulary import Vocabulary, vocabulary


def apply_judgements(
    claims: Iterable[Claim], judgements: Sequence[Judgement], words: Vocabulary | None = None
) -> dict[str, Claim]:
    """The claims that stand, corrected, under the ids they are stored with.

    A rejected claim is missing. An accepted or corrected one has been read by a person, so its
    reading confidence is 1. An empty correction clears the field. Later judgements win over earlier
    ones, by time and then id; corrections of different fields add up. A corrected claim would hash
    to another id: the stored one, the key, remains the one that judgements and events name.

    Raises:
        UsageError: see `check_judgement`.
    """
    standing = {claim.id: claim for claim in claims}
    if not judgements:
        return standing
    rejected: set[str] = set()
    for judgement in in_order(judgements):
        check_judgement(judgement, words)
        named = standing.keys() & set(judgement.claims)
        if judgement.decision == "reject":
            rejected |= named
        elif judgement.decision in ("accept", "correct"):
            rejected -= named
            for claim_id in named:
                standing[claim_id] = _corrected(standing[claim_id], judgement, words)
    return {claim_id: claim for claim_id, claim in standing.items() if claim_id not in rejected}


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Judgements from the oldest to the newest."""
    return sorted(judgements, key=lambda judgement: (instant_of(judgement), judgement.id))


def _corrected(claim: Claim, judgement: Judgement, words: Vocabulary | None) -> Claim:
    if judgement.decision != "correct":
        return replace(claim, confidence=1.0)
    fields: dict[str, str | None] = {}
    attributes = dict(claim.attributes)
    for name, value in judgement.corrections.items():
        if name in CORRECTABLE - {ACTORS}:
            fields[name] = None if value == "" and name in CLEARABLE else value
        elif name != ACTORS:
            attributes[name] = value
    kept = {name: value for name, value in attributes.items() if value != ""}
    changed = replace(claim, **fields, attributes=kept, confidence=1.0)  # type: ignore[arg-type]
    ids = judgement.corrections.get(ACTORS, " ".join(claim.actors)).split()
    if changed.type == claim.type and ids == list(claim.actors):
        return changed
    return _between(changed, ids, words)


def _between(claim: Claim, ids: list[str], words: Vocabulary | None) -> Claim:
    """The claim with the direction and role names of its type between these actors.

    The source stays the source. An actor who was read otherwise has no words in the text.
    """
    tie_type = (words or vocabulary()).tie_type(claim.type)
    source, other = tie_type.roles
    old = {party.id: party for party in claim.parties}
    parties = tuple(
        replace(old.get(actor, Party(actor, other)), role=other if place else source)
        for place, actor in enumerate(ids if tie_type.directed else sorted(ids))
    )
    return replace(claim, directed=tie_type.directed, parties=parties)
