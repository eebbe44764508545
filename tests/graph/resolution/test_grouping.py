import pytest

from hedgerow.graph.records import Event
from hedgerow.graph.resolution import Evidence, bucket_of
from tests.graph.resolution.building import one_event, resolve, told


def visit(document: str, date: str | None, status: str = "occurred", **more: str) -> Evidence:
    return told("visit", "USA VNM", status, date, document=document, **more)


def by_date(events: tuple[Event, ...]) -> list[Event]:
    return sorted(events, key=lambda event: event.date or "")


def test_bucket_is_the_family_and_the_sorted_actors() -> None:
    deal = told("arms_deal", "RUS VNM", "signed", document="a").claim
    transfer = told("arms_transfer", "VNM RUS", "delivered", document="a").claim
    assert bucket_of(deal) == bucket_of(transfer) == "bucket/arms/RUS-VNM"


def test_readouts_of_both_sides_make_one_event() -> None:
    event = one_event(
        [
            visit("a", "2023-09-10", published="2023-09-11", source="Nhan Dan"),
            visit("b", "2023-09-11", published="2023-09-10", source="State Department"),
            visit("c", "2023-09-10", published="2023-09-12"),
        ]
    )
    assert (event.date, event.documents, event.first_published) == ("2023-09-10", 3, "2023-09-10")
    assert [(party.id, party.role, party.text) for party in event.parties] == [
        ("USA", "visitor", None),
        ("VNM", "host", None),
    ]


def test_directions_stay_apart() -> None:
    there = visit("a", "2023-09-10")
    back = told("visit", "VNM USA", "occurred", "2023-09-10", document="b")
    assert len(resolve([there, back]).events) == 2


def test_an_event_does_not_chain_on_from_window_to_window() -> None:
    days = ("2023-09-01", "2023-09-07", "2023-09-13", "2023-09-19")
    events = resolve([visit(day, day) for day in days]).events
    assert [len(event.claims) for event in by_date(events)] == [2, 2]


def test_the_best_attested_day_is_what_others_are_measured_from() -> None:
    days = ["2023-09-10"] * 3 + ["2023-09-04", "2023-09-16"]
    event = one_event([visit(str(number), day) for number, day in enumerate(days)])
    assert event.date == "2023-09-10"


def test_a_year_only_claim_joins_one_of_two_visits_and_bridges_none() -> None:
    dated = [visit("a", "2023-04-15"), visit("b", "2023-09-10")]
    events = by_date(resolve([*dated, visit("c", "2023"), visit("d", "2023-09")]).events)
    assert [(event.date, event.documents) for event in events] == [
        ("2023-04-15", 2),
        ("2023-09-10", 2),
    ]


def test_visits_known_by_year_only_stay_in_their_years() -> None:
    events = resolve([visit("a", "2013"), visit("b", "2014"), visit("c", "2013")]).events
    assert [(event.date, event.documents) for event in by_date(events)] == [
        ("2013", 2),
        ("2014", 1),
    ]


def test_an_undated_claim_joins_an_event_of_the_last_sixty_days() -> None:
    dated = visit("a", "2023-09-10", published="2023-09-10")
    assert len(resolve([dated, visit("b", None, published="2023-11-01")]).events) == 1
    assert len(resolve([dated, visit("b", None, published="2023-12-01")]).events) == 2
    assert len(resolve([dated, visit("b", None, published="2023-09-08")]).events) == 2


def test_an_undated_plan_joins_what_came_of_it_soon_after() -> None:
    came = visit("a", "2023-09-10", published="2023-09-11")
    plan = visit("b", None, "planned", published="2023-09-05")
    assert one_event([came, plan]).status == "occurred"


def test_an_undated_plan_after_a_visit_is_about_another_visit() -> None:
    came = visit("a", "2023-09-10", published="2023-09-11")
    plan = visit("b", None, "planned", published="2023-10-20")
    assert {event.status for event in resolve([came, plan]).events} == {"occurred", "planned"}


def test_undated_claims_without_a_dated_event_group_by_publication() -> None:
    claims = [
        visit("a", None, published="2023-09-10"),
        visit("b", None, published="2023-09-12"),
        visit("c", None, published="2024-03-01"),
        visit("d", None),
    ]
    assert sorted(event.documents for event in resolve(claims).events) == [1, 1, 2]


def test_an_undated_claim_prefers_the_event_at_its_level() -> None:
    def level(document: str, date: str | None, name: str, published: str) -> Evidence:
        return told(
            "partnership_upgrade",
            "JPN PHL",
            "agreed",
            date,
            document=document,
            published=published,
            level=name,
        )

    events = resolve(
        [
            level("a", "2023-09-01", "strategic", "2023-09-01"),
            level("b", "2023-09-20", "enhanced_strategic", "2023-09-20"),
            level("c", None, "strategic", "2023-09-21"),
        ]
    ).events
    assert {event.level: event.documents for event in events} == {
        "strategic": 2,
        "enhanced_strategic": 1,
    }


@pytest.mark.parametrize(
    ("first", "second", "events"),
    [
        ("F-16", "F-16 fighter jets", 1),
        ("F-16", "f 16", 1),
        ("F-16", "C-130", 2),
        ("Su-3", "Su-30", 2),
        ("Su-30", "Su-30MK2", 1),
    ],
)
def test_items_keep_deals_apart_unless_one_names_the_other(
    first: str, second: str, events: int
) -> None:
    deals = [
        told("arms_deal", "USA VNM", "talks", "2023-09-10", document=item, item=item)
        for item in (first, second)
    ]
    assert len(resolve(deals).events) == events


def test_an_unnamed_item_never_makes_two_named_ones_one() -> None:
    deals = [
        told("arms_deal", "USA VNM", "talks", "2023-09-10", document=item, item=item)
        for item in ("F-16", "C-130")
    ]
    unnamed = [
        told("arms_deal", "USA VNM", "talks", "2023-09-10", document=f"u{number}")
        for number in range(5)
    ]
    assert sorted(event.documents for event in resolve(deals + unnamed).events) == [1, 6]


def test_wordings_on_one_rung_are_one_event() -> None:
    raised = [
        told("partnership_upgrade", "CHN VNM", "agreed", "2008-05-30", document=level, level=level)
        for level in ("comprehensive_strategic", "comprehensive_strategic_cooperative")
    ]
    assert len(resolve(raised).events) == 1


def test_a_claim_that_a_tie_holds_makes_no_event() -> None:
    holds = told(
        "partnership_upgrade",
        "USA VNM",
        "in_force",
        document="a",
        phase="holds",
        published="2024-01-01",
        level="comprehensive_strategic",
    )
    assert resolve([holds]).events == ()


def test_claims_read_unsurely_resolve_into_nothing() -> None:
    assert resolve([visit("a", "2023-09-10")]).events
    unsure = told("visit", "USA VNM", "occurred", "2023-09-10", document="a", confidence=0.49)
    assert resolve([unsure]).events == ()


def test_the_anchor_is_the_earliest_published_and_old_ids_are_kept() -> None:
    later = visit("a", "2023-09-10", published="2023-09-12")
    undated_document = visit("b", "2023-09-10")
    alone = one_event([later, undated_document])
    earlier = visit("c", "2023-09-10", published="2023-09-09")
    joined = one_event([later, undated_document, earlier])
    assert alone.id == one_event([later]).id
    assert joined.id == one_event([earlier]).id
    assert set(joined.formerly) == {alone.id, one_event([undated_document]).id}
    assert list(joined.formerly) == sorted(joined.formerly)
