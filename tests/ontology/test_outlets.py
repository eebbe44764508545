"""The dated table of outlets and who owns them."""

import pytest

from hedgerow.ontology.actors import actors
from hedgerow.ontology.outlets import OWNERSHIPS, outlets
from hedgerow.ontology.partial_date import parse_partial_date


def test_outlets_act_for_known_actors_and_say_why() -> None:
    listed = list(outlets())
    assert len(listed) >= 60
    for outlet in listed:
        assert outlet.state in actors()
        assert outlet.ownership in OWNERSHIPS
        assert outlet.domains
        assert outlet.criterion


def test_outlets_have_a_source_or_say_that_none_was_read() -> None:
    for outlet in outlets():
        assert outlet.source_url.startswith("http") or outlet.confidence == "memory"


@pytest.mark.parametrize(
    ("publisher", "address", "name"),
    [
        ("en.vietnamplus.vn", "", "VietnamPlus"),
        ("xinhua", "", "Xinhua"),
        (None, "https://mindef.gov.sg/news/1", "Government of Singapore"),
        ("Desk of the agency", "https://tass.com/defense/1", "TASS"),
    ],
)
def test_finds_an_outlet_by_name_host_or_address(
    publisher: str | None, address: str, name: str
) -> None:
    found = outlets().find(publisher, address)
    assert found is not None
    assert found.name == name


def test_the_host_goes_before_the_publisher_that_a_page_names() -> None:
    for publisher in ("Reuters", "reuters.com", None):
        found = outlets().find(publisher, "https://en.nhandan.vn/1")
        assert found is not None
        assert found.name == "Nhan Dan"
    found = outlets().find("Reuters", "https://desk.example/1")
    assert found is not None
    assert found.name == "Reuters"


def test_does_not_know_what_is_not_in_the_table() -> None:
    assert outlets().find("hedgerow examples", "examples/articles/01.txt") is None
    assert outlets().find("govtimes.example") is None


def test_ownership_is_that_of_the_day() -> None:
    then = outlets().find("straitstimes.com", on=parse_partial_date("2019-05-01"))
    now = outlets().find("straitstimes.com")
    assert then is not None
    assert now is not None
    assert (then.ownership, now.ownership) == ("private", "unknown")
