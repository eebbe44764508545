"""A plan, a report or a denial dates, confirms and supports nothing as concluded."""

import pytest

from hedgerow.graph.records import Event, Tie
from hedgerow.graph.resolution import Evidence
from tests.graph.resolution.building import one_event, resolve, told

LEVEL = "comprehensive_strategic"
UNFULFILLED = ("reported", "talks", "planned")


def raised(status: str, published: str | None, date: str | None = None) -> Evidence:
    document = f"{status}{published}{date}"
    actors = "USA VNM"
    type_ = "partnership_upgrade"
    return told(type_, actors, status, date, document=document, published=published, level=LEVEL)


def treaty(status: str, published: str, date: str | None = None, phase: str = "begins") -> Evidence:
    return told(
        *("alliance_treaty", "PHL USA", status, date),
        document=f"{status}{published}{date}",
        published=published,
        phase=phase,
        name="Treaty of Friendship",
    )


def one_of_each(*evidence: Evidence) -> tuple[Event, Tie]:
    """The only event and the only tie."""
    found = resolve(evidence)
    (event,), (tie,) = found.events, found.ties
    return event, tie


def confirmed(tie: Tie) -> tuple[str | None, str | None]:
    return tie.first_confirmed, tie.last_confirmed


@pytest.mark.parametrize("status", UNFULFILLED)
def test_what_was_not_yet_concluded_never_dates_what_was(status: str) -> None:
    event, tie = one_of_each(raised(status, "2023-09-02"), raised("agreed", "2023-09-10"))
    assert (event.status, event.date, event.first_published) == ("agreed", None, "2023-09-10")
    assert (tie.since, *confirmed(tie)) == (None, "2023-09-10", "2023-09-10")


def test_the_day_that_a_plan_names_is_not_the_day_of_the_fact() -> None:
    plan = raised("planned", "2023-09-02", "2023-09-12")
    event, tie = one_of_each(plan, raised("agreed", "2023-09-14"))
    assert (event.status, event.date, event.first_published) == ("agreed", None, "2023-09-14")
    assert (tie.since, *confirmed(tie)) == (None, "2023-09-14", "2023-09-14")


def test_a_plan_told_after_the_fact_moves_nothing() -> None:
    event, tie = one_of_each(raised("agreed", "2023-09-10"), raised("planned", "2023-09-12"))
    assert event.first_published == "2023-09-10"
    assert confirmed(tie) == ("2023-09-10", "2023-09-10")


def test_a_fact_of_no_known_publication_borrows_none_from_its_plan() -> None:
    linked = [raised("planned", "2023-09-02", "2023-09-10"), raised("agreed", None, "2023-09-10")]
    event, tie = one_of_each(*linked)
    assert (event.date, event.first_published) == ("2023-09-10", None)
    assert tie.since == "2023-09-10"


def test_a_plan_gives_a_fact_no_last_day() -> None:
    day, actors = "2024-06-10", "USA VNM"
    held = told("joint_exercise", actors, "occurred", day, document="a")
    end = "2024-06-20"
    plan = told("joint_exercise", actors, "planned", day, document="b", date_end=end)
    assert one_event([held, plan]).date_end is None


def test_a_signature_does_not_date_the_entry_into_force() -> None:
    event, tie = one_of_each(treaty("signed", "2024-01-10"), treaty("in_force", "2024-02-20"))
    assert (event.status, event.first_published) == ("in_force", "2024-02-20")
    assert confirmed(tie) == ("2024-02-20", "2024-02-20")


def test_what_a_later_stage_concludes_is_confirmed_from_the_first_stage_that_holds_it() -> None:
    event, tie = one_of_each(raised("agreed", "2023-09-02"), raised("signed", "2023-09-10"))
    assert (event.status, event.first_published) == ("signed", "2023-09-10")
    assert confirmed(tie) == ("2023-09-02", "2023-09-02")


def test_a_plan_to_end_is_not_its_end() -> None:
    made = treaty("in_force", "2010-03-02", "2010-03-01")
    plan = treaty("planned", "2024-01-10", "2024-02-01", phase="ends")
    ended = treaty("ended", "2024-02-20", phase="ends")
    (tie,) = resolve([made, plan, ended]).ties
    assert (tie.since, tie.until, tie.until_basis) == ("2010-03-01", "2024-02-20", "published")


def test_what_was_called_off_keeps_the_day_it_was_planned_for() -> None:
    plan = raised("planned", "2023-09-02", "2023-09-12")
    event = one_event([plan, raised("cancelled", "2023-09-08")])
    assert (event.status, event.date, event.first_published) == (
        *("cancelled", "2023-09-12", "2023-09-08"),
    )


def test_a_plan_is_dated_by_when_it_was_first_told() -> None:
    event = one_event([raised("talks", "2023-09-02"), raised("planned", "2023-09-10")])
    assert (event.status, event.first_published) == ("planned", "2023-09-02")


def test_a_contested_fact_is_told_by_those_who_assert_it() -> None:
    evidence = [
        raised("planned", "2023-09-02"),
        raised("denied", "2023-09-05"),
        raised("agreed", "2023-09-10"),
    ]
    event = one_event(evidence)
    assert (event.standing, event.first_published) == ("contested", "2023-09-10")


def test_a_level_that_only_a_plan_names_is_not_shown_as_reached() -> None:
    plan = told(
        "partnership_upgrade", "USA VNM", "planned", "2023-09-10", document="plan",
        published="2023-09-01", level="comprehensive_strategic", confidence=0.99,
    )  # fmt: skip
    done = told(
        "partnership_upgrade", "USA VNM", "agreed", "2023-09-10", document="done",
        published="2023-09-10", confidence=0.7,
    )  # fmt: skip
    event = one_event([plan, done])
    assert (event.status, event.level, event.confidence) == ("agreed", None, 0.7)


def test_an_item_that_only_talks_name_is_not_shown_as_delivered() -> None:
    talks = told("arms_deal", "USA VNM", "talks", "2024-03", document="talks", item="F-16")
    signed = told("arms_deal", "USA VNM", "signed", "2024-03-10", document="signed")
    events = resolve([talks, signed]).events
    assert [event.item for event in events if event.status == "signed"] == [None]
