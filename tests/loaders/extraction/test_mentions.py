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


@pytest.mark.parametrize(
    ("text", "person", "actor"),
    [
        ("Peruvian Foreign Minister Lidia M Quispe spoke.", "Lidia M Quispe", "PER"),
        ("The Minister of Defence of Ghana Kojø Mensah spoke.", "Kojø Mensah", "GHA"),
        ("Ghana's Minister, H.E. Gen. (ret.) Kojo Al-Mensah, spoke.", "Kojo Al-Mensah", "GHA"),
        (
            "Peru's Minister of Foreign Affairs and International Cooperation Juan Salas spoke.",
            "Juan Salas",
            "PER",
        ),
        ("The Russian ambassador to Peru Ivan Gradov spoke.", "Ivan Gradov", "RUS"),
        ("UN special envoy for Syria Pedro Gil spoke.", "Pedro Gil", "UN"),
        ("Kojo Mensah, commander of the Ghana Navy, spoke.", "Kojo Mensah", "GHA"),
        (
            "Lidia Quispe met her counterparts, among them Kenya's Amina Oduor.",
            "Amina Oduor",
            "KEN",
        ),
    ],
)
def test_an_office_is_read_in_the_forms_news_has_for_it(text: str, person: str, actor: str) -> None:
    assert [(a, p) for _, a, p in _read(text) if p is not None] == [((actor,), person)]


@pytest.mark.parametrize(
    "text",
    [
        "Former Peruvian president Juan Salas spoke. Salas left.",
        "Defence Minister Juan Salas spoke.",
        "Peru and Ghana met. Defence Minister Juan Salas spoke.",
    ],
)
def test_nobody_is_given_a_state_that_the_text_does_not_tell(text: str) -> None:
    assert [person for _, _, person in _read(text) if person is not None] == []


def test_the_dateline_tells_the_state_of_an_office_holder() -> None:
    assert ("Defence Minister Juan Salas", ("PER",), "Juan Salas") in _read(
        "LIMA, Nov 22 - Defence Minister Juan Salas met Ghana's envoy."
    )


def test_a_counterpart_leaves_the_other_of_two_states() -> None:
    text = "Peru and Ghana met. Defence Minister Juan Salas and his Ghanaian counterpart spoke."
    assert ("Defence Minister Juan Salas", ("PER",), "Juan Salas") in _read(text)


def test_the_same_surname_after_another_given_name_is_somebody_else() -> None:
    text = "Peru's Foreign Minister Juan Salas spoke. The singer Anton Salas did not."
    assert [person for _, _, person in _read(text)] == ["Juan Salas"]


@pytest.mark.parametrize(
    "text",
    [
        "France 24 reported a visit.",
        "Egypt Today said that ships left.",
        "He told the Press Trust of India of a visit.",
        "A visit, Radio New Zealand reported.",
    ],
)
def test_a_state_in_the_name_of_an_outlet_is_no_actor(text: str) -> None:
    assert _read(text) == []


def test_a_day_after_a_state_makes_no_outlet() -> None:
    assert [actors for _, actors, _ in _read("Egypt today said that ships left.")] == [("EGY",)]
