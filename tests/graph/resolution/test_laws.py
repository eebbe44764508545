"""Laws that hold for any claims: see the strategies for what "any" spans."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from hedgerow.graph.records import Judgement, Tie
from hedgerow.graph.resolution import Evidence, Resolved
from hedgerow.ontology.partial_date import parse_partial_date
from tests.graph.resolution.building import WORDS, resolve, told

FAMILIES = sorted({tie_type.family for tie_type in WORDS.tie_types.values()})
LEVELS = ("strategic", "comprehensive", "comprehensive_strategic")
VALUES = ("Cam Ranh", "F-16", "F-16 fighter jets", "arms embargo")

days = st.dates(
    min_value=parse_partial_date("2010").earliest, max_value=parse_partial_date("2013").latest
)
dates = st.builds(
    lambda day, length: day.isoformat()[:length], days, st.sampled_from((4, 7, 10, 10))
)


def optional(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[str | None]:
    return st.none() | strategy


@st.composite
def claims_of_a_bucket(draw: st.DrawFn) -> list[Evidence]:
    family = draw(st.sampled_from(FAMILIES))
    types = sorted(one.name for one in WORDS.tie_types.values() if one.family == family)
    found = draw(st.lists(evidence_of(types), min_size=1, max_size=10))
    return list({one.claim.id: one for one in found}.values())


@st.composite
def evidence_of(draw: st.DrawFn, types: Sequence[str]) -> Evidence:
    type_ = draw(st.sampled_from(types))
    optional_words = {
        "level": draw(optional(st.sampled_from(LEVELS))),
        "item": draw(optional(st.sampled_from(VALUES))),
        "place": draw(optional(st.sampled_from(VALUES))),
        "date_end": draw(optional(dates)),
        "stage": draw(optional(st.sampled_from(sorted(WORDS.statuses)))),
        "extent": draw(optional(st.sampled_from(("partial", "full")))),
    }
    return told(
        type_,
        draw(st.sampled_from(("USA VNM", "VNM USA"))),
        draw(st.sampled_from(sorted(WORDS.statuses))),
        draw(optional(dates)),
        document=draw(st.sampled_from("abcdefgh")),
        published=draw(optional(dates)),
        phase=draw(st.sampled_from(WORDS.phases)),
        confidence=draw(st.sampled_from((0.3, 0.5, 0.9))),
        start=draw(st.integers(0, 3)),
        **{name: word for name, word in optional_words.items() if word is not None},
    )


@st.composite
def judgements_on(draw: st.DrawFn, evidence: Sequence[Evidence]) -> list[Judgement]:
    ids = [one.claim.id for one in evidence]
    judgement = st.builds(
        Judgement,
        decision=st.sampled_from(("accept", "reject", "correct", "same", "different", "note")),
        claims=st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True).map(tuple),
        by=st.sampled_from(("A", "B")),
        at=st.sampled_from(("2025-01-01", "2025-01-02T10:00:00Z", "2025-01-02T12:00:00+07:00")),
        corrections=st.sampled_from(
            ({}, {"date": "2011-05-05"}, {"status": "signed"}, {"date": ""})
        ),
    )
    return draw(st.lists(judgement, max_size=5))


@given(st.data(), claims_of_a_bucket())
def test_order_plays_no_part(data: st.DataObject, evidence: list[Evidence]) -> None:
    judgements = data.draw(judgements_on(evidence))
    shuffled = data.draw(st.permutations(evidence)), data.draw(st.permutations(judgements))
    assert resolve(*shuffled) == resolve(evidence, judgements)


@given(st.data(), claims_of_a_bucket())
def test_every_claim_that_counts_is_in_exactly_one_event(
    data: st.DataObject, evidence: list[Evidence]
) -> None:
    links = [
        one for one in data.draw(judgements_on(evidence)) if one.decision in ("same", "different")
    ]
    places = Counter(claim for event in resolve(evidence, links).events for claim in event.claims)
    assert set(places.values()) <= {1}
    for one in evidence:
        if one.claim.confidence < 0.5:
            assert one.claim.id not in places
        elif one.claim.phase != "holds":
            assert one.claim.id in places


@given(claims_of_a_bucket())
def test_an_unrelated_claim_leaves_events_as_they_are(evidence: list[Evidence]) -> None:
    first = evidence[0].claim
    unrelated = told(
        first.type,
        " ".join(first.actors),
        "occurred",
        "1950-01-01",
        document="z",
        published="1950-01-02",
    )
    assert set(resolve(evidence).events) <= set(resolve([*evidence, unrelated]).events)


@given(claims_of_a_bucket())
def test_ids_and_former_ids_are_unique(evidence: list[Evidence]) -> None:
    resolved = resolve(evidence)
    ids = [one for event in resolved.events for one in (event.id, *event.formerly)]
    ids += [tie.id for tie in resolved.ties]
    assert len(set(ids)) == len(ids)


@given(claims_of_a_bucket())
def test_only_what_is_concluded_opens_a_tie_and_nothing_contested_ends_one(
    evidence: list[Evidence],
) -> None:
    resolved = resolve(evidence)
    events = {event.id: event for event in resolved.events}
    for tie in resolved.ties:
        if tie.opened_by is not None:
            assert events[tie.opened_by].standing == "concluded"
        if tie.closed_by is not None:
            closing = events[tie.closed_by]
            assert closing.standing == "concluded" or closing.status in ("ended", "suspended")
            assert closing.standing != "contested"


@given(claims_of_a_bucket())
def test_ties_of_one_kind_and_value_never_overlap(evidence: list[Evidence]) -> None:
    resolved = resolve(evidence)
    for first, second in combinations(resolved.ties, 2):
        if (first.kind, first.actors, value(first)) == (second.kind, second.actors, value(second)):
            assert follows(first, second, resolved) or follows(second, first, resolved)


def value(tie: Tie) -> tuple[str | None, str | None]:
    return (tie.level, None) if tie.kind == "partnership" else (None, tie.item)


def follows(later: Tie, earlier: Tie, resolved: Resolved) -> bool:
    """Whether one tie ends before, or on the day on which, the other begins to count."""
    ids = {tie.id: tie for tie in resolved.ties}
    if later.previous is not None and ids[later.previous] is earlier and later.since is None:
        return earlier.until is not None
    if earlier.until is None or later.since is None:
        return earlier.closed_by is not None
    return parse_partial_date(earlier.until).earliest <= parse_partial_date(later.since).latest
