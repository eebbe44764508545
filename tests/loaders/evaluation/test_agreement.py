import random

import pytest

from hedgerow.loaders.evaluation import agreement
from hedgerow.loaders.evaluation.alpha import nominal_alpha
from hedgerow.loaders.evaluation.scores import Counts
from tests.loaders.evaluation.making import article, row


def test_alpha_of_the_published_example() -> None:
    # Krippendorff (2011), part B: two observers, twelve articles, alpha .692.
    units = zip("aabbdcccedda", "babbbccceddd", strict=True)
    assert nominal_alpha(list(units)) == pytest.approx(0.692, abs=0.0005)


def test_alpha_of_more_coders_leaves_out_units_of_one() -> None:
    # 5 values in pairs, x 3 and y 2. Differing: 4 ordered pairs among three coders, halved, and 2.
    assert nominal_alpha(["xxy", "x", "y", "xy"]) == pytest.approx(
        1 - 4 * (4 / 2 + 2) / (25 - 9 - 4)
    )


def test_alpha_is_nothing_where_nothing_can_differ() -> None:
    assert nominal_alpha([]) is None
    assert nominal_alpha(["xx", "xx"]) is None


def test_alpha_of_guesses_is_about_nought() -> None:
    rng = random.Random(5)
    units = [(rng.choice("aab"), rng.choice("aab")) for _ in range(5000)]
    assert nominal_alpha(units) == pytest.approx(0, abs=0.05)


FIRST = [
    row("visit", "FRA SRB", date="2023-04-04"),
    row("sanction", "EU RUS", "planned"),
    row("meeting", "KEN RWA"),
    row("statement", "CHN JPN", required=False),
]
SECOND = [
    row("visit", "FRA SRB", date="2023-04"),
    row("sanction", "EU RUS", "signed"),
    row("call", "KEN RWA"),
    row("aid", "JPN LAO", required=False),
    row("arms_deal", "USA VNM", "talks"),
]


def test_agreement_by_hand() -> None:
    found = agreement([article("a.txt", FIRST)], [article("a.txt", SECOND)])
    # Both: visit, sanction. Only the first: meeting. Only the second: call, arms deal.
    assert found.pairs.counts == Counts(tp=2, fp=2, fn=1)
    assert found.units == 4
    # visit-visit, sanction-sanction, meeting-call, none-arms_deal.
    assert found.type_alpha == pytest.approx(1 - 7 * 4 / (64 - 2 * 4 - 4))
    assert found.matched == 2
    assert found.statuses == {"exact": 1, "wrong": 1}
    assert found.status_alpha == pytest.approx(1 - 3 * 2 / (16 - 9 - 1))
    assert found.dates == {"overlapping": 1, "rightly none": 1}


def test_what_one_requires_and_the_other_allows_is_agreed() -> None:
    first, second = row("visit", "FRA SRB"), row("visit", "FRA SRB", required=False)
    found = agreement([article("a.txt", [first])], [article("a.txt", [second])])
    assert found.pairs.counts == Counts(tp=1)


def test_an_article_that_one_annotator_gives_no_rows_counts() -> None:
    found = agreement([article("a.txt", FIRST)], [])
    assert found.pairs.counts == Counts(fn=3)
    assert found.matched == 0
