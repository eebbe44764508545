from hypothesis import given
from hypothesis import strategies as st

from hedgerow.loaders.extraction.capitals import in_mixed_case
from tests.loaders.extraction.conftest import Reader


def test_a_line_in_capitals_is_read_as_a_headline_and_quoted_as_it_stands(read: Reader) -> None:
    (claim,) = read("US AND GHANA SIGN DEFENCE AGREEMENT")
    assert (claim.type, claim.actors) == ("defence_agreement", ("GHA", "USA"))
    assert claim.quote == "US AND GHANA SIGN DEFENCE AGREEMENT"


def test_acronyms_of_actors_and_other_lines_stay() -> None:
    told = "GHANA'S NAVY JOINS NATO DRILL\nNATO and US ships met.\nASEAN AND EU"
    assert (
        in_mixed_case(told) == "Ghana's Navy Joins NATO Drill\nNATO and US ships met.\nASEAN AND EU"
    )


@given(st.text())
def test_offsets_stay_the_same(text: str) -> None:
    assert len(in_mixed_case(text)) == len(text)
