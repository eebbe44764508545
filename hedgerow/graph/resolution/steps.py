"""What an event or a confirming claim does to a tie, and when."""

from collections.abc import Iterator
from dataclasses import dataclass

from hedgerow.graph.records import Event, Party
from hedgerow.graph.resolution.choosing import best_date, first_publication, majority
from hedgerow.graph.resolution.discriminators import comparable, stated_value
from hedgerow.graph.resolution.levels import rung_height
from hedgerow.graph.resolution.moves import Move, acts, move_of, passed_end
from hedgerow.graph.resolution.readings import Reading, distinct_documents, distinct_origins
from hedgerow.graph.resolution.shelf import Group
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import TieKind, TieType, Vocabulary

Position = tuple[int, int, int, int, int, str]


@dataclass(frozen=True, eq=False)
class Step:
    """One step in the life of the ties of a kind.

    `when` is its EDTF date, None where unknown; `seen` that date, or else the first publication of
    what tells the step itself: a plan of it, or a lesser stage, shows nothing of the tie.
    `value` is the comparable discriminator (a slug for levels), `shown` its words.
    """

    move: Move
    position: Position
    when: str | None
    seen: str | None
    value: str | None
    shown: str | None
    level: str | None
    parties: tuple[Party, ...]
    event: str | None
    claims: tuple[str, ...]
    documents: frozenset[str]
    sources: frozenset[str]


def steps_of_event(group: Group, event: Event, kind: TieKind, words: Vocabulary) -> Iterator[Step]:
    """What an event does to a tie: nothing, one step, or a beginning and a stated end."""
    move = move_of(group, event, kind, words)
    if move is None:
        return
    acting = [one for one in group.readings if acts(one, group, kind, words, move)]
    when = best_date(acting)
    yield _event_step(group, event, move, words, when=when, seen=when or first_publication(acting))
    if move == "opens" and group.tie_type.interval:
        end = majority(acting, passed_end)
        if end is not None:
            yield _event_step(group, event, "closes", words, when=end, seen=end)


def _event_step(
    group: Group,
    event: Event,
    move: Move,
    words: Vocabulary,
    *,
    when: str | None,
    seen: str | None,
) -> Step:
    shown = majority(group.readings, lambda one: stated_value(one.claim, group.tie_type, words))
    sources = distinct_origins(group.readings)
    value = comparable(shown, group.tie_type)
    rank = words.status(event.status).rank
    height = rung_height(event.level, event.actors)
    return Step(
        move=move,
        position=(*_day(seen, move), rank, height, len(sources), event.id),
        when=when,
        seen=seen,
        value=value,
        shown=shown,
        level=event.level,
        parties=event.parties,
        event=event.id,
        claims=event.claims,
        documents=distinct_documents(group.readings),
        sources=sources,
    )


def _day(date: str | None, move: Move) -> tuple[int, int]:
    """The day a step is counted on, and how coarsely it is dated; no date comes first.

    An end counts on the last day it can mean, so that "ended in 2002" ends what began in May 2002.
    """
    if date is None:
        return 0, 0
    parsed = parse_partial_date(date)
    day = parsed.latest if move == "closes" else parsed.earliest
    return day.toordinal(), -date.count("-")


def hold_step(reading: Reading, tie_type: TieType, words: Vocabulary) -> Step:
    """The step of a claim that a tie holds: on its publication date, whatever date it gives."""
    claim = reading.claim
    shown = stated_value(claim, tie_type, words)
    seen = None if reading.published is None else reading.published.edtf
    return Step(
        move="holds",
        position=(*_day(seen, "holds"), words.status(claim.status).rank, 0, 1, reading.id),
        when=None,
        seen=seen,
        value=comparable(shown, tie_type),
        shown=shown,
        level=claim.level,
        parties=tuple(Party(party.id, party.role) for party in claim.parties),
        event=None,
        claims=(reading.id,),
        documents=frozenset((claim.document,)),
        sources=frozenset((reading.origin,)),
    )
