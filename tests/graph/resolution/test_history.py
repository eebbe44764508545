import datetime as dt

from hedgerow.graph.records import Event
from hedgerow.graph.resolution import Evidence, status_as_of
from tests.graph.resolution.building import WORDS, one_event, told


def deal(document: str, status: str, date: str | None, published: str, **more: str) -> Evidence:
    return told(
        "arms_deal",
        "USA VNM",
        status,
        date,
        document=document,
        published=published,
        item="F-16",
        **more,
    )


def access(document: str, status: str, published: str, **more: str) -> Evidence:
    return told(
        "base_access",
        "CHN KHM",
        status,
        document=document,
        published=published,
        place="Ream",
        **more,
    )


def steps(event: Event) -> list[tuple[str, str | None, str]]:
    return [(entry.status, entry.on, entry.basis) for entry in event.history]


def test_a_deal_goes_from_talks_to_delivery_in_one_event() -> None:
    event = one_event(
        [
            deal("d", "delivered", "2025-01-20", "2025-01-21"),
            deal("a", "talks", None, "2023-09-23"),
            deal("c", "signed", "2024-06-01", "2024-06-02"),
            deal("b", "talks", None, "2023-09-23"),
        ]
    )
    assert steps(event) == [
        ("talks", "2023-09-23", "published"),
        ("signed", "2024-06-01", "stated"),
        ("delivered", "2025-01-20", "stated"),
    ]
    assert len(event.history[0].claims) == 2
    assert (event.status, event.standing) == ("delivered", "concluded")


def test_a_plan_is_a_step_on_the_day_it_was_told() -> None:
    called_off = one_event(
        [
            told("visit", "USA VNM", "planned", "2024-06-10", document="a", published="2024-05-01"),
            told("visit", "USA VNM", "cancelled", None, document="b", published="2024-06-05"),
        ]
    )
    assert (called_off.status, called_off.standing) == ("cancelled", "negative")
    assert steps(called_off)[0] == ("planned", "2024-05-01", "published")
    assert called_off.date == "2024-06-10"


def test_what_is_reported_never_advances_a_status() -> None:
    event = one_event(
        [
            deal("a", "talks", "2023-09-20", "2023-09-23"),
            deal("b", "reported", "2023-10-01", "2023-10-01", stage="signed"),
        ]
    )
    assert event.status == "talks"
    assert event.history[-1].stage == "signed"


def test_what_is_only_reported_stays_reported() -> None:
    event = one_event([deal("a", "reported", None, "2023-10-01", stage="signed")])
    assert (event.status, event.standing) == ("reported", "prospective")


def test_a_later_plan_does_not_undo_what_was_concluded() -> None:
    event = one_event(
        [
            deal("a", "signed", "2023-09-10", "2023-09-11"),
            deal("b", "planned", "2023-09-20", "2023-09-20"),
        ]
    )
    assert event.status == "signed"


def test_a_date_is_taken_from_what_concludes_the_event() -> None:
    event = one_event(
        [
            deal("a", "planned", "2023-09-05", "2023-09-05"),
            deal("b", "planned", "2023-09-05", "2023-09-05"),
            deal("c", "signed", "2023-09", "2023-10-01"),
        ]
    )
    assert event.date == "2023-09"


def test_only_denials_leave_a_matter_denied() -> None:
    event = one_event(
        [
            told(
                "base_access",
                "RUS VNM",
                "denied",
                document=name,
                published=f"2016-10-{day}",
                stage="talks",
                place="Cam Ranh",
            )
            for name, day in (("a", 13), ("b", 14))
        ]
    )
    assert (event.status, event.standing) == ("denied", "negative")
    assert event.asserted_by == event.denied_by == ()


def test_a_matter_asserted_and_denied_is_contested_with_both_sides_named() -> None:
    event = one_event(
        [
            access("a", "reported", "2019-07-22", stage="signed", source="Wall Street Journal"),
            access("b", "denied", "2019-07-22", stage="signed", attributed_to="KHM"),
            access("c", "denied", "2019-07-23", stage="signed", source="Khmer Times"),
            access("d", "reported", "2019-07-24", stage="signed", attributed_to="US officials"),
        ]
    )
    assert (event.status, event.standing) == ("reported", "contested")
    assert event.asserted_by == ("US officials", "unnamed")
    assert event.denied_by == ("KHM", "unnamed")


def test_a_denial_of_an_earlier_stage_still_contests() -> None:
    event = one_event(
        [
            access("a", "denied", "2019-07-22", stage="planned", attributed_to="KHM"),
            access("b", "in_force", "2019-08-01", source="The Daily"),
        ]
    )
    assert (event.status, event.standing) == ("in_force", "contested")
    assert event.asserted_by == ("The Daily",)


def test_a_claim_that_a_tie_holds_stands_against_a_denial() -> None:
    event = one_event(
        [
            access("a", "denied", "2019-07-22", stage="in_force", attributed_to="KHM"),
            access("b", "in_force", "2019-08-01", phase="holds", source="The Daily"),
        ]
    )
    assert (event.standing, event.asserted_by) == ("contested", ("The Daily",))


def test_a_status_is_read_for_a_day() -> None:
    evidence = [
        deal("a", "talks", None, "2023-09-23"),
        deal("b", "signed", "2024-06-01", "2024-06-02"),
        deal("c", "denied", None, "2024-07-01", stage="signed"),
    ]
    history = one_event(evidence).history
    assert status_as_of(history, WORDS) == ("signed", "contested")
    assert status_as_of(history, WORDS, on=dt.date(2024, 1, 1)) == ("talks", "contested")
    assert status_as_of(history, WORDS, on=dt.date(2020, 1, 1)) is None
