"""What is not told as real gives no claims; the rest of its article does."""

import pytest

from tests.loaders.extraction.conftest import Reader

REAL = "Chile expelled three Peruvian diplomats on Monday."


@pytest.mark.parametrize(
    "text",
    [
        "In the novel, Ghana and Peru signed a defence agreement.",
        "In the game, Chile invaded Peru on the first turn.",
        "In the war game, Chilean forces fired on Peruvian ships.",
        "The film shows how Chile attacked Peru with drones.",
        "In a hypothetical scenario studied by the institute, Chile attacked Peru in 2026.",
        "In the novel, war comes early. Chile invades Peru and cuts ties with Ghana.",
        "Imagine that Ghana and Peru signed a defence agreement tomorrow.",
        "Suppose Chile attacked Peru.",
        "What if Chile cut diplomatic ties with Peru?",
        "Did Ghana sign a defence agreement with Peru?",
        "Had Ghana signed a defence agreement with Peru, it would have lost friends.",
        "Were Ghana to sign a defence agreement with Peru, its neighbours would object.",
        "Should Ghana sign a defence agreement with Peru, investors would cheer.",
        "If Ghana were to sign a defence agreement with Peru, its neighbours would object.",
        "Ghana and Peru would have signed a defence agreement if the government had not fallen.",
        "Ghana should sign a defence agreement with Peru, the columnist wrote.",
        "Ghana nearly signed a defence agreement with Peru in 2019.",
        "A visiting forces pact is akin to the defence agreement signed by Ghana and Peru.",
    ],
)
def test_what_is_imagined_gives_nothing_and_the_rest_is_read(text: str, read: Reader) -> None:
    claims = read(f"{text}\n\n{REAL}", "2024-05-15")
    assert [(c.type, c.quote) for c in claims] == [("expulsion", REAL)]


def test_a_drill_with_an_imagined_enemy_is_real(read: Reader) -> None:
    text = "Ghana and Peru held a joint naval exercise against a fictional country on Monday."
    assert [c.status for c in read(text, "2024-05-15")] == ["occurred"]


def test_an_article_that_declares_itself_satire_gives_nothing(read: Reader) -> None:
    assert read(f"Satire. None of this happened.\n\n{REAL}", "2024-05-15") == []
