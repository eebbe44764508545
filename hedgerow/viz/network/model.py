"""What is on the page: actors, one line per pair of them, and what was left out."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from hedgerow.errors import NothingDone, UnknownActor
from hedgerow.graph.records import Event, Tie
from hedgerow.graph.snapshot import Snapshot
from hedgerow.ontology.actor_model import NAMING
from hedgerow.ontology.actors import actors
from hedgerow.ontology.partial_date import not_ahead, parse_partial_date
from hedgerow.queries.reading.edges import edges_for, sources_for
from hedgerow.queries.reading.rated import strictest
from hedgerow.queries.sources.party_only import PARTY_ONLY, party_only
from hedgerow.queries.words.phrases import listed, names
from hedgerow.viz.network.context import context
from hedgerow.viz.network.evidence import Sentence, sentences
from hedgerow.viz.network.items import Item, event_item, tie_item
from hedgerow.viz.network.kinds import Kind, in_order
from hedgerow.viz.network.pairs import Pair, pair_of
from hedgerow.viz.network.scale import Scale, scale_of
from hedgerow.viz.network.selection import Limits, select
from hedgerow.viz.network.wording import short_name

NOBODY_ELSE = f"{PARTY_ONLY[:1].upper()}{PARTY_ONLY[1:]}"


@dataclass(frozen=True, slots=True)
class Node:
    """A state or body on the page; `documents` is how many stand behind its lines.

    `label` is what the drawing has room for: a body's acronym, else the name. `aliases` are its
    code and the other names that it answers to.
    """

    id: str
    name: str
    label: str
    kind: str
    documents: int
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NetworkModel:
    """The content of a page. `published` is the span of the documents' EDTF dates, if known.

    `handling` is the strictest mark of these documents.
    """

    focus: tuple[str, ...]
    nodes: tuple[Node, ...]
    pairs: tuple[Pair, ...]
    left_out: tuple[str, ...]
    documents: int
    published: tuple[str, str] | None
    handling: str | None = None

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What its events and ties are, by group, then by label."""
        return in_order(item.kind for pair in self.pairs for item in pair.items)

    @property
    def scale(self) -> Scale | None:
        """The time scale that holds its events and ties; None if none is dated."""
        last = parse_partial_date(self.published[1]).latest if self.published else None
        day = not_ahead(last)
        newest = None if day is None else parse_partial_date(day.isoformat())
        return scale_of([item.span for pair in self.pairs for item in pair.items], newest)


def network_model(
    snapshot: Snapshot,
    *,
    focus: Sequence[str] = (),
    as_of: dt.date | None = None,
    limits: Limits | None = None,
) -> NetworkModel:
    """Choose and arrange what a page about the actors `focus` shows; about everyone if empty.

    `as_of` is the day on which ties are called unconfirmed; None: the newest publication date.

    Raises:
        UnknownActor: the ontology has no actor with an id in `focus`.
        NothingDone: nothing is held on the actors asked for.
    """
    _check(focus)
    chosen = select(snapshot, focus, limits or Limits())
    if not chosen.pairs:
        raise NothingDone(_nothing(focus))
    wanted = sorted(set().union(*(bundle.matters for bundle in chosen.pairs.values())))
    matters = [_matter(snapshot, one) for one in wanted]
    evidence = sentences(snapshot, (claim for one in matters for claim in one.claims))
    alone = _party_only(snapshot, wanted)
    items = {
        one: replace(item, notes=(*item.notes, NOBODY_ELSE)) if one in alone else item
        for one, item in _items(matters, evidence, as_of).items()
    }
    pairs = tuple(
        pair_of(ends, [items[one] for one in bundle.matters])
        for ends, bundle in chosen.pairs.items()
    )
    return NetworkModel(
        focus=tuple(focus),
        nodes=_nodes(pairs),
        pairs=pairs,
        left_out=chosen.left_out,
        documents=len({sentence.document for sentence in evidence.values()}),
        published=_published(evidence.values()),
        handling=strictest(sentence.handling for sentence in evidence.values()),
    )


def _party_only(snapshot: Snapshot, matters: Collection[str]) -> frozenset[str]:
    """Those matters that nobody but a party to them tells."""
    edges = edges_for(snapshot, matters)
    told = sources_for(snapshot, edges)
    return frozenset(one.id for one in edges if party_only(one, told.get(one.id, ())))


def _check(focus: Sequence[str]) -> None:
    for one in focus:
        if actors().get(one) is None:
            raise UnknownActor(f"No state or body has the id {one!r}; give a code such as VNM.")


def _nothing(focus: Sequence[str]) -> str:
    whom = f"on {listed(names(focus))}" if focus else "between states or bodies"
    return f"The store holds no evidence {whom}; load articles that tell of it and try again."


def _matter(snapshot: Snapshot, matter: str) -> Event | Tie:
    return snapshot.event(matter) if matter.startswith("event/") else snapshot.tie(matter)


def _items(
    matters: Collection[Event | Tie], evidence: Mapping[str, Sentence], as_of: dt.date | None
) -> dict[str, Item]:
    published = _published(evidence.values())
    if as_of is None and published is not None:
        as_of = not_ahead(parse_partial_date(published[1]).latest)
    shared = context(matters, evidence, as_of)
    return {
        matter.id: event_item(matter, shared)
        if isinstance(matter, Event)
        else tie_item(matter, shared)
        for matter in matters
    }


def _nodes(pairs: Sequence[Pair]) -> tuple[Node, ...]:
    documents: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        for end in pair.ends:
            documents[end].update(*(item.documents for item in pair.items))
    found = sorted(documents, key=lambda one: (-len(documents[one]), one))
    return tuple(_node(one, len(documents[one])) for one in found)


def _node(actor_id: str, documents: int) -> Node:
    actor = actors().get(actor_id)
    kind = "entity" if actor is None else actor.kind
    name = names([actor_id])[0]
    return Node(actor_id, name, short_name(actor_id), kind, documents, _aliases(actor_id, name))


def _aliases(actor_id: str, name: str) -> tuple[str, ...]:
    own = (one for one in actors().surfaces() if one.actor == actor_id and one.kind in NAMING)
    return tuple(dict.fromkeys((actor_id, *(one.text for one in own if one.text != name))))


def _published(found: Iterable[Sentence]) -> tuple[str, str] | None:
    dates = {sentence.published for sentence in found if sentence.published is not None}
    if not dates:
        return None
    first = min(dates, key=lambda date: (parse_partial_date(date).earliest, date))
    return first, max(dates, key=lambda date: (parse_partial_date(date).latest, date))
