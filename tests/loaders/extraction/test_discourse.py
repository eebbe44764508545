import pytest

from hedgerow.loaders.extraction.discourse import Discourse
from hedgerow.loaders.extraction.gazetteer import gazetteer
from hedgerow.loaders.extraction.mentions import find_mentions
from hedgerow.loaders.extraction.sentences import split_sentences


def _pointing_back(text: str) -> dict[str, tuple[str, ...]]:
    """Phrase -> actors, for what points back in a text."""
    mentions = find_mentions(text, None)
    discourse = Discourse(gazetteer().home_of(text))
    found = {}
    for sentence in split_sentences(text):
        own = [m for m in mentions if sentence.start <= m.start and m.end <= sentence.end]
        for mention in discourse.resolve(sentence, own):
            if mention.coreferent:
                found[mention.text] = mention.actors
    return found


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        ("Peru's foreign minister met Ghana's envoy. The minister left.", "The minister", ("PER",)),
        ("Peru's foreign minister met Ghana's envoy. The envoy left.", "The envoy", ("GHA",)),
        ("LIMA, Nov 22 - Ghana sold a ship to the Army.", "the Army", ("PER",)),
        ("Ecowas eased curbs on Mali. The bloc met.", "The bloc", ("ECOWAS",)),
        ("HMS Wren came to Peru. The ship left.", "The ship", ("GBR",)),
        (
            "Peru and Ghana joined the UN. The two countries met.",
            "The two countries",
            ("GHA", "PER"),
        ),
        ("Ghana met Peru. The African nation agreed.", "The African nation", ("GHA",)),
        ("Peru spoke to Ghana. It has sent troops.", "It", ("PER",)),
    ],
)
def test_a_phrase_points_back_to_whoever_was_called_so(
    text: str, phrase: str, actors: tuple[str, ...]
) -> None:
    assert _pointing_back(text)[phrase] == actors


@pytest.mark.parametrize(
    "text",
    [
        "Peru met Ghana. The government agreed.",
        "Peru met Ghana. The envoy left.",
        "Peru met Ghana. The military escalation went on.",
        "Peru's army met Ghana's army. The army left.",
    ],
)
def test_an_office_that_several_may_hold_is_nobodys(text: str) -> None:
    assert _pointing_back(text) == {}
