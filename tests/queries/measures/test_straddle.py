from hypothesis import given

from hedgerow.queries.measures.signals import Signal
from hedgerow.queries.measures.straddle import ambivalence, straddle
from tests.queries.measures.making import SIGNALS, as_of, signal

RIVALS = (("CHN", "USA"), ("RUS", "USA"), ("CHN", "VNM"))


def test_a_state_straddles_rivals_with_both_of_whom_it_cooperates() -> None:
    day = as_of(
        signal("USA VNM", 0.3),
        signal("CHN VNM", 0.1),
        signal("RUS VNM", -0.1),
        signal("RUS VNM", 0.5, layer="prospective"),
    )
    found = straddle(day, "VNM", RIVALS)
    assert found.rivals == RIVALS[:2]
    assert (found.straddled, found.share, found.pipeline) == (RIVALS[:1], 0.5, 0)
    assert len(found.edges) == 2


def test_without_data_or_pairs_there_is_no_share() -> None:
    assert straddle(as_of(), "VNM", RIVALS).share is None
    assert straddle(as_of(signal("USA VNM", 0.3)), "VNM", ()).share is None


def test_ambivalence_is_the_mixture_of_cooperation_and_conflict() -> None:
    day = as_of(signal("CHN VNM", 0.3), signal("CHN VNM", -0.1), signal("USA VNM", 0.5))
    assert ambivalence(day, "VNM", "CHN").ambivalence == 0.5
    assert ambivalence(day, "VNM", "USA").ambivalence == 0
    assert ambivalence(day, "VNM", "RUS").ambivalence is None


@given(SIGNALS)
def test_both_lie_between_0_and_1(signals: list[Signal]) -> None:
    day = as_of(*signals)
    share = straddle(day, "VNM", RIVALS).share
    assert share is None or 0 <= share <= 1
    mixed = ambivalence(day, "VNM", "CHN").ambivalence
    assert mixed is None or 0 <= mixed <= 1
