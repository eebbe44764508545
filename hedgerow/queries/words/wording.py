"""Events, ties and claims told in one line."""

from collections.abc import Callable, Mapping

from hedgerow.graph.records import Event, Tie
from hedgerow.ontology.partial_date import PUBLISHED
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.reading.matters import Matter
from hedgerow.queries.words.phrases import (
    date_text,
    listed,
    matter_text,
    names,
    parties_text,
    standing_word,
    status_text,
    tie_text,
)


def told_edge(edge: Event | Tie) -> str:
    """`Russia - Vietnam: contested: base access, Cam Ranh, 2016-10-13; asserted by ...`."""
    return _told_event(edge) if isinstance(edge, Event) else _told_tie(edge)


def told_matter(matter: Matter) -> str:
    """The same of an event or tie of which no record is at hand, and of a claim.

    Of a claim: `Russia to Vietnam: base access, Cam Ranh, claimed as denied (in talks)`.
    """
    return _TELLERS[matter.id.partition("/")[0]](matter)


def _told_claim(claim: Matter) -> str:
    parties = parties_text(claim.actors, directed=claim.directed)
    return f"{parties}: {_matter(claim)}, claimed as {status_text(claim.status, claim.stage)}"


def _told_event(event: Event | Matter) -> str:
    doubt = standing_word(event.standing, event.status)
    matter = _matter(event)
    stands = f"{doubt}: {matter}" if doubt else f"{matter} ({status_text(event.status)})"
    parties = parties_text(event.actors, directed=event.directed and not event.denied_by)
    when = date_text(event.date, event.first_published)
    return f"{parties}: {stands}, {when}{_sides(event)}"


def _sides(event: Event | Matter) -> str:
    if not event.denied_by:
        return ""
    asserted, denied = listed(names(event.asserted_by)), listed(names(event.denied_by))
    return f"; asserted by {asserted}; denied by {denied}"


def _told_tie(tie: Tie | Matter) -> str:
    matter = tie_text(vocabulary().kind(tie.kind).label, tie.level, tie.item)
    parties = parties_text(tie.actors, directed=tie.directed)
    until = f"{'ended by' if tie.until_basis == PUBLISHED else 'until'} {tie.until}"
    since = f"since {tie.since or 'an unstated date'}"
    return f"{parties}: {matter}, {f'{since} {until}' if tie.until else since}"


def _matter(edge: Event | Matter) -> str:
    label = vocabulary().tie_type(edge.type).label
    return matter_text(label, edge.level, edge.item, edge.place)


_TELLERS: Mapping[str, Callable[[Matter], str]] = {
    "event": _told_event,
    "tie": _told_tie,
    "claim": _told_claim,
}
