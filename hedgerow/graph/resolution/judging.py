"""How analysts' judgements change what is resolved: reject, accept, correct, same, different."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from hedgerow.errors import UsageError
from hedgerow.graph.records import Claim, Judgement, Party
from hedgerow.ontology.vocabulary import Vocabulary, vocabulary

CLEARABLE = frozenset(
    ("stage", "date", "date_end", "level", "from_level", "ladder", "item", "place", "attributed_to")
)
CORRECTABLE = CLEARABLE | {"type", "status", "phase", "date_basis"}
LINKING = ("same", "different")


def check_judgement(judgement: Judgement, words: Vocabulary | None = None) -> None:
    """Whether a judgement can be applied.

    Raises:
        UsageError: its time is not ISO 8601, or it corrects a field that claims do not have.
    """
    _instant(judgement)
    known = (words or vocabulary()).attributes
    for field in judgement.corrections:
        if field not in CORRECTABLE and field not in known:
            choices = ", ".join(sorted(CORRECTABLE))
            raise UsageError(f"A judgement cannot correct {field!r}; choose one of {choices}.")


def apply_judgements(
    claims: Iterable[Claim], judgements: Sequence[Judgement], words: Vocabulary | None = None
) -> dict[str, Claim]:
    """The claims that stand, corrected, under the ids they are stored with.

    A rejected claim is missing. An accepted or corrected one has been read by a person, so its
    reading confidence is 1. An empty correction clears the field. Later judgements win over earlier
    ones, by time and then id; corrections of different fields add up. A corrected claim would hash
    to another id: the stored one, the key, remains the one that judgements and events name.

    Raises:
        UsageError: see `check_judgement`; or a claim is corrected to an unknown type.
    """
    standing = {claim.id: claim for claim in claims}
    rejected: set[str] = set()
    for judgement in in_order(judgements):
        if judgement.decision in ("accept", "reject", "correct"):
            check_judgement(judgement, words)
            for claim_id in standing.keys() & set(judgement.claims):
                if judgement.decision == "reject":
                    rejected.add(claim_id)
                    continue
                rejected.discard(claim_id)
                standing[claim_id] = _corrected(standing[claim_id], judgement.corrections, words)
    return {claim_id: claim for claim_id, claim in standing.items() if claim_id not in rejected}


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Judgements from the oldest to the newest; times without a zone are read as UTC."""
    return sorted(judgements, key=lambda judgement: (_instant(judgement), judgement.id))


def _instant(judgement: Judgement) -> dt.datetime:
    try:
        instant = dt.datetime.fromisoformat(judgement.at)
    except ValueError as error:
        raise UsageError(
            f"A judgement's time must be ISO 8601, not {judgement.at!r}; write 2025-01-31T12:00Z."
        ) from error
    return instant if instant.tzinfo else instant.replace(tzinfo=dt.UTC)


def _corrected(claim: Claim, corrections: Mapping[str, str], words: Vocabulary | None) -> Claim:
    fields: dict[str, str | None] = {}
    attributes = dict(claim.attributes)
    for name, value in corrections.items():
        if name in CORRECTABLE:
            fields[name] = None if value == "" and name in CLEARABLE else value
        else:
            attributes[name] = value
    kept = {name: value for name, value in attributes.items() if value != ""}
    changed = replace(claim, **fields, attributes=kept, confidence=1.0)  # type: ignore[arg-type]
    return changed if changed.type == claim.type else _retyped(changed, words)


def _retyped(claim: Claim, words: Vocabulary | None) -> Claim:
    """The claim with the direction and role names of its new type; the source stays the source."""
    tie_type = (words or vocabulary()).tie_type(claim.type)
    source, other = tie_type.roles
    ids = list(claim.actors) if tie_type.directed else sorted(claim.actors)
    old = {party.id: party for party in claim.parties}
    parties = tuple(
        Party(actor, other if place else source, old[actor].text, old[actor].person)
        for place, actor in enumerate(ids)
    )
    return replace(claim, directed=tie_type.directed, parties=parties)


@dataclass(frozen=True, slots=True)
class Links:
    """What analysts say about claims' being one event.

    `units` maps a claim to the representative of those it is the same as; `cuts` maps a claim to
    those it must not share an event with.
    """

    units: Mapping[str, str]
    cuts: Mapping[str, frozenset[str]]


def links_between(claim_ids: Iterable[str], judgements: Sequence[Judgement]) -> Links:
    """The links and cuts that hold among some claims.

    The newest judgement is heeded first; an older one is set aside where it contradicts a newer
    one, directly or through what other claims are the same as.
    """
    known = set(claim_ids)
    parent = {claim_id: claim_id for claim_id in known}
    apart: dict[str, set[str]] = defaultdict(set)
    for judgement in reversed(in_order(judgements)):
        if judgement.decision in LINKING:
            for pair in combinations(sorted(known & set(judgement.claims)), 2):
                _heed(judgement.decision, *pair, parent, apart)
    units = {claim_id: _root(parent, claim_id) for claim_id in known}
    return Links(units, {claim_id: frozenset(others) for claim_id, others in apart.items()})


def _heed(
    decision: str, first: str, second: str, parent: dict[str, str], apart: dict[str, set[str]]
) -> None:
    one, two = _root(parent, first), _root(parent, second)
    if decision == "different" and one != two:
        apart[first].add(second)
        apart[second].add(first)
    elif decision == "same" and not _cut(one, two, parent, apart):
        parent[max(one, two)] = min(one, two)


def _cut(one: str, two: str, parent: dict[str, str], apart: dict[str, set[str]]) -> bool:
    return any(
        {_root(parent, first), _root(parent, second)} == {one, two}
        for first, others in apart.items()
        for second in others
    )


def _root(parent: Mapping[str, str], claim_id: str) -> str:
    while parent[claim_id] != claim_id:
        claim_id = parent[claim_id]
    return claim_id
