"""Offices as news writes them: titles by list, longer ones by their parts, and what follows a
nationality and makes it an acting body."""

import re
from collections.abc import Iterable

from hedgerow.loaders.extraction.lexicon import table, word_list


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))


def _either_case(words: Iterable[str]) -> str:
    """Lower case or capitalised; telling both apart costs less than ignoring case."""
    listed = list(words)
    return alternatives([*listed, *(_capitalised(word) for word in listed)])


def _capitalised(word: str) -> str:
    return re.sub(r"(?<![\w'’])\w(?!f |f-|n-|he )", lambda letter: letter.group().upper(), word)


def _titles() -> set[str]:
    return {title for row in table("titles") for title in row["titles"]}


_PARTS = table("offices")
_DOMAIN = rf"(?:{_either_case(_PARTS['domains'])})(?![\w-])"
_JOINT = r"(?:,? (?:and |& )?(?:the )?|, )"
_FOR = rf"(?: (?:of|for) (?:the )?{_DOMAIN}(?:{_JOINT}{_DOMAIN}){{0,7}})"
_BUILT = (
    rf"(?:(?:{_either_case(_PARTS['modifiers'])})[ -]){{0,6}}"
    rf"(?:{_either_case(_PARTS['heads'])})(?![\w-]){_FOR}{{0,2}}"
)
OFFICE = rf"(?:{_BUILT}|(?:{alternatives(_titles())})(?![\w-]){_FOR}{{0,2}})"
"""An office, with its domain: `Deputy Minister for Europe and Foreign Trade`."""

_BEFORE_TITLE = r"(?:then-|former |outgoing |acting |visiting |ex-|retired |late |ousted )?"
TITLE_WORDS = rf"(?:{_BEFORE_TITLE}{OFFICE},? and )?(?:{_BEFORE_TITLE}{OFFICE} ){{1,5}}"
"""Titles before a name; without a bound, each that is read in two ways doubles the work."""

_AGENT = rf"(?:{alternatives(word_list('agents') | word_list('firms'))})(?:e?s)?"
_MODIFIER = rf"(?:{alternatives(word_list('agent_modifiers'))})"
_OWNED_MODIFIER = rf"(?:{alternatives(word_list('owned_modifiers'))}|{_MODIFIER}|\w+(?:-\w+)+)"


def _agent_phrase(modifier: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<possessive>['’]s?)?(?=\s)(?: {modifier}){{0,6}}?"
        rf"(?: (?:{OFFICE}|{_AGENT})(?![\w-]))+(?:,? and {OFFICE}(?= [A-Z]))?",
        re.IGNORECASE,
    )


AGENT_PHRASE = _agent_phrase(_OWNED_MODIFIER)
"""What may follow a nationality and make it an acting body: `'s newly appointed minister`."""

AGENT_AFTER_NAME = _agent_phrase(_MODIFIER)
"""The same after a bare name, where a verb may follow: `Japan coast guard`."""

OFFICE_AT_END = re.compile(
    rf"(?<!\w)(?:{OFFICE}|(?i:{alternatives(word_list('offices'))}))(?: \([^()]{{1,12}}\))?$"
)
"""An office that a name may follow, at the end of a stretch."""

PORT = re.compile(rf"(?<!\w)(?:{alternatives(table('ports'))})(?!\w)")
"""A naval port or big city that is no capital: a destination, never a party."""

SHIP = re.compile(
    rf"\b(?P<prefix>{alternatives(table('ships'))})\s+[A-Z][\w’'.-]+(?: (?:[A-Z][\w’'.-]*))*"
)
"""A ship of a navy or coast guard by its prefix: `USS Carl Vinson`."""

_RANKED = re.compile(rf"(?<!\w)(?:{alternatives(_titles())})(?!\w)")


def rank_of(text: str) -> str | None:
    """The rank of the first title in a text such as `U.S. Defense Secretary Pete Hegseth`."""
    match = _RANKED.search(text)
    if match is None:
        return None
    return next(str(row["rank"]) for row in table("titles") if match.group() in row["titles"])


_KINDS = {name: re.compile(rf"(?i:{text})") for name, text in _PARTS["kinds"].items()}


def office_kind(text: str) -> str | None:
    """What public office a title is, or None: `defence`, `foreign`, `president` …"""
    return next((name for name, pattern in _KINDS.items() if pattern.search(text)), None)
