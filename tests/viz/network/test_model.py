import datetime as dt
from dataclasses import replace

import pytest

from hedgerow.errors import NothingDone, UnknownActor
from hedgerow.graph.store import Store
from hedgerow.viz.network.items import Item
from hedgerow.viz.network.model import NetworkModel, network_model
from hedgerow.viz.network.pairs import Pair
from hedgerow.viz.network.selection import Limits
from tests.viz.network.articles import article, says


def pair(model: NetworkModel, pair_id: str) -> Pair:
    return next(one for one in model.pairs if one.id == pair_id)


def item(model: NetworkModel, pair_id: str, title: str) -> Item:
    return next(one for one in pair(model, pair_id).items if one.title == title)


def test_one_line_stands_for_all_that_is_held_between_two_actors(store: Store) -> None:
    model = network_model(store)
    ids = [one.id for one in model.pairs]
    assert len(ids) == len(set(ids))
    titles = [one.title for one in pair(model, "USA-VNM").items]
    assert "Arms deal: F-16" in titles
    assert "Visit" in titles
    assert "Partnership: comprehensive strategic" in titles


def test_a_line_is_as_firm_as_the_firmest_matter_and_weighs_only_that(store: Store) -> None:
    model = network_model(store)
    mixed, talk, quarrel = (pair(model, one) for one in ("USA-VNM", "ISR-VNM", "CHN-KHM"))
    assert (mixed.standing, mixed.documents, len(mixed.all_documents)) == ("concluded", 1, 2)
    assert (talk.standing, talk.group) == ("prospective", "arms")
    assert (quarrel.standing, quarrel.documents) == ("contested", 2)


def test_a_denied_matter_is_no_concluded_one(store: Store) -> None:
    denied = item(network_model(store), "RUS-VNM", "Base access: Cam Ranh")
    assert (denied.standing, denied.badge, denied.status) == (
        "contested",
        "Denied",
        "alleged as planned",
    )


def test_a_contested_matter_names_both_sides_and_has_no_arrow(store: Store) -> None:
    contested = item(network_model(store), "CHN-KHM", "Base access: Ream")
    assert (contested.badge, contested.status) == ("Contested", "reported (signed)")
    assert "Asserted by: an unnamed source" in contested.notes
    assert "Denied by: Cambodia (a party to it)" in contested.notes
    assert contested.parties == "China (alleged user) and Cambodia (alleged host)"


def test_an_undisputed_directed_matter_has_an_arrow_and_roles(store: Store) -> None:
    deal = item(network_model(store), "ISR-VNM", "Arms deal: radars")
    assert deal.parties == "Israel (supplier) → Vietnam (buyer)"
    assert deal.when == "by 1 May 2022"


def test_a_level_that_gave_way_to_the_next_is_replaced_not_ended(store: Store) -> None:
    model = network_model(store)
    former = item(model, "USA-VNM", "Partnership: comprehensive")
    held = item(model, "USA-VNM", "Partnership: comprehensive strategic")
    assert (former.badge, former.standing) == ("Replaced", "closed")
    assert (held.badge, held.standing, held.when) == ("Held", "concluded", "since 10 Sep 2023")


def test_a_tie_is_unconfirmed_after_its_horizon(store: Store) -> None:
    model = network_model(store, as_of=dt.date(2040, 1, 1))
    held = item(model, "USA-VNM", "Partnership: comprehensive strategic")
    assert "Unconfirmed since: 10 Sep 2023" in held.notes


def test_a_focus_keeps_its_ties_and_those_among_its_partners(store: Store) -> None:
    model = network_model(store, focus=["VNM"])
    ids = {one.id for one in model.pairs}
    assert {"USA-VNM", "RUS-VNM", "RUS-USA"} <= ids
    assert not {"SWE-THA", "PRK-RUS", "CHN-KHM"} & ids
    assert "VNM" in model.pairs[0].ends


def test_what_is_left_out_is_counted_in_words(store: Store) -> None:
    model = network_model(store, focus=["VNM"])
    assert model.left_out == (
        "4 pairs that reach beyond Vietnam and its partners (5 events and ties)",
        "1 pair with armed movements or unrecognised entities (1 event or tie)",
        "1 event with too many parties to draw as lines",
    )


def test_an_armed_movement_is_shown_where_it_is_asked_for(store: Store) -> None:
    model = network_model(store, focus=["x-houthis"])
    assert [one.id for one in model.pairs] == ["CHN-x-houthis"]


def test_the_best_attested_pairs_are_kept(store: Store) -> None:
    model = network_model(store, limits=Limits(pairs=2))
    assert [one.id for one in model.pairs] == ["USA-VNM", "CHN-KHM"]
    assert model.left_out[0] == "7 pairs beyond the 2 with the most evidence (10 events and ties)"
    assert len(network_model(store, limits=Limits(nodes=2)).pairs) == 1


def test_every_pair_leads_to_its_sentences(store: Store) -> None:
    for one in network_model(store).pairs:
        assert any(item.sentences for item in one.items)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "http://[", "/x"])
def test_only_web_addresses_become_links(url: str) -> None:
    with Store.open() as store:
        store.add([article("T", "P", "2024-01-01", url, says("S.", "visit", "SRB HUN"))])
        (sentence,) = network_model(store).pairs[0].items[0].sentences
    assert sentence.url is None


def test_a_source_on_the_web_is_the_link_where_no_url_is_stated() -> None:
    document, claims = article("T", "P", "2024-01-01", None, says("S.", "visit", "SRB HUN"))
    place = replace(document.appearances[0], source="https://example.org/a")
    with Store.open() as store:
        store.add([(replace(document, appearances=(place,)), claims)])
        (sentence,) = network_model(store).pairs[0].items[0].sentences
    assert sentence.url == "https://example.org/a"


def test_an_unknown_focus_is_refused(store: Store) -> None:
    with pytest.raises(UnknownActor, match="XYZ"):
        network_model(store, focus=["XYZ"])


def test_no_evidence_is_said_as_such(store: Store) -> None:
    with pytest.raises(NothingDone, match="no evidence on Laos"):
        network_model(store, focus=["LAO"])
