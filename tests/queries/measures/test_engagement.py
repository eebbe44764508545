from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgerow.errors import UsageError
from hedgerow.queries.measures.engagement import dual_engagement, median_volume
from hedgerow.queries.measures.lean import lean
from hedgerow.queries.measures.signals import Signal
from tests.queries.measures.making import SIGNALS, as_of, signal, tie


def test_balance_times_volume() -> None:
    day = as_of(signal("USA VNM", 0.3), signal("CHN VNM", 0.1))
    found = dual_engagement(day, "VNM", "USA", "CHN", tau=0.8)
    assert found.balance == pytest.approx(0.5)
    assert found.volume == pytest.approx(0.4)
    assert found.engagement == pytest.approx(0.25)


def test_an_empty_record_is_0_without_a_balance() -> None:
    found = dual_engagement(as_of(), "VNM", "USA", "CHN", tau=1)
    assert (found.engagement, found.balance, found.volume) == (0, None, 0)


def test_without_a_full_volume_there_is_no_number() -> None:
    assert median_volume(as_of(), "USA", "CHN", ["VNM"]) is None
    assert dual_engagement(as_of(), "VNM", "USA", "CHN", tau=None).engagement is None
    with pytest.raises(UsageError, match="tau must be above 0"):
        dual_engagement(as_of(), "VNM", "USA", "CHN", tau=0)


def test_the_full_volume_is_the_median_of_states_with_data() -> None:
    day = as_of(
        *(signal(f"USA {code}", worth) for code, worth in (("VNM", 1), ("THA", 2), ("PHL", 9)))
    )
    states = ["VNM", "THA", "PHL", "LAO", "USA"]
    assert median_volume(day, "USA", "CHN", states) == 2


def test_bodies_do_not_move_the_full_volume() -> None:
    day = as_of(signal("USA VNM", 2), signal("USA ASEAN", 0.1), signal("CHN EU", 0.1))
    assert median_volume(day, "USA", "CHN", day.actors()) == 2


def test_one_rule_tells_what_is_thin_or_one_sided() -> None:
    many = [signal("USA VNM", 0.1) for _ in range(12)]
    clash = signal("CHN VNM", -0.5)
    for measure in (lean, partial(dual_engagement, tau=1)):
        found = measure(as_of(*many, clash), "VNM", "USA", "CHN")
        assert (found.lacking, found.is_one_sided, found.is_thin) == (("CHN",), True, True)
        both = measure(as_of(*many, signal("CHN VNM", 0.1)), "VNM", "USA", "CHN")
        assert (both.lacking, both.is_one_sided, both.is_thin) == ((), False, False)
        few = measure(as_of(many[0], signal("CHN VNM", 0.1)), "VNM", "USA", "CHN")
        assert (few.is_one_sided, few.is_thin) == (False, True)


def test_only_costly_signals_if_asked() -> None:
    day = as_of(
        signal("USA VNM", 0.3, costly=True),
        signal("CHN VNM", 0.3),
        signal("CHN VNM", 0.1, costly=True),
    )
    found = dual_engagement(day.costly_only(), "VNM", "USA", "CHN", tau=0.1)
    assert found.engagement == pytest.approx(0.5)


def test_a_treaty_sets_the_allied_flag_towards_its_pole() -> None:
    sure, perhaps = tie("alliance", "PHL USA"), tie("alliance", "CHN PHL")
    day = as_of(allied=(sure,), perhaps_allied=(perhaps, tie("alliance", "THA USA")))
    found = dual_engagement(day, "PHL", "USA", "CHN", tau=1)
    assert (found.allied, found.perhaps_allied) == (("USA",), ("CHN",))
    assert dual_engagement(day, "VNM", "USA", "CHN", tau=1).allied == ()


@given(SIGNALS, st.floats(min_value=0.01, max_value=10))
def test_dual_engagement_lies_between_0_and_1(signals: list[Signal], tau: float) -> None:
    found = dual_engagement(as_of(*signals), "VNM", "USA", "CHN", tau)
    assert found.engagement is not None
    assert 0 <= found.engagement <= 1
    assert found.pipeline is not None
    assert 0 <= found.pipeline <= 1
