"""From the claims of one event to the event."""

from collections.abc import Iterable, Sequence

from hedgerow.graph.ids import content_id
from hedgerow.graph.records import Event, Party, StatusEntry
from hedgerow.graph.resolution.choosing import (
    best_date,
    dating,
    describing,
    first_publication,
    majority,
    telling,
)
from hedgerow.graph.resolution.history import CONTESTED, status_as_of, status_history
from hedgerow.graph.resolution.readings import (
    DENIED,
    REPORTED,
    Reading,
    distinct_documents,
    distinct_origins,
)
from hedgerow.graph.resolution.shelf import Group
from hedgerow.ontology.vocabulary import Vocabulary

UNNAMED = "unnamed"


def event_of(group: Group, bucket: str, words: Vocabulary) -> Event:
    """The event that a group of claims tells.

    Its id hashes the anchor's claim id: earliest published, then smallest. `formerly` holds the ids
    it has had, or would have, with another claim as its anchor.
    """
    readings = sorted(group.readings, key=lambda reading: reading.anchor_key)
    history = status_history(readings, words)
    status, standing = _current(history, words)
    contested = standing == CONTESTED
    dated = dating(readings, status, group.turn, words)
    date = best_date(dated)
    told = telling(readings, status, words)
    described = describing(readings, status, words)
    return Event(
        id=_event_id(readings[0]),
        type=group.tie_type.name,
        directed=group.tie_type.directed,
        parties=_parties(group),
        status=status,
        standing=standing,
        date=date,
        date_end=majority(
            [one for one in dated if one.claim.date == date], lambda one: one.claim.date_end
        ),
        level=majority(described, lambda one: one.claim.level),
        from_level=majority(described, lambda one: one.claim.from_level),
        item=majority(described, lambda one: one.claim.item),
        place=majority(described, lambda one: one.claim.place),
        claims=tuple(sorted(reading.id for reading in readings)),
        history=history,
        documents=len(distinct_documents(readings)),
        sources=len(distinct_origins(readings)),
        confidence=max(reading.claim.confidence for reading in told),
        bucket=bucket,
        first_published=first_publication(told),
        asserted_by=_voices(readings, denying=False) if contested else (),
        denied_by=_voices(readings, denying=True) if contested else (),
        formerly=tuple(sorted(_event_id(reading) for reading in readings[1:])),
    )


def _event_id(anchor: Reading) -> str:
    return content_id("event", anchor.id)


def _current(history: Sequence[StatusEntry], words: Vocabulary) -> tuple[str, str]:
    current = status_as_of(history, words)
    assert current is not None  # noqa: S101  a group has at least one claim
    return current


def _parties(group: Group) -> tuple[Party, ...]:
    """The actors in their roles: the source of a directed type first, the others by id."""
    roles = {party.id: party.role for party in group.founder.parties}
    _, source, _ = group.key
    others = sorted(actor for actor in roles if actor != source)
    return tuple(Party(actor, roles[actor]) for actor in ([source, *others] if source else others))


def _voices(readings: Iterable[Reading], *, denying: bool) -> tuple[str, ...]:
    """Who speaks on one side: whom a claim is attributed to, else the outlet in its own voice.

    A report or denial that names nobody is the word of somebody unnamed, not of its outlet. Nobody
    is taken to have denied a matter only for being a party to it.
    """
    voices = set()
    for reading in readings:
        if (reading.claim.status == DENIED) == denying:
            voices.add(reading.claim.attributed_to or _own_voice(reading))
    return tuple(sorted(voices))


def _own_voice(reading: Reading) -> str:
    told = reading.claim.status in (REPORTED, DENIED)
    return UNNAMED if told else reading.source or UNNAMED
