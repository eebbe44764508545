"""The signals of a day by pair, by partner, and after filtering or scaling."""

import pytest

from hedgerow.errors import UsageError
from hedgerow.queries.measures.signals import check_apart
from tests.queries.measures.making import as_of, signal


def test_signals_by_pair_and_partner() -> None:
    talk, plan = signal("USA VNM", 0.1), signal("CHN VNM", 0.2, layer="prospective")
    day = as_of(talk, plan)
    assert day.between("USA", "VNM") == day.between("VNM", "USA") == (talk,)
    assert (day.partners("VNM"), day.partners("VNM", "prospective")) == (("USA",), ("CHN",))
    assert day.actors() == ("USA", "VNM")


def test_a_meeting_of_three_counts_for_each_pair() -> None:
    day = as_of(signal("CHN USA VNM", 0.1))
    assert len(day.pairs()) == 3


def test_filters_keep_what_is_wanted() -> None:
    talk, drill = signal("USA VNM", 0.1), signal("USA VNM", 0.4, costly=True)
    day = as_of(talk, drill, within=(drill,), brokered=(talk,))
    assert day.costly_only().signals == (drill,)
    only = day.only(lambda edge: edge.id == talk.edge.id)
    assert (only.signals, only.within, only.brokered) == ((talk,), (), (talk,))


def test_scaling_changes_weight_and_worth() -> None:
    (scaled,) = as_of(signal("USA VNM", 0.1)).scaled(lambda edge: 2.0).signals
    assert (scaled.weight, scaled.worth) == (0.2, 0.2)


def test_a_measure_needs_different_actors() -> None:
    with pytest.raises(UsageError, match="different actors"):
        check_apart("USA", "USA")
