"""How analysts' judgements change what is resolved: reject, accept, correct, add, same actor."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from hedgerow.errors import UsageError
from hedgerow.graph.records import Claim, Judgement, Party
from hedgerow.graph.resolution.checking import (
    ACTORS,
    ADD,
    CLEARABLE,
    CORRECTABLE,
    check_judgement,
    instant_of,
)
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import Vocabulary, vocabulary

ANALYST = "analyst"
"""The engine of claims that were made by hand."""
BY_HAND = "by_hand"
_OF_DAYS = frozenset(("status", "date", "date_end"))
KNOWLEDGE = "analyst_knowledge"


def apply_judgements(
    claims: Iterable[Claim], judgements: Sequence[Judgement], words: Vocabulary | None = None
) -> dict[str, Claim]:
    """The claims that stand, corrected, under the ids they are stored with.

    A rejected claim is missing, and one made by hand that no judgement adds. An accepted or
    corrected one has been read by a person, so its reading confidence is 1. An empty correction
    clears the field. Later judgements win over earlier ones, by time and then id; corrections of
    different fields add up. A corrected claim would hash to another id: the stored one, the key,
    remains the one that judgements and events name.

    Raises:
        UsageError: see `check_judgement`.
    """
    added = {each for one in judgements if one.decision == ADD for each in one.claims}
    standing = {one.id: one for one in claims if one.id in added or not is_by_hand(one)}
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


def check_sense(claim: Claim, judgement: Judgement) -> None:
    """Whether a claim can be so as a judgement corrects it: no fact to come, no end first.

    Raises:
        UsageError: it cannot.
    """
    if judgement.decision != "correct" or not _OF_DAYS & judgement.corrections.keys():
        return
    told = _corrected(claim, judgement, None)
    begin = None if told.date is None else parse_partial_date(told.date)
    if begin is None:
        return
    if told.date_end is not None and parse_partial_date(told.date_end).latest < begin.earliest:
        raise UsageError(f"Nothing ends on {told.date_end} that begins on {told.date}.")
    tomorrow = instant_of(judgement).date() + dt.timedelta(days=1)
    if vocabulary().is_concluded(told.status) and begin.earliest > tomorrow:
        raise UsageError(f"On {told.date}, a day to come, nothing is {told.status} yet.")


def is_by_hand(claim: Claim) -> bool:
    """Whether a claim was made by a judgement, and so counts only while that does."""
    return claim.engine == ANALYST and BY_HAND in claim.flags


def meant_as(claim: Claim, codes: Mapping[str, str], words: Vocabulary | None = None) -> Claim:
    """The claim with other codes for some of its actors, under the id that it is stored with.

    The claim itself where one actor would be named twice.
    """
    ids = [codes.get(actor, actor) for actor in claim.actors]
    if ids == list(claim.actors) or len(set(ids)) < len(ids):
        return claim
    parties = [replace(party, id=code) for party, code in zip(claim.parties, ids, strict=True)]
    if not (words or vocabulary()).tie_type(claim.type).directed:
        parties.sort(key=lambda party: party.id)
    else:
        parties[1:] = sorted(parties[1:], key=lambda party: party.id)
    meant = replace(claim, parties=tuple(parties))
    meant.__dict__["id"] = claim.id  # by which judgements and events name it
    return meant


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Judgements from the oldest to the newest."""
    return sorted(judgements, key=lambda judgement: (_instant(judgement), judgement.id))


def _instant(judgement: Judgement) -> dt.datetime:
    """When it was made; one without a time, which counts nowhere, is the oldest."""
    try:
        return instant_of(judgement)
    except UsageError:
        return dt.datetime.min.replace(tzinfo=dt.UTC)


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
