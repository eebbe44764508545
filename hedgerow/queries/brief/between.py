"""What differs between two days, told from all that is loaded: begun, moved, ended, in prospect."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from hedgerow.ontology.ladders import ladders
from hedgerow.queries.dates.as_of import POSSIBLY, Position, position
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.words.phrases import (
    CONTESTED,
    DENIED,
    ENDED,
    HELD,
    NEGATIVE,
    PROSPECTIVE,
    level_words,
    status_text,
)

Kind = Literal[
    "added", "possible", "raised", "lowered", "relabelled", "changed", "ended", "ahead", "contested"
]


BEGUN: Mapping[str, Kind] = {PROSPECTIVE: "ahead", POSSIBLY: "possible"}
"""What is new and neither concluded nor surely held stands apart."""


@dataclass(frozen=True, slots=True)
class Moved:
    """An edge that stands otherwise on the second day; `told` is what changed in a few words,
    nothing of what is new.

    `before` is None where it had not begun by the first day, or nothing could place it there.
    `instead` is the tie that this one came in the place of.
    """

    kind: Kind
    before: Position | None
    after: Position
    told: str
    instead: Edge | None = None

    @property
    def order(self) -> tuple[int, int, str]:
        """For sorting: by documents, then the latest first."""
        since = self.after.since
        return -self.after.edge.documents, -(since.toordinal() if since else 0), self.after.edge.id


def between(edges: Iterable[Edge], first: dt.date, last: dt.date) -> tuple[Moved, ...]:
    """What stands otherwise at the end of the second day than at the end of the first.

    A level that took another's place is told once, as raised, lowered or, where no ladder of the
    two orders both, as another one. Events that opened or ended a tie are told with the tie.
    """
    stands = [(position(edge, first), position(edge, last)) for edge in edges]
    stood = [(before, after) for before, after in stands if after is not None]
    steps = list(_steps(stood))
    told = {id_ for step in steps for id_ in _told_with(step)}
    rest = [one for pair in stood if (one := _moved(*pair)) and one.after.edge.id not in told]
    within = {event for one in rest if one.after.edge.is_tie for event in _life(one.after.edge)}
    kept = (one for one in rest if one.after.edge.id not in within)
    return tuple(sorted((*steps, *kept), key=lambda one: one.order))


def _steps(stood: Sequence[tuple[Position | None, Position]]) -> Iterator[Moved]:
    """Levels that came in the place of others between the same actors."""
    over: Mapping[tuple[str, ...], list[Edge]] = defaultdict(list)
    for before, after in stood:
        ended = after.standing == ENDED and before is not None and before.standing == HELD
        if ended and after.edge.level:
            over[after.edge.actors].append(after.edge)
    for before, after in stood:
        edge = after.edge
        earlier = over.get(edge.actors)
        if before is None and edge.is_tie and edge.level and after.standing == HELD and earlier:
            old = max(earlier, key=lambda one: (one.end or "", one.id))
            words = f"{level_words(old.level or '')} → {level_words(edge.level)}"
            yield Moved(_direction(old, edge), None, after, words, old)


def _direction(old: Edge, new: Edge) -> Kind:
    """By the ladders of the actors that order both levels; none may say the contrary."""
    moves = set()
    for actor in new.actors:
        ladder = ladders().get(actor)
        rungs = [ladder.rung_for(one.level or "") for one in (old, new)] if ladder else []
        ranks = [rung.rank for rung in rungs if rung is not None and rung.rank is not None]
        if len(ranks) == 2 and ranks[0] != ranks[1]:
            moves.add(ranks[1] > ranks[0])
    if len(moves) != 1:
        return "relabelled"
    return "raised" if moves.pop() else "lowered"


def _told_with(step: Moved) -> Iterator[str]:
    yield step.after.edge.id
    yield from _life(step.after.edge)
    if step.instead is not None:
        yield step.instead.id
        yield from _life(step.instead)


def _life(tie: Edge) -> Iterator[str]:
    yield from filter(None, (tie.opened_by, tie.closed_by))


def _moved(before: Position | None, after: Position) -> Moved | None:
    was = None if before is None else (before.standing, before.status)
    if was == (after.standing, after.status):
        return None
    told = "" if before is None else f"{_text(before)} → {_text(after)}"
    return Moved(_kind(before, after), before, after, told)


def _kind(before: Position | None, after: Position) -> Kind:
    if after.standing == CONTESTED or after.status == DENIED:
        return "contested"
    if after.standing in {ENDED, NEGATIVE}:
        return "ended"
    if before is not None:
        return "changed"
    return BEGUN.get(after.standing, "added")


def _text(stands: Position) -> str:
    if stands.edge.is_tie:
        return f"{POSSIBLY} {HELD}" if stands.standing == POSSIBLY else stands.standing
    told = status_text(str(stands.status))
    return f"{CONTESTED}: {told}" if stands.standing == CONTESTED else told
