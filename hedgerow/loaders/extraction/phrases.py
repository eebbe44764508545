"""Phrases that point back, found in a sentence, and the actors that mentions stand for."""

import re
from collections.abc import Iterable
from functools import cache

from hedgerow.loaders.extraction.gazetteer import is_body
from hedgerow.loaders.extraction.lexicon import table
from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.sentences import Sentence

_DEED = re.compile(
    r" (?:(?:has|had|also|will|would|later|then) )*"
    r"(?!(?:been|be|is|was|have|yet|to|take|not)\b)[a-z]+"
)
_STATES = re.compile(
    r"countr|nation|neighbo|state|government|capital|navies|armies|militar|forces|minist|president"
)


def phrases(sentence: Sentence) -> list[tuple[str, re.Match[str]]]:
    """Each phrase that may point back, by its kind, in order, the longer first."""
    found = [(name, m) for name, pattern in _patterns() for m in pattern.finditer(sentence.text)]
    return sorted(found, key=lambda phrase: (phrase[1].start(), -phrase[1].end()))


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    listed = table("coreference")["phrases"]
    return [(name, re.compile(text, re.IGNORECASE)) for name, text in listed.items()]


def of_states(match: re.Match[str]) -> bool:
    """Whether only states can be meant: `the two countries`, not `both sides`."""
    return _STATES.search(match.group().lower()) is not None


def begins_deed(match: re.Match[str]) -> bool:
    """Whether `it` begins the sentence as one who does something, unlike `It is said that`."""
    return match.start() == 0 and _DEED.match(match.string, match.end()) is not None


def distinct(mentions: Iterable[Mention], *, bodies: bool = True) -> list[str]:
    """The actors of mentions that stand for one actor each, by name or by pronoun."""
    single = (m.actors[0] for m in mentions if len(m.actors) == 1 and m.kind != "port")
    return list(dict.fromkeys(actor for actor in single if bodies or not is_body(actor)))


def last_word(text: str) -> str:
    """`ministers` of `European Union foreign ministers`."""
    return text.rsplit(maxsplit=1)[-1].lower()


def merged(first: list[str], second: list[str]) -> list[str]:
    """Both lists, each actor once."""
    return list(dict.fromkeys([*first, *second]))
