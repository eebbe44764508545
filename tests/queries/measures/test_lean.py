import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgerow.errors import UsageError
from hedgerow.queries.measures.lean import lean
from hedgerow.queries.measures.signals import Signal
from tests.queries.measures.making import SIGNALS, WORTHS, as_of, signal


def test_lean_on_plain_sums() -> None:
    day = as_of(signal("USA VNM", 0.3), signal("CHN VNM", 0.1), signal("CHN VNM", -0.9))
    found = lean(day, "VNM", "USA", "CHN")
    assert found.lean == pytest.approx(75)
    assert found.cooperation == (0.3, 0.1)
    assert len(found.edges) == 2


def test_no_data_is_no_number_and_never_50() -> None:
    assert lean(as_of(), "VNM", "USA", "CHN").lean is None
    assert lean(as_of(signal("CHN VNM", -0.9)), "VNM", "USA", "CHN").lean is None


def test_the_pipeline_enters_a_number_of_its_own() -> None:
    day = as_of(signal("USA VNM", 0.3), signal("CHN VNM", 0.1, layer="prospective"))
    found = lean(day, "VNM", "USA", "CHN")
    assert (found.lean, found.pipeline) == (100, 0)


def test_the_state_is_none_of_the_poles() -> None:
    with pytest.raises(UsageError, match="different actors"):
        lean(as_of(), "USA", "USA", "CHN")


@given(SIGNALS)
def test_swapping_the_poles_mirrors_it(signals: list[Signal]) -> None:
    day = as_of(*signals)
    one, other = lean(day, "VNM", "USA", "CHN").lean, lean(day, "VNM", "CHN", "USA").lean
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert 0 <= one <= 100
        assert one == pytest.approx(100 - other)


@given(SIGNALS, st.floats(min_value=0.01, max_value=100))
def test_a_thicker_record_of_the_same_mix_leans_the_same(
    signals: list[Signal], factor: float
) -> None:
    day = as_of(*signals)
    before = lean(day, "VNM", "USA", "CHN").lean
    after = lean(day.scaled(lambda edge: factor), "VNM", "USA", "CHN").lean
    assert after == (None if before is None else pytest.approx(before))


@given(SIGNALS, WORTHS)
def test_more_cooperation_with_a_never_leans_away(signals: list[Signal], worth: float) -> None:
    before = lean(as_of(*signals), "VNM", "USA", "CHN").lean
    after = lean(as_of(*signals, signal("USA VNM", worth)), "VNM", "USA", "CHN").lean
    assert after is not None
    assert before is None or after >= before - 1e-9
