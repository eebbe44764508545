"""What taking a document out changes, and why: edges, judgements, dates ahead, editions."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from hedgerow.graph.catalogue import editions_beside, number_of_claims, read_whole
from hedgerow.graph.changes import Changes
from hedgerow.graph.records import Claim, Document, Event, Tie
from hedgerow.graph.resolution.judging import in_order
from hedgerow.graph.snapshot import Snapshot, present
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.terms import TERM
from hedgerow.queries.review.fallen import Fallen, fallen
from hedgerow.queries.review.standing import judged_in
from hedgerow.queries.words.phrases import PROSPECTIVE
from hedgerow.queries.words.wording import told_edge


@dataclass(frozen=True, slots=True)
class Orphaned:
    """A judgement that names claims of the document; `left` is how many others it names."""

    id: str
    decision: str
    by: str
    at: str
    note: str | None
    left: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """A day that a calendar has no longer: of a plan, or the end of a term (`kind`)."""

    kind: str
    date: str
    edge: str
    words: str


@dataclass(frozen=True, slots=True)
class Held:
    """A document as it is before it is taken out, and what judgements name its claims.

    `again` are older editions, which count again without it. Of its claims, `total` in number,
    those of an event table are not all listed.
    """

    document: Document
    claims: tuple[Claim, ...]
    total: int
    again: tuple[str, ...]
    judgements: tuple[Orphaned, ...]


@dataclass(frozen=True, slots=True)
class Withdrawing:
    """The whole report; `untold` changes rested on rows of a table."""

    held: Held
    edges: tuple[Fallen, ...]
    ahead: tuple[Ahead, ...]
    untold: int = 0


def held_before(snapshot: Snapshot, document: str) -> Held:
    """What is here of a document; look before it is taken out.

    Raises:
        UsageError: it is not here.
    """
    found, claims = present(read_whole(snapshot, document), document)
    newer, older = editions_beside(snapshot, document)
    return Held(
        document=found,
        claims=tuple(claims),
        total=max(len(claims), number_of_claims(snapshot, document)),
        again=() if newer else older,
        judgements=tuple(_orphaned(snapshot, {each.id for each in claims})),
    )


def withdrawing(snapshot: Snapshot, held: Held, changes: Changes) -> Withdrawing:
    """The report on changes; the snapshot may be from before them or after."""
    edges = tuple(fallen(changes))
    here = {each.id: each for each in held.claims}
    ahead = (each for one in edges for each in _ahead(snapshot, here, one))
    return Withdrawing(held, edges, tuple(ahead), changes.untold)


def _orphaned(snapshot: Snapshot, claims: Set[str]) -> Iterator[Orphaned]:
    for one in in_order(judged_in(snapshot).about(claims)):
        left = len(set(one.claims) - claims)
        yield Orphaned(one.id, one.decision, one.by, one.at, one.note, left)


def _ahead(snapshot: Snapshot, here: Mapping[str, Claim], one: Fallen) -> Iterator[Ahead]:
    """The dates of an event that nothing states any more; a tie has none of its own."""
    before, after = one.before, one.after
    if not isinstance(before, Event):
        return
    if before.standing == PROSPECTIVE and before.date and _date_of(after) != before.date:
        yield Ahead("plan", before.date, before.id, told_edge(before))
    left = frozenset(after.claims if after else ())
    kept = _terms(snapshot, here, left)
    for term in sorted(_terms(snapshot, here, frozenset(before.claims)) - kept):
        yield Ahead("end of a term", term, before.id, told_edge(before))


def _date_of(edge: Event | Tie | None) -> str | None:
    return edge.date if isinstance(edge, Event) and edge.standing == PROSPECTIVE else None


def _terms(snapshot: Snapshot, here: Mapping[str, Claim], claims: Set[str]) -> Set[str]:
    """The ends that claims state, as corrected; of what lasts it is the last day."""
    found = [*snapshot.claims(ids=sorted(claims - here.keys()))]
    found += [here[each] for each in sorted(claims & here.keys())]
    standing = filter(None, map(judged_in(snapshot).standing, found))
    told = (
        each.date_end if vocabulary().tie_type(each.type).interval else each.attributes.get(TERM)
        for each in standing
    )
    return frozenset(filter(None, told))
