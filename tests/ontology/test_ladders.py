"""Ladders: each state's own levels, ordered only where a source orders them."""

import pytest

from hedgerow.ontology.ladders import Ladder, ladders, title_lists

LADDERS = tuple(ladders().values())


def rank(actor: str, slug: str) -> int | None:
    rung = ladders()[actor].rung_for(slug)
    assert rung is not None
    return rung.rank


def test_the_states_of_the_design_have_ladders_and_the_united_states_has_none() -> None:
    designed = {"VNM", "CHN", "RUS", "IND", "JPN", "IDN", "MYS", "PHL", "ASEAN"}
    assert set(ladders()) == designed
    assert "USA" in title_lists()


@pytest.mark.parametrize("ladder", LADDERS, ids=lambda ladder: ladder.id)
def test_every_ladder_names_a_source_and_what_it_bears_out(ladder: Ladder) -> None:
    assert ladder.source.startswith("http")
    assert ladder.note


def test_vietnam_orders_four_levels() -> None:
    slugs = ("comprehensive", "strategic", "enhanced_strategic", "comprehensive_strategic")
    assert [rank("VNM", slug) for slug in slugs] == [1, 2, 3, 4]


def test_vietnams_top_rung_includes_the_cooperative_wording() -> None:
    rung = ladders()["VNM"].rung_for("comprehensive_strategic_cooperative")
    assert rung is not None
    assert rung.slug == "comprehensive_strategic"


def test_china_is_partly_ordered_and_coordination_unranked() -> None:
    assert ladders()["CHN"].order == "partly_ordered"
    assert rank("CHN", "comprehensive_strategic_coordination") is None


def test_add_ons_are_filed_under_the_rung_they_qualify() -> None:
    plain = ladders()["CHN"].rung_for("comprehensive_strategic")
    assert ladders()["CHN"].rung_for("all_weather_comprehensive_strategic") == plain


def test_asean_does_not_rank_its_strategic_titles() -> None:
    assert rank("ASEAN", "strategic") is None
    assert rank("ASEAN", "comprehensive_strategic") is None


def test_an_unknown_wording_has_no_rung() -> None:
    assert ladders()["VNM"].rung_for("eternal_friendship") is None


def test_american_designations_are_told_from_titles() -> None:
    titles = {title.slug: title.designation for title in title_lists()["USA"].titles}
    assert titles["major_non_nato_ally"]
    assert not titles["comprehensive_strategic"]
