"""Events and ties as the page shows them: a heading, a verdict, a date and the sentences."""

from dataclasses import dataclass

from hedgerow.graph.records import Event, Tie
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.viz.design import style
from hedgerow.viz.network.context import Context
from hedgerow.viz.network.evidence import Sentence
from hedgerow.viz.network.kinds import Kind, event_kind, tie_kind
from hedgerow.viz.network.notes import (
    badge,
    event_label,
    event_notes,
    event_when,
    is_ended,
    parties_words,
    status_words,
    tie_notes,
    tie_when,
    titled,
)
from hedgerow.viz.network.scale import Span, event_span, tie_span


@dataclass(frozen=True, slots=True)
class Item:
    """One event or tie.

    `badge` and `status` say its standing in words, `when` its date; `sort_date` is an EDTF date,
    `span` the days it may have been on, None if nothing dates it. It `is_dated` if that is more
    than its publication.
    `sentences` are those to show under it, newest first, `documents` all documents behind it.
    """

    id: str
    actors: tuple[str, ...]
    directed: bool
    is_tie: bool
    title: str
    kind: Kind
    standing: str
    badge: str
    status: str
    when: str
    sort_date: str
    span: Span | None
    is_dated: bool
    parties: str
    notes: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    documents: frozenset[str]

    @property
    def group(self) -> str:
        """The group that colours it."""
        return self.kind.group

    @property
    def has_more(self) -> bool:
        """Whether documents beyond those of its sentences stand behind it."""
        return not self.documents.issubset(sentence.document for sentence in self.sentences)

    @property
    def mixed(self) -> bool:
        """Whether its sentences differ in what they say of its standing."""
        return len({sentence.status for sentence in self.sentences}) > 1


def event_item(event: Event, shared: Context) -> Item:
    """An event with the sentences of its claims."""
    found = shared.of(event.claims)
    standing = style().standing_of(event.standing, event.status)
    return Item(
        id=event.id,
        actors=event.actors,
        directed=event.directed,
        is_tie=False,
        title=titled(event_label(event), event.item, event.level),
        kind=event_kind(event.type),
        standing=standing.name,
        badge=badge(event),
        status=status_words(event),
        when=event_when(event),
        sort_date=event.date or event.first_published or "",
        span=event_span(event),
        is_dated=event.date is not None,
        parties=parties_words(event, disputed=standing.disputed),
        notes=event_notes(event),
        sentences=found,
        documents=frozenset(sentence.document for sentence in found),
    )


def tie_item(tie: Tie, shared: Context) -> Item:
    """A tie with the sentences that its own events do not have, else with one of its opening."""
    found = shared.of(tie.claims)
    events = [shared.events[one] for one in tie.events if one in shared.events]
    told = {claim for event in events for claim in event.claims}
    opened = shared.events.get(tie.opened_by or "")
    opening = shared.of(opened.claims if opened else tie.claims)[:1]
    ended = is_ended(tie)
    return Item(
        id=tie.id,
        actors=tie.actors,
        directed=tie.directed,
        is_tie=True,
        title=titled(vocabulary().kind(tie.kind).label, tie.item, tie.level),
        kind=tie_kind(tie.kind),
        standing=style().standing_of("negative" if ended else "concluded", "").name,
        badge="Held" if not ended else "Replaced" if tie.id in shared.replaced else "Ended",
        status="",
        when=tie_when(tie),
        sort_date=tie.since or "",
        span=tie_span(tie),
        is_dated=tie.since is not None,
        parties=parties_words(tie),
        notes=tie_notes(tie, opened, shared.as_of),
        sentences=tuple(one for one in found if one.claim not in told) or opening,
        documents=frozenset(sentence.document for sentence in found),
    )
