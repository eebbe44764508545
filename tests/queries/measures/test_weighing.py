"""What an edge weighs by what is told of it."""

import pytest

from hedgerow.queries.measures.weights import default_weights
from tests.queries.measures.making import event, tie

WEIGHTS = default_weights()


@pytest.mark.parametrize(
    ("told", "weight"),
    [
        ({}, 0.1),
        ({"rank": ("head_of_state",)}, 0.15),
        ({"rank": ("head_of_state", "official")}, 0.05),
        ({"rank": ("acrobat",)}, 0.1),
        ({"format": ("state",)}, 0.1),
    ],
)
def test_the_value_nearest_to_zero_counts(told: dict[str, tuple[str, ...]], weight: float) -> None:
    assert WEIGHTS.weight(event("visit", "USA VNM"), told) == weight


def test_what_no_source_tells_has_a_weight_of_its_own() -> None:
    embargo = tie("sanction", "USA VNM")
    assert WEIGHTS.weight(embargo, {}) == pytest.approx(-0.7 / 3, abs=1e-4)
    assert WEIGHTS.weight(embargo, {"target_kind": ("state",)}) == -0.7
    assert WEIGHTS.weight(embargo, {"target_kind": ("person", "state")}) == 0


def test_measures_know_which_attributes_to_read() -> None:
    assert {"obligation", "target_kind", "instrument", "rank"} <= set(WEIGHTS.attributes)
