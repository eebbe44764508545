"""The dated table of officials."""

from hedgerow.ontology.actors import actors
from hedgerow.ontology.officials import officials


def test_a_first_hundred_officials_act_for_known_actors() -> None:
    assert len(officials()) >= 100
    assert all(official.state in actors() for official in officials())


def test_officials_have_a_name_an_office_and_a_source_or_say_that_none_was_read() -> None:
    for official in officials():
        assert official.name
        assert official.office
        assert official.source_url.startswith("http") or official.confidence == "memory"
