"""Wordings that sources use, kept as data: `data/<name>.yaml` holds patterns and exceptions."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from hedgerow.queries.reading.edge import Source
from hedgerow.queries.words.phrases import slug_words

_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class WordList:
    """Patterns of which one must occur in a text outside of what the exceptions match."""

    words: re.Pattern[str]
    but_not: re.Pattern[str]

    def is_in(self, text: str) -> bool:
        """Whether a text or a slug has one of the wordings; web addresses do not count."""
        plain = slug_words(_ADDRESS.sub(" ", text))
        return self.words.search(self.but_not.sub(" ", plain)) is not None

    def first_in(self, sources: Iterable[Source]) -> Source | None:
        """The first of some sentences that has one of the wordings."""
        return next((source for source in sources if self.is_in(source.quote)), None)


@cache
def word_list(name: str) -> WordList:
    """The list of a name, read once."""
    file = files("hedgerow.queries") / "data" / f"{name}.yaml"
    data: dict[str, list[str]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return WordList(_any_of(data["words"]), _any_of(data["but_not"]))


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{each})\b" for each in patterns) or r"(?!)", re.IGNORECASE)
