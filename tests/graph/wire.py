"""Made-up agency reports, what papers make of them, and texts that only look like copies."""

import random
from collections.abc import Callable, Sequence

STOCK = (
    "according to a statement from the ministry",
    "the two sides agreed to deepen practical cooperation",
    "officials said on the sidelines of the meeting",
    "in line with international law and the charter",
    "for peace stability and development in the region",
)
_CHANCE = random.Random(7)
VOCABULARY = tuple(
    "".join(_CHANCE.choices("abcdefghilmnoprstuv", k=_CHANCE.randint(2, 9))) for _ in range(6000)
)
WEIGHTS = tuple(1 / (rank + 5) for rank in range(len(VOCABULARY)))
Chance = random.Random
Text = list[str]
"""Paragraphs."""


def words(chance: Chance, number: int) -> list[str]:
    """Words as frequent as in speech."""
    return chance.choices(VOCABULARY, WEIGHTS, k=number)


def sentence(chance: Chance) -> str:
    """Some words; now and then a stock phrase or a figure among them."""
    told = words(chance, chance.randint(9, 26))
    if chance.random() < 0.3:
        told.insert(chance.randrange(len(told)), chance.choice(STOCK))
    if chance.random() < 0.4:
        told.insert(chance.randrange(len(told)), str(chance.randint(2, 4000)))
    return " ".join(told).capitalize() + "."


def paragraph(chance: Chance, sentences: int = 2) -> str:
    """Some sentences."""
    return " ".join(sentence(chance) for _ in range(sentences))


def report(chance: Chance, paragraphs: int = 12) -> Text:
    """An agency's report of some 430 words."""
    return [paragraph(chance) for _ in range(paragraphs)]


def headed(text: Text, chance: Chance) -> Text:
    """With a headline, byline and dateline of a paper's own."""
    line = f"By {' '.join(words(chance, 2)).title()}"
    place = f"{words(chance, 1)[0].upper()}, March {chance.randint(1, 28)} (Agency) - {text[0]}"
    return [" ".join(words(chance, 9)).capitalize(), line, place, *text[1:]]


def cut(share: float) -> Callable[[Text, Chance], Text]:
    """Cut from the end."""
    return lambda text, chance: headed(text[: round(len(text) * share)], chance)


def edited(text: Text, chance: Chance, share: float = 0.015) -> Text:
    """With a word in seventy spelt or put otherwise."""
    return headed(
        [
            " ".join(
                words(chance, 1)[0] if chance.random() < share and each.isalpha() else each
                for each in paragraph.split()
            )
            for paragraph in text
        ],
        chance,
    )


def introduced(text: Text, chance: Chance) -> Text:
    """With a paragraph of local colour at the top and one at the end."""
    return headed([paragraph(chance, 3), *text, paragraph(chance, 2)], chance)


def shuffled(text: Text, chance: Chance) -> Text:
    """With one paragraph dropped and two others swapped."""
    kept = [each for n, each in enumerate(text) if n != len(text) // 2]
    kept[3], kept[5] = kept[5], kept[3]
    return headed(kept, chance)


def all_at_once(text: Text, chance: Chance) -> Text:
    """Edited, with one paragraph dropped, and its last quarter cut."""
    return edited(shuffled(text, chance)[1:][: round(len(text) * 0.75)], chance, 0.008)


EDITS: dict[str, Callable[[Text, Chance], Text]] = {
    "headline and dateline": headed,
    "last fifth cut": cut(0.8),
    "half cut": cut(0.5),
    "edited": edited,
    "local paragraphs": introduced,
    "paragraphs moved": shuffled,
    "all at once": all_at_once,
}


def bulletin(frame: Sequence[str], day: int, chance: Chance) -> Text:
    """A day's figures in the frame that every day's bulletin has."""
    return [f"March {day}"] + [
        f"{each} {chance.randint(2, 60)} {words(chance, 1)[0]}" for each in frame
    ]


def framed(chance: Chance, days: int) -> list[Text]:
    """The bulletins of some days: 200 words, seven figures."""
    frame = [" ".join(words(chance, 30)) for _ in range(7)]
    return [bulletin(frame, day, chance) for day in range(1, days + 1)]


def releases(chance: Chance, number: int) -> list[Text]:
    """Press releases on different matters that end in one boilerplate of 120 words."""
    boilerplate = [" ".join(words(chance, 120))]
    return [report(chance, 5) + boilerplate for _ in range(number)]


def readouts(chance: Chance) -> list[Text]:
    """What two sides say of one talk: the same quotes, their own words around them."""
    quotes = [sentence(chance) for _ in range(4)]
    return [[f"{paragraph(chance)} {each}" for each in quotes] for _ in range(2)]


def rewritten(chance: Chance) -> list[Text]:
    """Two agencies on one speech: half of each text are its quotes."""
    quotes = [paragraph(chance) for _ in range(5)]
    return [[paragraph(chance) + " " + each for each in quotes] for _ in range(2)]


def yearly(chance: Chance) -> list[Text]:
    """A report on an exercise held every year, taken up again with other figures and words."""
    frame = [paragraph(chance) for _ in range(8)]
    return [
        [*frame, f"Held for the {year - 1980}th time in {year} with {chance.randint(900, 9000)}."]
        + [paragraph(chance) for _ in range(3)]
        for year in (2023, 2024)
    ]


def digest(chance: Chance) -> list[Text]:
    """A report, and a digest of the day that has it among five."""
    told = report(chance, 6)
    return [told, [*report(chance, 12), *told, *report(chance, 12)]]


LOOKALIKES: dict[str, Callable[[Chance], list[Text]]] = {
    "daily bulletins": lambda chance: framed(chance, 6),
    "press releases": lambda chance: releases(chance, 6),
    "readouts": readouts,
    "rewritten": rewritten,
    "yearly": yearly,
    "digest": digest,
    "unrelated": lambda chance: [report(chance) for _ in range(6)],
}
