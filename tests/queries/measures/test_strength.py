import math

import pytest
from hypothesis import given

from hedgerow.queries.measures.signals import Signal
from hedgerow.queries.measures.strength import strength, strengths
from tests.queries.measures.making import SIGNALS, as_of, signal


def test_cooperation_and_conflict_are_summed_apart() -> None:
    day = as_of(signal("USA VNM", 0.5), signal("USA VNM", 0.1), signal("USA VNM", -0.4))
    found = strength(day, "VNM", "USA")
    assert found.sums is not None
    assert found.sums.cooperation == pytest.approx(0.6)
    assert found.sums.conflict == pytest.approx(0.4)
    assert found.strength == pytest.approx(1 - math.exp(-0.6))
    assert len(found.edges) == 3
    assert (found.on, found.weights) == (day.on, day.weights)


def test_no_data_is_no_number() -> None:
    found = strength(as_of(), "VNM", "USA")
    assert (found.sums, found.strength, found.pipeline, found.edges) == (None, None, None, ())


def test_conflict_alone_is_a_strength_of_zero() -> None:
    assert strength(as_of(signal("USA VNM", -0.4)), "VNM", "USA").strength == 0


def test_the_pipeline_stands_beside() -> None:
    found = strength(as_of(signal("USA VNM", 0.5, layer="prospective")), "VNM", "USA")
    assert (found.sums, found.strength, found.edges) == (None, None, ())
    assert found.pipeline is not None
    assert found.pipeline.cooperation == 0.5
    assert len(found.pipeline_edges) == 1


def test_partners_come_strongest_first() -> None:
    day = as_of(
        signal("IND VNM", 9, layer="prospective"), signal("CHN VNM", 0.1), signal("USA VNM", 0.5)
    )
    assert [one.pair[1] for one in strengths(day, "VNM")] == ["USA", "CHN", "IND"]


@given(SIGNALS)
def test_strength_lies_between_0_and_1(signals: list[Signal]) -> None:
    found = strength(as_of(*signals), "VNM", "USA").strength
    assert found is None or 0 <= found < 1
