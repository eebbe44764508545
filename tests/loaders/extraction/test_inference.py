"""Who fills a role that syntax leaves open, and who may not."""

import pytest

from tests.loaders.extraction.conftest import Reader


def _told(read: Reader, text: str) -> list[tuple[str, tuple[str, ...], str]]:
    return [(c.type, c.actors, c.status) for c in read(text, "2024-05-06") if c.phase != "holds"]


def test_the_only_other_state_of_the_sentence_fills_a_role_at_less_confidence(
    read: Reader,
) -> None:
    (claim,) = [c for c in read("Helicopters bought from Ukraine in 2001 will go to Peru.")
                if c.type == "arms_deal"]  # fmt: skip
    assert claim.actors == ("UKR", "PER")
    assert "inferred" in claim.flags
    assert claim.confidence < 0.8


def test_what_a_text_is_about_fills_a_role_that_a_sentence_leaves_open(read: Reader) -> None:
    text = (
        "Ukraine needs shells. Ukraine asked for them again. Ukraine thanked everybody.\n\n"
        "Finland is supplying artillery shells."
    )
    assert ("arms_transfer", ("FIN", "UKR"), "planned") in _told(read, text)


def test_of_two_candidates_none_fills_a_role(read: Reader) -> None:
    text = "Peru, Ghana and Chile watched as the frigate was ordered."
    assert not _told(read, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway's foreign minister met his Latvian counterpart in Riga on Friday.",
         ("visit", ("NOR", "LVA"), "occurred")),
        ("Norway's foreign minister met his Latvian counterpart in Vienna on Friday.",
         ("meeting", ("LVA", "NOR"), "occurred")),
        ("Britain and Turkey signed a deal for 20 Typhoon fighter jets.",
         ("arms_deal", ("GBR", "TUR"), "signed")),
        ("Thailand signed a contract with Saab for four Gripen fighters.",
         ("arms_deal", ("SWE", "THA"), "signed")),
    ],
)  # fmt: skip
def test_soil_and_makers_say_who_came_and_who_supplies(
    read: Reader, text: str, told: tuple[str, tuple[str, ...], str]
) -> None:
    assert told in _told(read, text)


def test_an_arms_maker_is_no_diplomat(read: Reader) -> None:
    assert not _told(read, "Boeing opened talks with Peru's president on tourism.")
