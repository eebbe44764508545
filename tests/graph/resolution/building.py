"""Claims in a few words, for the tests of resolution."""

from collections.abc import Sequence

from hedgerow.graph.records import Claim, Event, Judgement, Party, Tie
from hedgerow.graph.resolution import Evidence, Resolved, bucket_of, resolve_bucket
from hedgerow.ontology.vocabulary import vocabulary

WORDS = vocabulary()
OPTIONAL = ("stage", "date", "date_end", "level", "from_level", "item", "place", "attributed_to")


def told(
    type_: str,
    actors: str,
    status: str,
    date: str | None = None,
    *,
    document: str,
    published: str | None = None,
    source: str = "The Daily",
    phase: str = "begins",
    confidence: float = 0.9,
    start: int = 0,
    **more: str,
) -> Evidence:
    """One claim of `actors` ("USA VNM", source first), with its document's date and outlet."""
    tie_type = WORDS.tie_type(type_)
    ids = actors.split() if tie_type.directed else sorted(actors.split())
    source_role, other_role = tie_type.roles
    parties = tuple(
        Party(actor, other_role if place else source_role, text=f"the text for {actor}")
        for place, actor in enumerate(ids)
    )
    fields = {name: more.pop(name) for name in OPTIONAL if name in more}
    claim = Claim(
        document=f"document/{document}",
        type=type_,
        directed=tie_type.directed,
        parties=parties,
        status=status,
        phase=phase,
        quote="a sentence",
        start=start,
        end=start + 10,
        date=date,
        date_basis="none" if date is None else "stated",
        attributes=more,
        confidence=confidence,
        **fields,
    )
    return Evidence(claim, published, source)


def resolve(evidence: Sequence[Evidence], judgements: Sequence[Judgement] = ()) -> Resolved:
    """Resolve claims that all belong to the bucket of the first one."""
    return resolve_bucket(bucket_of(evidence[0].claim), evidence, judgements, WORDS)


def one_event(evidence: Sequence[Evidence], judgements: Sequence[Judgement] = ()) -> Event:
    """The only event that the claims make."""
    events = resolve(evidence, judgements).events
    assert len(events) == 1
    return events[0]


def by_time(ties: Sequence[Tie]) -> list[Tie]:
    """Ties by their beginning, unknown ones first."""
    return sorted(ties, key=lambda tie: (tie.since or "", tie.until or "9999"))


def spans(ties: Sequence[Tie]) -> list[tuple[str | None, str | None]]:
    """When ties began and ended."""
    return [(tie.since, tie.until) for tie in by_time(ties)]
