import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgerow.errors import UsageError
from hedgerow.queries.measures.engagement import dual_engagement, median_volume
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
    assert found.treaties == tuple(sorted((sure.id, perhaps.id)))
    assert dual_engagement(day, "VNM", "USA", "CHN", tau=1).allied == ()


@given(SIGNALS, st.floats(min_value=0.01, max_value=10))
def test_dual_engagement_lies_between_0_and_1(signals: list[Signal], tau: float) -> None:
    found = dual_engagement(as_of(*signals), "VNM", "USA", "CHN", tau)
    assert found.engagement is not None
    assert 0 <= found.engagement <= 1
    assert found.pipeline is not None
    assert 0 <= found.pipeline <= 1
