"""Confidence rests on what a rule got right, and on its prior where it was hardly seen."""

from hypothesis import given
from hypothesis import strategies as st

from hedgerow.loaders.extraction.confidence import (
    MOST,
    UNCALIBRATED,
    Calibration,
    calibration,
    way_of,
)

PRIORS = st.floats(0.1, 0.95)
COUNTS = st.integers(0, 200)


def _confidence(prior: float, right: int, wrong: int) -> float:
    return Calibration({}, {"rule": {"dependency": (right, wrong)}}).confidence(
        prior, "rule", "dependency"
    )


@given(PRIORS)
def test_an_unseen_rule_has_its_prior(prior: float) -> None:
    assert UNCALIBRATED.confidence(prior, "rule", "dependency") == round(prior, 3)


@given(PRIORS, COUNTS, COUNTS)
def test_it_is_a_share_and_every_reading_that_proves_right_or_wrong_moves_it(
    prior: float, right: int, wrong: int
) -> None:
    now = _confidence(prior, right, wrong)
    assert 0 <= _confidence(prior, right, wrong + 1) <= now
    assert now <= _confidence(prior, right + 1, wrong) <= MOST


@given(PRIORS)
def test_many_readings_outweigh_the_prior(prior: float) -> None:
    assert _confidence(prior, 0, 500) < 0.05
    assert _confidence(prior, 500, 0) > 0.9


def test_the_way_of_a_reading_names_engines_and_how_actors_were_joined() -> None:
    assert way_of(["patterns", "dependency"], []) == "dependency+patterns"
    both = way_of(["dependency"], ["coreference", "inferred"])
    assert both == "dependency-inferred-coreference"
    assert way_of(["patterns"], ["coreference"]) == "patterns-coreference"


def test_the_shipped_calibration_lowers_what_is_only_inferred() -> None:
    shipped = calibration()
    told = shipped.confidence(0.8, "a rule never seen", "dependency")
    assert shipped.confidence(0.8, "a rule never seen", "dependency-inferred") < told
