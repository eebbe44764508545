"""What the events and ties of one page share: the sentences, the events by id, the day."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hedgerow.graph.records import Event, Tie
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.viz.network.evidence import Sentence


@dataclass(frozen=True, slots=True)
class Context:
    """What the items of one page share.

    `evidence` holds the sentences by claim id, `events` the events on the page by id, `replaced`
    the ids of ties that gave way to the next one, `as_of` the day on which ties count as
    unconfirmed.
    """

    evidence: Mapping[str, Sentence]
    events: Mapping[str, Event]
    replaced: frozenset[str]
    as_of: dt.date | None

    def of(self, claims: Iterable[str]) -> tuple[Sentence, ...]:
        """The sentences of some claims, newest first."""
        found = [self.evidence[claim] for claim in claims if claim in self.evidence]
        found.sort(key=lambda one: (_day(one), one.document, one.claim), reverse=True)
        return tuple(found)


def context(
    matters: Iterable[Event | Tie], evidence: Mapping[str, Sentence], as_of: dt.date | None
) -> Context:
    """What the items of a page with these events and ties share."""
    found = list(matters)
    ties = {one.id: one for one in found if isinstance(one, Tie)}
    replaced = {
        tie.previous
        for tie in ties.values()
        if tie.previous in ties and ties[tie.previous].closed_by == tie.opened_by
    }
    return Context(
        evidence=evidence,
        events={one.id: one for one in found if isinstance(one, Event)},
        replaced=frozenset(one for one in replaced if one is not None),
        as_of=as_of,
    )


def _day(sentence: Sentence) -> dt.date:
    if sentence.published is None:
        return dt.date.min
    return parse_partial_date(sentence.published).latest
