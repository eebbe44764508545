import pytest

from hedgerow.loaders.evaluation.calibration import (
    Judged,
    expected_calibration_error,
    reliability,
)
from hedgerow.loaders.evaluation.scores import Counts, counted, scored


def test_what_is_optional_is_neither_rewarded_nor_punished() -> None:
    assert counted({1, 2}, {1, 2, 3}, {2, 3, 4}) == Counts(tp=1, fp=1, fn=1)


def test_articles_that_are_alike_leave_no_doubt() -> None:
    score = scored([Counts(tp=3, fp=1, fn=1)] * 5)
    assert score.precision == score.recall == score.f1 == (0.75, 0.75)


def test_the_interval_holds_the_score_and_is_the_same_each_time() -> None:
    articles = [Counts(2, 0, 1), Counts(0, 1, 2), Counts(3, 1, 0), Counts(1, 0, 0)]
    score = scored(articles)
    assert score == scored(articles)
    assert score.counts == Counts(6, 2, 3)
    assert score.f1 is not None
    assert score.counts.f1 is not None
    assert score.f1[0] < score.counts.f1 < score.f1[1]


def test_a_share_of_nothing_has_no_interval() -> None:
    assert scored([Counts(fn=1)]).precision is None
    assert scored([]).f1 is None


def test_calibration_by_hand() -> None:
    edges = [Judged(0.95, True)] * 3 + [Judged(0.95, False)] + [Judged(1.0, True)] * 2
    edges += [Judged(0.55, True), Judged(0.55, False)]
    low, high = reliability(edges)
    assert (low.number, low.right, low.confidence) == (2, 0.5, pytest.approx(0.55))
    assert (high.number, high.right) == (6, pytest.approx(5 / 6))
    mean = (4 * 0.95 + 2) / 6
    expected = (2 * 0.05 + 6 * (mean - 5 / 6)) / 8
    assert expected_calibration_error([low, high]) == pytest.approx(expected)


def test_confidence_that_is_always_borne_out_has_no_error() -> None:
    assert expected_calibration_error(reliability([Judged(1.0, True), Judged(0.0, False)])) == 0
