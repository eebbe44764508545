"""What stands between a state and a pole on a day: concluded or held, possibly held, or neither."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from hedgerow.queries.dates.as_of import Position, position
from hedgerow.queries.dates.terms import TERM, last_term, stated_terms, term_over, terms_of
from hedgerow.queries.dossier.lanes import Lane
from hedgerow.queries.measures.weighing import Weights
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.edges import Selection, attribute_of, edges_of, sources_of
from hedgerow.queries.reading.selecting import life_of
from hedgerow.queries.sources.telling_sentence import most_telling_then
from hedgerow.queries.words.phrases import CONCLUDED, CONTESTED, DENIED, ENDED, HELD, PROSPECTIVE

Block = Literal["concluded", "possible", "prospective", "contested", "over"]
"""Concluded events and held ties; ties only possibly held; and what stands apart from both."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An edge as it stands on a day, what it weighs, and its sentences, the most telling first.

    `weight` is that of the weights file, without decay. `term` is its last stated one, `term_over`
    whether that has run out by the day: `term over`, `possibly` or None.
    """

    edge: Edge
    stands: Position
    weight: float
    sources: tuple[Source, ...]
    term: str | None = None
    term_over: str | None = None

    @property
    def block(self) -> Block:
        """Where it is told: what is not concluded, not surely held or over by the day is apart."""
        if self.edge.is_tie:
            if self.stands.standing == ENDED:
                return "over"
            sure = self.stands.standing == HELD and self.term_over is None
            return "concluded" if sure else "possible"
        if self.stands.standing == CONTESTED or self.stands.status == DENIED:
            return "contested"
        if self.stands.standing == PROSPECTIVE:
            return "prospective"
        return "concluded" if self.stands.standing == CONCLUDED else "over"

    @property
    def order(self) -> tuple[float, int, str]:
        """For sorting: the weightiest first, of equal ones the newest."""
        day = 0 if self.edge.placed is None else self.edge.placed.earliest.toordinal()
        return -abs(self.weight), -day, self.edge.id


@dataclass(frozen=True, slots=True)
class Between:
    """All that stands between a state and a pole on a day, the weightiest first.

    `begun` are the ids of all edges that can be placed by the day, told in a line of their own or
    not; `unplaced` counts those that are later, or that nothing dates.
    """

    pole: str
    placed: tuple[Placed, ...]
    begun: frozenset[str]
    unplaced: int

    def block(self, name: Block, lane: Lane | None = None) -> list[Placed]:
        """What is told in one block, of one lane or of all."""
        return [
            one
            for one in self.placed
            if one.block == name and (lane is None or one.edge.family in lane.families)
        ]


def between(reader: Reader, state: str, pole: str, weights: Weights, on: dt.date) -> Between:
    """What stands between the two at the end of a day.

    The concluded events of a tie are told in the line of the tie, so that none looks in force that
    has ended; only the one that ended it has a line of its own.
    """
    wanted = Selection(state, pole)
    edges, sources = edges_of(reader, wanted), sources_of(reader, wanted)
    values = {name: attribute_of(reader, wanted, name) for name in weights.attributes}
    told = attribute_of(reader, wanted, TERM)
    by_event = {one.id: tuple(stated_terms(one, told.get(one.id, ()))) for one in edges}
    standing = [stands for edge in edges if (stands := position(edge, on)) is not None]
    found = [
        Placed(
            edge=stands.edge,
            stands=stands,
            weight=weights.weight(
                stands.edge, {name: told.get(stands.edge.id, ()) for name, told in values.items()}
            ),
            sources=most_telling_then(stands, sources.get(stands.edge.id, ())),
            term=last_term(terms),
            term_over=term_over(stands.edge, terms, on),
        )
        for stands in standing
        for terms in (terms_of(stands.edge, by_event),)
    ]
    within = _within(standing)
    kept = (one for one in found if one.edge.id not in within or one.block != "concluded")
    return Between(
        pole=pole,
        placed=tuple(sorted(kept, key=lambda one: one.order)),
        begun=frozenset(one.edge.id for one in found),
        unplaced=len(edges) - len(found),
    )


def _within(standing: Iterable[Position]) -> frozenset[str]:
    """The events that opened, changed or bore out a tie."""
    lives = (life_of(stands.edge) for stands in standing if stands.edge.is_tie)
    return frozenset(event for life in lives for event in life)
