from dataclasses import replace
from functools import partial

import pytest

from hedgerow.queries.measures.lean import lean
from hedgerow.queries.measures.robustness import kendall, source_range, weight_check
from hedgerow.queries.measures.signals import AsOf
from hedgerow.queries.measures.strength import strengths
from tests.queries.measures.making import as_of, signal, source


def ranking(day: AsOf) -> dict[str, float | None]:
    return {one.pair[1]: one.strength for one in strengths(day, "VNM")}


def us_lean(day: AsOf) -> float | None:
    return lean(day, "VNM", "USA", "CHN").lean


def test_an_order_far_apart_does_not_hang_on_the_weights() -> None:
    day = as_of(
        signal("USA VNM", 0.9, what="arms_deal"), signal("CHN VNM", 0.1), signal("RUS VNM", 0.01)
    )
    found = weight_check(day, ranking, draws=50)
    assert found.by_type == {"event arms_deal": pytest.approx(1), "event meeting": pytest.approx(1)}
    assert (found.least, found.low, found.middle) == pytest.approx((1, 1, 1))


def test_a_near_tie_hangs_on_the_weights() -> None:
    day = as_of(signal("USA VNM", 0.5, what="arms_deal"), signal("CHN VNM", 0.49))
    found = weight_check(day, ranking, draws=50)
    assert found.least == found.low == pytest.approx(-1)


def test_the_same_seed_gives_the_same_check() -> None:
    day = as_of(
        signal("USA VNM", 0.5, what="arms_deal"), signal("CHN VNM", 0.45), signal("RUS VNM", 0.4)
    )
    assert weight_check(day, ranking, draws=20) == weight_check(day, ranking, draws=20)


def test_too_few_numbers_have_no_order() -> None:
    assert kendall({"USA": 1.0}, {"USA": 2.0}) is None
    assert kendall({"USA": 1.0, "CHN": None}, {"USA": 2.0, "CHN": 3.0}) is None
    assert kendall({"USA": 1.0, "CHN": 1.0}, {"USA": 2.0, "CHN": 3.0}) is None
    assert weight_check(as_of(), ranking, draws=2).least is None


def test_what_many_outlets_tell_survives_every_draw() -> None:
    talk, drill = signal("USA VNM", 0.3), signal("CHN VNM", 0.3)
    many = tuple(source(f"Paper {number}") for number in range(40))
    found = source_range(as_of(talk, drill), {talk.edge.id: many, drill.edge.id: many}, us_lean, 50)
    assert (found.value, found.low, found.high, found.empty, found.outlets) == (50, 50, 50, 0, 40)
    assert found.words == "range over resampled sources; does not cover what was not loaded"


def test_what_one_outlet_tells_comes_and_goes() -> None:
    talk, drill = signal("USA VNM", 0.3), signal("CHN VNM", 0.3)
    sources = {talk.edge.id: (source("Wire"),), drill.edge.id: (source("Agency"),)}
    found = source_range(as_of(talk, drill), sources, us_lean, draws=200)
    assert (found.low, found.high, found.empty) == (0, 100, 0)


def test_without_sources_there_is_no_range() -> None:
    found = partial(source_range, as_of(signal("USA VNM", 0.3)), {}, us_lean)(20)
    assert (found.value, found.low, found.high, found.draws) == (100, None, None, 0)


def test_a_text_that_many_outlets_print_goes_as_a_whole() -> None:
    talk, drill = signal("USA VNM", 0.3), signal("CHN VNM", 0.3)
    copies = tuple(replace(source(f"Paper {n}"), copy_of="document/Wire") for n in range(40))
    told = {talk.edge.id: copies, drill.edge.id: (source("Own"),)}
    found = source_range(as_of(talk, drill), told, us_lean, 50)
    assert (found.value, found.outlets) == (50, 2)
    assert (found.low, found.high) == (0, 100)
