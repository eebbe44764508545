import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgerow.errors import UsageError
from hedgerow.queries.measures.spread import spread_of

PARTNERS = ("CHN", "IND", "KOR", "RUS", "USA")
AMOUNTS = st.dictionaries(st.sampled_from((*PARTNERS, "FRA")), st.floats(0, 1e9))


def test_all_with_one_and_even_with_all() -> None:
    alone = spread_of({"RUS": 3.0}, PARTNERS)
    assert alone is not None
    assert (alone.evenness, alone.effective, alone.hhi) == (0, 1, 1)
    even = spread_of(dict.fromkeys(PARTNERS, 2.0), PARTNERS)
    assert even is not None
    assert (even.evenness, even.effective, even.hhi) == pytest.approx((1, 5, 0.2))


def test_shares_are_over_the_whole_list() -> None:
    found = spread_of({"RUS": 1.0, "USA": 1.0}, PARTNERS)
    assert found is not None
    assert found.evenness == pytest.approx(math.log(2) / math.log(5))
    assert found.effective == pytest.approx(2)


def test_nothing_is_no_number_and_one_partner_no_list() -> None:
    assert spread_of({"FRA": 1.0}, PARTNERS) is None
    with pytest.raises(UsageError, match="at least two"):
        spread_of({"USA": 1.0}, ["USA", "USA"])


@given(AMOUNTS)
def test_bounds(amounts: dict[str, float]) -> None:
    found = spread_of(amounts, PARTNERS)
    if found is not None:
        assert 0 <= found.evenness <= 1
        assert 1 <= found.effective <= len(PARTNERS)
        assert 1 / len(PARTNERS) <= found.hhi <= 1
