import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgerow.errors import UsageError
from hedgerow.queries.measures.signals import AsOf
from hedgerow.queries.measures.structure import (
    MOST_TIES,
    balance,
    betweenness,
    frustration,
    signed_graph,
    signed_ties,
)
from tests.queries.measures.making import as_of, signal

CODES = ("CHN", "IND", "RUS", "THA", "USA", "VNM")
PAIRS = list(itertools.combinations(CODES, 2))
SIGNS = st.dictionaries(st.sampled_from(PAIRS), st.sampled_from((1, -1)))


def graph(signs: dict[tuple[str, str], int]) -> AsOf:
    return as_of(*(signal(" ".join(pair), 0.1 * sign) for pair, sign in signs.items()))


def test_the_sign_is_that_of_what_prevails() -> None:
    day = as_of(
        *(signal("USA VNM", 0.3), signal("USA VNM", -0.1), signal("CHN VNM", -0.1)),
        *(
            signal("RUS VNM", 0.1),
            signal("RUS VNM", -0.1),
            signal("IND VNM", 1, layer="prospective"),
        ),
    )
    signs = {frozenset((a, b)): sign for a, b, sign in signed_ties(signed_graph(day))}
    assert signs == {frozenset(("CHN", "VNM")): -1, frozenset(("USA", "VNM")): 1}


def test_the_enemy_of_an_enemy_is_a_friend() -> None:
    found = balance(graph({("CHN", "IND"): -1, ("CHN", "USA"): -1, ("IND", "USA"): 1}))
    assert (found.triads, found.balanced, found.share) == (1, 1, 1)
    assert balance(as_of()).share is None


def test_two_friends_at_odds_frustrate_one_tie() -> None:
    found = frustration(graph({("CHN", "IND"): -1, ("CHN", "USA"): 1, ("IND", "USA"): 1}))
    assert (found.ties, found.index) == (3, 1)
    assert frustration(as_of()).index is None


@settings(max_examples=30, deadline=None)
@given(st.sets(st.sampled_from(CODES)), st.sets(st.sampled_from(PAIRS), min_size=1))
def test_a_balanced_graph_has_no_frustration(camp: set[str], pairs: set[tuple[str, str]]) -> None:
    signs = {(a, b): 1 if (a in camp) == (b in camp) else -1 for a, b in pairs}
    assert frustration(graph(signs)).index == 0


@settings(max_examples=30, deadline=None)
@given(SIGNS.filter(bool))
def test_frustration_is_the_least_of_all_divisions(signs: dict[tuple[str, str], int]) -> None:
    divisions = itertools.product((0, 1), repeat=len(CODES))
    camps = (dict(zip(CODES, division, strict=True)) for division in divisions)
    least = min(
        sum((camp[a] == camp[b]) != (sign > 0) for (a, b), sign in signs.items()) for camp in camps
    )
    assert frustration(graph(signs)).index == least


def test_a_large_graph_is_refused() -> None:
    codes = [f"x-{number:03}" for number in range(25)]
    pairs = list(itertools.combinations(codes, 2))[: MOST_TIES + 1]
    with pytest.raises(UsageError, match="choose fewer states"):
        frustration(graph(dict.fromkeys(pairs, 1)))


def test_who_stands_between_cooperating_states() -> None:
    found = betweenness(graph({("USA", "VNM"): 1, ("CHN", "VNM"): 1, ("CHN", "USA"): -1}))
    assert found.scores[0] == ("VNM", 1)
    assert len(found.edges) == 2
