import pytest

from hedgerow.graph.store import Store
from hedgerow.queries.reading.edges import (
    Selection,
    attribute_of,
    edges_of,
    sources_for,
    sources_of,
)
from tests.queries.making import Article, store_of

OF = [("visit",), ("defence_agreement",), ("partnership",), ("arms_deal", "sanction", "membership")]


@pytest.mark.parametrize("actors", [("VNM",), ("VNM", "USA"), ("USA", "VNM"), ("CHN", "FRA")])
@pytest.mark.parametrize("of", OF)
def test_of_some_types_are_those_of_all_that_are_of_them(
    examples: Store, actors: tuple[str, ...], of: tuple[str, ...]
) -> None:
    everything, some = Selection(*actors), Selection(*actors, of=of)
    kept = [edge for edge in edges_of(examples, everything) if edge.what in of]
    assert list(edges_of(examples, some)) == kept
    ids = {edge.id for edge in kept}
    told = {edge: each for edge, each in sources_of(examples, everything).items() if edge in ids}
    assert sources_of(examples, some) == told == sources_for(examples, kept)


def test_a_name_of_a_type_and_a_kind_is_both(examples: Store) -> None:
    found = edges_of(examples, Selection("USA", of=("sanction",)))
    assert {edge.kind for edge in found} == {"event", "tie"}
    assert set(found) <= set(edges_of(examples, Selection(what="sanction")))


def test_of_nothing_there_is_nothing(store: Store) -> None:
    nowhere = Selection("TUV", of=("visit",))
    assert edges_of(store, nowhere) == ()
    assert sources_of(store, nowhere) == sources_for(store, []) == {}
    assert attribute_of(store, nowhere, "rank") == {}


@pytest.mark.parametrize(
    "item", ["F-16 & AIM-9", "status=delivered&standing=concluded", "50% + 1\n"]
)
def test_signs_in_a_text_stay_what_they_are(item: str) -> None:
    article = Article("2024-01-02").says("A plan.", "arms_deal", "USA VNM", "planned", item=item)
    with store_of([article]) as made:
        (deal,) = edges_of(made, Selection("USA", "VNM"))
    assert (deal.item, deal.status, deal.standing) == (item, "planned", "prospective")
