"""What an article declares itself to be that is not told as real: satire or fiction."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from hedgerow.graph.records import Document


def genre_of(document: Document) -> str | None:
    """`satire` or `fiction` where the publisher, the title or the text says so, else None."""
    ends = _ends(document.text)
    for genre, (publisher, title, declaration) in _genres().items():
        stated = any(
            publisher.search(each.publisher or "") or title.search(each.title or "")
            for each in document.appearances
        )
        if stated or any(declaration.search(end) for end in ends):
            return genre
    return None


def _ends(text: str) -> tuple[str, str]:
    """The head and the foot of an article, where it speaks of itself."""
    head, foot = _words()["head"], _words()["foot"]
    return text[:head], text[max(head, len(text) - foot) :]


@cache
def _genres() -> dict[str, tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]]:
    """For each genre what its publishers, its titles and its own words look like."""
    return {
        genre: (
            _compiled(words["publishers"]),
            _title(words["titles"]),
            _declaration(words["declarations"]),
        )
        for genre, words in _words()["genres"].items()
    }


def _title(words: list[str]) -> re.Pattern[str]:
    """`Satire: …`, `[Satire] …`, `… (satire)`."""
    one = "|".join(words)
    return _compiled(
        [rf"^\W*(?:{one})\W*[:|\])–—]", rf"^\W*(?:{one}) - ", rf"(?:[|(\[–—]| - )\s*(?:{one})\W*$"]
    )


def _declaration(forms: list[str]) -> re.Pattern[str]:
    opening, unattributed = _words()["opening"], _words()["unattributed"]
    return _compiled([rf"{opening}(?:{'|'.join(forms)}){unattributed}"])


def _compiled(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE | re.MULTILINE)


@cache
def _words() -> dict[str, Any]:
    source = files("hedgerow.loaders") / "data" / "genre.yaml"
    found: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return found
