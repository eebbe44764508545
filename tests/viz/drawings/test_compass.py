"""The compass as a drawing: places, years without one, numbers that agree with the dossier's."""

import datetime as dt
import math
from itertools import combinations

import pytest
from lxml import etree

from hedgerow.graph.snapshot import Snapshot
from hedgerow.queries.dossier.years import Course, years
from hedgerow.queries.hedging.compass import compass
from hedgerow.queries.hedging.points import ends_of_years
from hedgerow.queries.measures.weights import default_weights
from hedgerow.queries.reading.edges import Selection, sources_of
from hedgerow.viz.drawings.compass import compass_svg, reading
from hedgerow.viz.drawings.rose import CENTRE_X, CENTRE_Y, RADIUS, rose_of
from tests.queries.making import store_of, vietnam
from tests.viz.drawings.making import year_of

POLES = ("USA", "CHN", "RUS")
NAMES = ("United States", "China", "Russia")


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return store_of(vietnam())


def test_numbers_are_those_of_the_dossier(snapshot: Snapshot) -> None:
    weights, days = default_weights(), ends_of_years(2012, dt.date(2025, 11, 2))
    course = Course("VNM", POLES, tuple(combinations(POLES, 2)), weights)
    told = years(snapshot, course, sources_of(snapshot, Selection("VNM")), days)
    found = compass(snapshot, "VNM", POLES, days, weights)
    for year, other in zip(found, told, strict=True):
        for pole in POLES:
            assert year.poles[pole].point.value == pytest.approx(other.tie[pole].value)
            assert year.poles[pole].point.edges == other.tie[pole].edges
        for pair in course.pairs:
            assert year.lean[pair].known == other.lean[pair].known


def test_alone_with_one_pole_lies_on_it() -> None:
    (spot,) = rose_of([year_of(12, (3.0, 0.0, 0.0))], NAMES).spots
    assert (spot.x, spot.y) == (CENTRE_X, CENTRE_Y - RADIUS)


def test_even_weights_lie_in_the_middle_and_are_told_so() -> None:
    year = year_of(30, (1.0, 1.0, 1.0))
    (spot,) = rose_of([year], NAMES).spots
    assert math.hypot(spot.x - CENTRE_X, spot.y - CENTRE_Y) < 1
    assert reading(year) == "near balance"


@pytest.mark.parametrize(("edges", "sums"), [(0, (0.0, 0.0, 0.0)), (3, (0.2, 0.2, 0.2))])
def test_absent_and_thin_years_are_never_the_middle(
    edges: int, sums: tuple[float, float, float]
) -> None:
    rose = rose_of([year_of(edges, sums)], NAMES)
    assert not rose.spots
    assert len(rose.unplaced) == 1


def test_opposite_poles_are_no_balance_of_all() -> None:
    year = year_of(30, (1.0, 0.0, 1.0, 0.0))
    assert reading(year) == "between opposite poles"


def test_only_firm_years_in_a_row_are_joined() -> None:
    firm, thin = year_of(30, (2.0, 1.0, 0.0)), year_of(3, (2.0, 0.1, 0.0))
    assert len(rose_of([firm, firm], NAMES).steps) == 1
    assert not rose_of([firm, thin, firm], NAMES).steps


@pytest.mark.parametrize("alone", [True, False])
def test_drawing_is_well_formed_and_coloured(snapshot: Snapshot, alone: bool) -> None:
    days = ends_of_years(2012, dt.date(2025, 11, 2))
    found = compass(snapshot, "VNM", POLES, days, default_weights())
    text = compass_svg("Vietnam <script>", found, alone=alone)
    root = etree.fromstring(text.encode())
    assert ("var(--" in text) is not alone
    assert "<script" not in text
    assert len(root.findall(".//*[@data-pole]")) == len(days) * len(POLES)
