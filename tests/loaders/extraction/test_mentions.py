import pytest

from hedgerow.loaders.extraction.mentions import find_mentions
from hedgerow.ontology.partial_date import parse_partial_date


def _read(text: str, published: str | None = None) -> list[tuple[str, tuple[str, ...], str | None]]:
    day = parse_partial_date(published) if published else None
    return [(m.text, m.actors, m.person) for m in find_mentions(text, day)]


def test_a_nationality_with_an_office_is_one_mention() -> None:
    assert _read("Chinese coast guard ships left.")[0][:2] == (
        "Chinese coast guard ships",
        ("CHN",),
    )


def test_a_title_beside_a_nationality_teaches_a_new_name_and_its_short_form() -> None:
    mentions = _read("Russian Defence Minister Oleg Gradov spoke. Gradov then left.")
    assert [(actors, person) for _, actors, person in mentions] == [(("RUS",), "Oleg Gradov")] * 2


def test_an_official_of_the_table_needs_no_title() -> None:
    assert ("Vladimir Putin", ("RUS",), "Vladimir Putin") in _read(
        "Vladimir Putin spoke.", "2024-06-20"
    )


def test_a_title_after_the_name_tells_the_state() -> None:
    assert ("Kenta Aoyama", ("JPN",), "Kenta Aoyama") in _read(
        "Kenta Aoyama, Japan's foreign minister, left for home."
    )


@pytest.mark.parametrize("text", ["South China Sea", "the Vietnam War", "the Associated Press"])
def test_phrases_that_only_contain_a_name_are_no_actors(text: str) -> None:
    assert _read(f"They spoke of {text}.") == []


@pytest.mark.parametrize("name", ["Viet Nam", "Việt Nam", "Vietnam", "Hanoi"])
def test_spellings_and_the_capital_lead_to_one_state(name: str) -> None:
    assert [actors for _, actors, _ in _read(f"An official of {name} spoke.")] == [("VNM",)]


def test_a_ship_named_after_a_person_is_no_person() -> None:
    assert all(
        person is None for _, _, person in _read("The U.S. destroyer USS John S. Harrow sailed.")
    )
