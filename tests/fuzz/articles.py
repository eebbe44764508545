"""The extractor on hostile text, and on articles that are nearly sound."""

from collections.abc import Iterator
from functools import cache
from random import Random

from hedgerow.graph.records import Appearance, Document
from hedgerow.loaders.extraction import Extractor
from hedgerow.loaders.text import normalise
from hedgerow.ontology.vocabulary import vocabulary
from tests.fuzz.mutating import mutated
from tests.fuzz.seeds import EXAMPLES
from tests.fuzz.target import Target, holds

MOST, LONG = 2000, 20_000
"""Characters of an article, and of a very long sentence."""
SECONDS_FOR_LONG = 30.0
DAY = "2024-05-06"
WORDS = (
    "Vietnam", "Russia's", "the two sides", "President Putin", "Minister of Defence", "Hanoi",
    "signed", "will not sign", "agreed to", "denied", "an agreement", "F-16", "$5 billion", "with",
    "on Tuesday", "in 1995", "last month", "said", "that", "“", "”", "(", ")", "[", "]", ",", ";",
    ".", "...", "-", "—", "'", "\u202e", "\u0301", "İ", "ﬀ", "\u200d", "🇻🇳", "越南", "0", "1e9",
    "\n\n", "U.S.", "Mr.", "No.", "https://x.y/?a=b", "<b>", "&amp;", "\t", "𝔘𝔖", "ק",
    "ب", "\u2028",
)  # fmt: skip


def targets() -> Iterator[Target]:
    """Articles of a usual length, and single sentences that end nowhere."""
    yield Target("extractor/article", 5, _article, _check)
    yield Target("extractor/soup", 5, _soup, _check)
    yield Target("extractor/long", 0.04, _long, _check, SECONDS_FOR_LONG)


@cache
def seeds() -> tuple[bytes, ...]:
    """The made-up articles of the demonstration."""
    return tuple(path.read_bytes() for path in sorted(EXAMPLES.glob("articles/*.txt")))


@cache
def _extractor() -> Extractor:
    return Extractor()


def _article(chance: Random) -> bytes:
    found = chance.choice(seeds())
    start = chance.randrange(max(len(found) - MOST, 1))
    return mutated(chance, found[start : start + chance.choice((200, 500, MOST))], seeds())


def _soup(chance: Random) -> bytes:
    if chance.random() < 0.3:
        unit = "".join(chance.choice(WORDS) for _ in range(chance.randint(1, 3)))
        return (unit * MOST)[:MOST].encode()
    size = chance.choice((5, 30, 200))
    return chance.choice((" ", " ", "")).join(chance.choices(WORDS, k=size)).encode()


def _long(chance: Random) -> bytes:
    some = chance.choices([word for word in WORDS if word not in {".", "...", "\n\n"}], k=12)
    return (" ".join(some) * LONG)[:LONG].encode()


def _check(data: bytes) -> None:
    text = normalise(data.decode(errors="replace"))
    most = LONG if len(text) >= LONG - LONG // 10 else MOST
    document = Document(text[:most], (Appearance("fuzz", published=DAY),))
    end = 0
    for claim in _extractor().extract(document):
        holds(document.text[claim.start : claim.end] == claim.quote, "a quote stands in the text")
        holds(claim.type in vocabulary().tie_types, "a type is one of the vocabulary's")
        holds(0 < claim.confidence <= 1, "a confidence is a share")
        holds(len({*claim.actors}) > 1, "a claim is about two actors")
        holds(claim.document == document.id, "a claim knows its document")
        end = max(end, claim.end)
    holds(end <= len(document.text), "no claim ends after the text")
