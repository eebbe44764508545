"""Which edges count on a day, in which layer, and for how much."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest

from hedgerow.graph.records import StatusEntry
from hedgerow.queries.measures.graph import as_of_graph
from hedgerow.queries.measures.signals import AsOf
from hedgerow.queries.measures.weighing import Told
from hedgerow.queries.measures.weights import default_weights
from hedgerow.queries.reading.edge import Edge
from tests.queries.making import Article, vietnam
from tests.queries.measures.making import DAY, event, tie, told


def day(*edges: Edge, on: dt.date = DAY, attributes: Mapping[str, Told] | None = None) -> AsOf:
    return as_of_graph(edges, attributes or {}, default_weights(), on)


def worths(found: AsOf) -> dict[str, float]:
    return {one.edge.id: one.worth for one in found.signals}


def test_an_event_loses_half_of_its_weight_in_a_half_life() -> None:
    (signal,) = day(event("arms_deal", "USA VNM", "2023-06-02")).signals
    assert (signal.weight, signal.since) == (0.5, dt.date(2023, 6, 2))
    assert signal.worth == pytest.approx(0.25)


def test_a_tie_counts_in_full_while_held_and_its_events_not_again() -> None:
    opening = event("defence_agreement", "PHL USA", "2023-01-01", status="in_force")
    held = tie("defence_agreement", "PHL USA", "2023-01-01", opened_by=opening.id)
    found = day(opening, held)
    assert worths(found) == {held.id: 0.55}
    assert [one.edge.id for one in found.within] == [opening.id]
    assert found.left_out == {"part of a tie": 1}


def test_what_is_over_counts_nowhere() -> None:
    opening = event("defence_agreement", "PHL USA", "2018-01-01", status="in_force")
    ended = tie("defence_agreement", "PHL USA", "2018-01-01", end="2024", events=(opening.id,))
    found = day(opening, ended)
    assert not found.signals
    assert found.left_out == {"ended": 1, "part of a tie that is over": 1}


def test_a_stated_term_that_ran_out_ends_a_tie_unless_it_was_confirmed_later() -> None:
    opening = event("base_access", "CHN MMR", "2010-01-01", status="in_force", end="2020-12-31")
    held = tie("base_access", "CHN MMR", "2010-01-01", events=(opening.id,))
    assert day(opening, held).left_out["past a stated term"] == 1
    renewed = replace(held, last_confirmed="2025-01-01")
    assert list(worths(day(opening, renewed))) == [held.id]


def test_a_term_in_other_words_than_a_date_ends_nothing() -> None:
    opening = event("base_access", "CHN MMR", "2010-01-01", status="in_force")
    held = tie("base_access", "CHN MMR", "2024-01-01", events=(opening.id,))
    told = {opening.id: {"valid_until": ("ten years", "<b>")}}
    assert list(worths(day(opening, held, attributes=told))) == [held.id]


def test_what_was_denied_later_is_contested_from_the_start() -> None:
    articles = [
        Article("2025-05-02").says(
            "China signed access.", "base_access", "CHN KHM", "signed", date="2025-05-01"
        ),
        Article("2025-05-10").says(
            "Cambodia denied that it was signed.",
            *("base_access", "CHN KHM", "denied"),
            stage="signed",
            date="2025-05-01",
            attributed_to="KHM",
        ),
    ]
    found = told(articles, dt.date(2025, 5, 5), "KHM")
    assert not found.signals
    assert found.left_out["contested"] == 1


def test_events_of_an_unconfirmed_tie_count_as_events() -> None:
    opening = event("defence_agreement", "PHL USA", "2018-01-01", status="in_force")
    stale = tie("defence_agreement", "PHL USA", "2018-01-01", events=(opening.id,))
    found = day(opening, stale)
    assert list(worths(found)) == [opening.id]
    assert found.left_out == {"unconfirmed": 1}


def test_a_tie_confirmed_or_ended_after_the_day_was_held_on_it() -> None:
    confirmed = tie("defence_agreement", "PHL USA", "2010", last_confirmed="2026-01-01")
    ended = tie("defence_agreement", "JPN PHL", "2010", end="2026-01-01")
    assert worths(day(confirmed, ended)) == {confirmed.id: 0.55, ended.id: 0.55}


def test_a_step_against_a_tie_counts_beside_it() -> None:
    eased = event("sanction_lift", "USA VNM", "2025-01-01")
    embargo = tie("sanction", "USA VNM", "2024-01-01", events=(eased.id,))
    found = worths(day(eased, embargo))
    assert found[embargo.id] < 0 < found[eased.id]


def test_what_is_planned_is_a_layer_of_its_own() -> None:
    planned = event("visit", "USA VNM", status="planned")
    (signal,) = day(planned).signals
    assert signal.layer == "prospective"
    assert day(planned).between("USA", "VNM") == ()


@pytest.mark.parametrize("status", ["denied", "cancelled", "suspended", "ended"])
def test_what_came_to_nothing_is_left_out_by_its_status(status: str) -> None:
    found = day(event("arms_deal", "USA VNM", status=status))
    assert (found.signals, found.left_out) == ((), {status: 1})


def test_what_is_uncertain_is_left_out_by_the_reason() -> None:
    denial = StatusEntry("denied", "2025-01-01", "stated", "signed", ())
    signing = StatusEntry("signed", "2025-01-01", "stated", None, ())
    undated = StatusEntry("signed", None, "none", None, ())
    found = day(
        event("arms_deal", "RUS VNM", history=(signing, denial)),
        event("arms_deal", "RUS VNM", history=(undated,)),
        event("arms_deal", "RUS VNM", "2025-06-02"),
        event("statement", "RUS VNM"),
        tie("partnership", "RUS VNM", "2025"),
        tie("partnership", "IND VNM", None),
        tie("partnership", "JPN VNM", "2026"),
        tie("partnership", "CHN VNM", "2020", end="2021"),
    )
    assert found.signals == ()
    assert found.left_out == {
        "contested": 1,
        "undated": 1,
        "later than the day": 2,
        "of no weight": 1,
        "possibly held": 2,
        "ended": 1,
    }


def test_brokerage_counts_only_for_itself() -> None:
    found = day(event("mediation", "MYS KHM THA"))
    assert found.signals == ()
    assert [one.edge.what for one in found.brokered] == ["mediation"]


def test_only_an_obligation_to_defend_makes_an_ally() -> None:
    sure = tie("alliance", "PHL USA", "2020")
    unstated = tie("alliance", "THA USA", "2020")
    consulting = tie("alliance", "MYS SGP", "2020")
    attributes = {
        sure.id: {"obligation": ("defence",)},
        consulting.id: {"obligation": ("consultation",)},
    }
    found = day(sure, unstated, consulting, attributes=attributes)
    assert found.allied == (sure,)
    assert found.perhaps_allied == (unstated,)
    assert worths(found) == {sure.id: 1.0, unstated.id: 0.4, consulting.id: 0.4}


def test_an_edge_counts_once_however_often_it_is_read() -> None:
    visit = event("visit", "USA VNM")
    assert len(day(visit, visit).signals) == 1


def test_a_later_or_coarser_report_makes_an_event_no_younger() -> None:
    steps = tuple(
        StatusEntry("occurred", on, "stated", None, ())
        for on in ("2023", "2023-06-02", "2024-01-01")
    )
    (signal,) = day(event("visit", "USA VNM", history=steps)).signals
    assert signal.since == dt.date(2023, 6, 2)


def test_what_was_taken_up_again_counts_from_then_on() -> None:
    steps = tuple(
        StatusEntry(status, on, "stated", None, ())
        for status, on in (
            ("signed", "2015-01-01"),
            ("suspended", "2020-01-01"),
            ("signed", "2024-01-01"),
        )
    )
    (signal,) = day(event("arms_deal", "USA VNM", history=steps)).signals
    assert signal.since == dt.date(2024, 1, 1)


def test_a_store_is_read_with_the_attributes_that_refine() -> None:
    article = Article("2025-05-01").says(
        "The state secretary of Ruritania arrived in Hanoi.",
        *("visit", "USA VNM", "occurred"),
        date="2025-05-01",
        attributes={"rank": "official"},
    )
    (signal,) = told([article], dt.date(2025, 5, 1), "VNM", "USA").signals
    assert signal.weight == 0.05


def test_the_made_up_record_of_vietnam() -> None:
    found = told(vietnam(), dt.date(2025, 11, 30), "VNM")
    assert {one.edge.what for one in found.between("VNM", "USA")} == {"partnership", "visit"}
    assert {one.edge.what for one in found.between("VNM", "USA", "prospective")} == {
        *("arms_deal", "visit")
    }
    assert found.left_out["contested"] == found.left_out["denied"] == 1


def test_a_tie_in_the_year_in_which_its_term_ends_is_possibly_held() -> None:
    opening = event("base_access", "CHN MMR", "2010-01-01", status="in_force", end="2025")
    held = tie("base_access", "CHN MMR", "2010-01-01", events=(opening.id,))
    assert day(opening, held).left_out["possibly held"] == 1


def test_the_last_day_of_a_summit_is_no_term_of_what_it_raised() -> None:
    raised = event("partnership_upgrade", "USA VNM", "2024-09-10", end="2024-09-11")
    held = tie("partnership", "USA VNM", "2024-09-10", events=(raised.id,))
    assert held.id in worths(day(raised, held))
