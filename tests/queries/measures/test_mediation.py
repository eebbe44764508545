from hedgerow.queries.measures.mediation import brokerage
from tests.queries.measures.making import as_of, signal


def test_brokers_are_counted_as_first_actors() -> None:
    day = as_of(
        brokered=(
            signal("MYS KHM THA", 0, what="mediation"),
            signal("CHN IRN SAU", 0, what="mediation"),
            signal("CHN KHM THA", 0, what="mediation"),
            signal("MYS MMR THA", 0, what="mediation", layer="prospective"),
        )
    )
    found = brokerage(day, "MYS")
    assert (found.brokered, found.pipeline) == (1, 1)
    assert (len(found.edges), len(found.pipeline_edges)) == (1, 1)
    assert brokerage(day, "THA").brokered == 0
