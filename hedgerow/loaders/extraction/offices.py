"""Patterns for offices and names around a nationality, built from the word lists."""

import re

from hedgerow.loaders.extraction.lexicon import table, word_list


def _alternatives(words: frozenset[str] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


def _titles() -> list[str]:
    return sorted(
        {title for row in table("titles") for title in row["titles"]}, key=len, reverse=True
    )


_TITLE = rf"(?:{_alternatives(_titles())})"
_TITLE_WORDS = rf"(?:(?:then-|former |outgoing |acting |visiting )?{_TITLE}(?:,? and )?\s+)+"
_PARTICLES = _alternatives(word_list("name_particles"))
_NAME_WORD = r"[A-ZÀ-ÖØ-ÞĀ-ỹ][\w’'.-]*\w|[A-Z]\.?(?=\s)"
_PERSON = rf"(?P<name>(?:{_NAME_WORD})(?:[ -](?:{_PARTICLES}|{_NAME_WORD})){{0,4}})"
_AGENT = rf"(?:{_alternatives(word_list('agents'))})(?:e?s)?"
_MODIFIER = rf"(?:{_alternatives(word_list('agent_modifiers'))})"
_OWNED_MODIFIER = rf"(?:{_alternatives(word_list('owned_modifiers'))}|{_MODIFIER}|[\w-]+-[\w-]+)"


def _agent_phrase(modifier: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<possessive>['’]s?)?(?=\s)(?:\s+{modifier}){{0,6}}?"
        rf"(?:\s+(?:{_TITLE}|{_AGENT})(?![\w-]))+",
        re.IGNORECASE,
    )


AGENT_PHRASE = _agent_phrase(_OWNED_MODIFIER)
"""What may follow a nationality and make it an acting body: `'s newly appointed minister`."""

AGENT_AFTER_NAME = _agent_phrase(_MODIFIER)
"""The same after a bare name, where a verb may follow: `Japan coast guard`."""

_PREFIXES = "|".join(table("ships"))

SHIP = re.compile(rf"\b(?P<prefix>{_PREFIXES})\s+[A-Z][\w’'.-]+(?: (?:[A-Z][\w’'.-]*))*")
"""A ship of a navy or coast guard by its prefix: `USS Carl Vinson`."""

NAME = re.compile(rf",?\s+{_PERSON}(?=[\s,.;:'’)]|$)")
"""A personal name right after an office."""

APPOSITION = re.compile(rf"{_PERSON},\s+(?:who is |the |a )?(?:then |former )?$")
"""A name, a comma, and then (at the end of the searched stretch) a nationality."""

OF_NATION = re.compile(rf"{_TITLE}\s+{_PERSON}\s+of\s+(?:the\s+)?$")
"""A title, a name, `of`, and then a nation."""

OFFICE_OF = re.compile(rf"{_TITLE}\s+(?:of|for)\s+(?:the\s+)?$")
"""A title and `of`, right before a nation: `Foreign Minister of Peru …`."""

TITLED_NAME = re.compile(rf"(?<![\w-])(?:{_TITLE}\s+)+{_PERSON}(?=[\s,.;:'’)]|$)")
"""A title and a name with no nation told."""

OUTLET = re.compile(rf"\s+(?:\w+ )?(?:{_alternatives(word_list('outlets'))})(?!\w)")
"""What makes a nationality an outlet's: `Chilean media`."""

PORT = re.compile(rf"(?<!\w)(?:{_alternatives(list(table('ports')))})(?!\w)")
"""A naval port or big city that is no capital: a destination, never a party."""

TITLE_BEFORE = re.compile(rf"(?:(?<=\s)|(?<=^)|(?<=[\"“(])){_TITLE_WORDS}$")
"""The titles that end right where a name begins."""

OFFICE = re.compile(rf"(?<!\w)(?:{_TITLE}|(?i:{_alternatives(word_list('offices'))}))$")
"""An office that a name may follow, at the end of a stretch."""

TITLE = re.compile(rf"(?<!\w){_TITLE}(?!\w)")


def rank_of(text: str) -> str | None:
    """The rank of the first title in a text such as `U.S. Defense Secretary Pete Hegseth`."""
    match = TITLE.search(text)
    if match is None:
        return None
    return next(str(row["rank"]) for row in table("titles") if match.group() in row["titles"])
