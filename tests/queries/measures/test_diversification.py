import datetime as dt

import pytest

from hedgerow.queries.measures.diversification import (
    Deals,
    by_count,
    by_strength,
)
from hedgerow.queries.measures.money import by_value, stated_values
from hedgerow.queries.measures.spread import Spread
from tests.queries.measures.making import as_of, signal

PARTNERS = ("RUS", "USA", "IND", "KOR")
ARMS = Deals({"arms_deal", "arms_transfer"})


def test_strength_is_spread_over_a_fixed_list() -> None:
    day = as_of(
        signal("RUS VNM", 0.3),
        signal("USA VNM", 0.1),
        signal("USA VNM", -0.5),
        signal("FRA VNM", 0.2),
        signal("IND VNM", 0.1, layer="prospective"),
    )
    found = by_strength(day, "VNM", PARTNERS)
    assert found.amounts == {"RUS": 0.3, "USA": 0.1}
    assert found.outside == 0.2
    assert found.spread is not None
    assert found.spread.hhi == pytest.approx(0.625)
    assert found.pipeline == Spread(evenness=0, effective=1, hhi=1)
    assert (len(found.edges), len(found.pipeline_edges)) == (2, 1)


def test_deals_are_counted_by_supplier_from_a_day_on() -> None:
    day = as_of(
        signal("RUS VNM", 0.01, what="arms_deal", date="2009-12-15"),
        signal("RUS VNM", 0.2, what="arms_transfer", date="2017-01-01"),
        signal("USA VNM", 0.3, what="arms_transfer", date="2021-01-01"),
        signal("VNM LAO", 0.3, what="arms_transfer", date="2021-01-01"),
        signal("USA VNM", 0.3, what="visit"),
        signal("USA VNM", 0.3, what="arms_deal", layer="prospective"),
    )
    assert by_count(day, "VNM", PARTNERS, ARMS).amounts == {"RUS": 2, "USA": 1}
    late = Deals(ARMS.types, since=dt.date(2016, 1, 1))
    assert by_count(day, "VNM", PARTNERS, late).amounts == {"RUS": 1, "USA": 1}


def test_money_is_counted_in_one_currency_and_never_guessed() -> None:
    frigates = signal("RUS VNM", 0.2, what="arms_deal")
    cutters = signal("USA VNM", 0.2, what="arms_deal")
    guns = signal("KOR VNM", 0.2, what="arms_deal")
    values = stated_values(
        {
            frigates.edge.id: ("1000",),
            cutters.edge.id: ("50",),
            guns.edge.id: ("250", "300", "much"),
        },
        {frigates.edge.id: ("EUR", "USD"), cutters.edge.id: ("EUR",), guns.edge.id: ("USD",)},
        "USD",
    )
    assert values == {guns.edge.id: 250}
    found = by_value(
        as_of(frigates, cutters, guns), "VNM", PARTNERS, ARMS, currency="USD", values=values
    )
    assert (found.of, found.amounts, found.edges) == ("USD", {"KOR": 250}, (guns.edge.id,))
    assert found.unvalued == tuple(sorted((frigates.edge.id, cutters.edge.id)))


def test_no_data_is_no_number() -> None:
    assert by_strength(as_of(), "VNM", PARTNERS).spread is None
    assert by_count(as_of(), "VNM", PARTNERS, ARMS).spread is None
