import datetime as dt
import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgerow.queries.measures.paired import dealt, moves_of, paired_moves, share_matched
from hedgerow.queries.measures.signals import Signal
from tests.queries.measures.making import as_of, signal, tie

DATES = st.lists(st.dates(dt.date(2000, 1, 1), dt.date(2025, 1, 1)), max_size=30)


def move(actors: str, date: str) -> Signal:
    return signal(actors, 0.5, costly=True, what="joint_exercise", date=date)


def paired_years() -> list[Signal]:
    """Every fifth year one move towards each of two, and others with a third in between."""
    both = [
        move(f"{one} VNM", f"{year}-0{month}-10")
        for year in range(2000, 2025, 4)
        for one, month in (("USA", 3), ("CHN", 5))
    ]
    return both + [
        move("IND VNM", f"{year}-06-10") for year in range(2002, 2025, 4) for _ in range(3)
    ]


def test_a_move_is_matched_within_a_year_and_no_later() -> None:
    day = as_of(
        *(move("USA VNM", "2013-07-25"), move("USA VNM", "2024-10-21")),
        *(move("CHN VNM", "2014-07-25"), move("CHN VNM", "2025-05-31")),
    )
    (found,) = paired_moves(day, "VNM", [("USA", "CHN")])
    assert (found.moves, found.share) == ((2, 2), 1)
    late = as_of(move("USA VNM", "2024-01-21"), move("CHN VNM", "2025-01-31"))
    assert paired_moves(late, "VNM", [("USA", "CHN")])[0].share == 0


def test_only_dated_concluded_costly_moves_count_and_joint_ones_for_neither() -> None:
    opened = move("USA VNM", "2020-01-01")
    day = as_of(
        *(move("USA VNM", "2021"), move("CHN USA VNM", "2022-01-01")),
        signal("USA VNM", 0.5, date="2022-01-01"),
        signal("USA VNM", -0.5, costly=True, date="2022-01-01"),
        signal("USA VNM", 0.5, costly=True, layer="prospective", date="2022-01-01"),
        Signal(tie("deployment", "USA VNM"), "concluded", 0.6, 0.6, costly=True),
        within=(opened,),
    )
    (found,) = paired_moves(day, "VNM", [("USA", "CHN")])
    assert (found.moves, found.joint, found.undated) == ((1, 0), 1, 1)
    assert found.edges == (opened.edge.id,)
    assert len(moves_of(day, "VNM")) == 3


def test_a_side_without_moves_gives_no_number() -> None:
    (found,) = paired_moves(as_of(move("USA VNM", "2020-01-01")), "VNM", [("USA", "CHN")])
    assert (found.share, found.expected, found.p, found.adjusted, found.claim) == (
        *(None, None, None, None),
        False,
    )


def test_what_goes_together_more_than_by_chance_is_claimed() -> None:
    day = as_of(*paired_years())
    (found,) = paired_moves(day, "VNM", [("USA", "CHN")])
    assert found.share == 1
    assert found.expected is not None
    assert found.threshold is not None
    assert found.expected < found.threshold < 1
    assert found.claim
    assert paired_moves(day, "VNM", [("USA", "CHN")]) == (found,)


def test_many_pairs_asked_at_once_are_corrected_for() -> None:
    day = as_of(*paired_years(), *(move("RUS VNM", f"{year}-01-05") for year in (2003, 2009)))
    sides = [("USA", "CHN"), ("USA", "RUS"), ("RUS", "CHN"), ("RUS", "IND")]
    alone = paired_moves(day, "VNM", sides[:1])[0]
    together = paired_moves(day, "VNM", sides)
    assert alone.adjusted == pytest.approx(alone.p)
    assert all(one.p is not None and one.adjusted is not None for one in together)
    assert together[0].p == alone.p
    assert (together[0].adjusted or 0) > (alone.adjusted or 0)


@given(DATES, st.integers())
def test_chance_keeps_each_year_and_month(days: list[dt.date], seed: int) -> None:
    after = dealt(days, random.Random(seed))
    assert Counter((day.year, day.month) for day in after) == Counter(
        (day.year, day.month) for day in days
    )


@given(DATES.filter(bool), DATES)
def test_matching_agrees_with_looking_at_every_pair(
    first: list[dt.date], second: list[dt.date]
) -> None:
    matched = sum(any(abs((a - b).days) <= 365 for b in second) for a in first)
    assert share_matched(first, second, 365) == matched / len(first)
