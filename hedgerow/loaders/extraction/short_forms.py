"""Later mentions of people and abbreviated names that an article has introduced."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick

from hedgerow.loaders.extraction.agents import is_office
from hedgerow.loaders.extraction.gazetteer import gazetteer, longest_whole
from hedgerow.loaders.extraction.lexicon import table, word_list
from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.names import forms_of
from hedgerow.loaders.extraction.offices import OFFICE, alternatives

Alias = tuple[tuple[str, ...], str | None]
"""The actors and the person that a short form means in one article."""

_ABBREVIATION = re.compile(r"\s\((?P<short>[A-Z]{2,6})\)")
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w’'-]*) $")
_WORD_AFTER = re.compile(r" (?P<word>[^\W\d_][\w’'-]*)")
_FORMER = alternatives(table("offices")["former"])
_FORMER_BEFORE = re.compile(rf"\b(?i:{_FORMER})[ -](?P<office>{OFFICE} of (?:the )?)?$")
_FORMER_WITHIN = re.compile(rf"(?i:(?<![\w-])(?:{_FORMER})[ -])")


def short_forms(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """The short forms in a text that stand for one actor only."""
    aliases = _aliases(text, mentions)
    forms = list(aliases)
    for index, start, end in longest_whole(AhoCorasick(forms), text) if forms else ():
        actors, person = aliases[forms[index]]
        if text[start - 1 : start] == "-" or text[end : end + 1] == "-":
            continue
        if person is None or not _in_longer_name(text, start, end):
            kind = "person" if person else "alias"
            yield Mention(start, end, text[start:end], actors, kind, person)


def _aliases(text: str, mentions: list[Mention]) -> dict[str, Alias]:
    found: dict[str, set[Alias]] = defaultdict(set)
    for mention in mentions:
        abbreviation = _ABBREVIATION.match(text, mention.end)
        if abbreviation is not None:
            found[abbreviation.group("short")].add((mention.actors, None))
        if mention.person is not None:
            first = mention.actors[0] in word_list("surname_first")
            for form in forms_of(mention.person, family_name_first=first):
                if not gazetteer().knows(form):
                    found[form].add((mention.actors, mention.person))
    return {form: max(means, key=str) for form, means in found.items() if _one_side(means)}


def _one_side(means: set[Alias]) -> bool:
    return len({actors for actors, _ in means}) == 1


def _in_longer_name(text: str, start: int, end: int) -> bool:
    """Whether the words beside a form make it another person's name: `Anton Salas`."""
    before = _WORD_BEFORE.search(text, max(0, start - 25), start)
    after = _WORD_AFTER.match(text, end)
    return _is_name_part(before) or _is_name_part(after)


def _is_name_part(match: re.Match[str] | None) -> bool:
    word = match.group("word") if match is not None else ""
    return word[:1].isupper() and not (word in _no_name_parts() or word.lower() in _common())


@cache
def _no_name_parts() -> frozenset[str]:
    parts = table("offices")
    return word_list("not_names") | {*parts["institutions"], *parts["honorifics"]}


@cache
def _common() -> frozenset[str]:
    parts = table("offices")
    return word_list("agents") | {*parts["heads"], *parts["modifiers"]}


def without_former(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions without those of people who are told to be out of office."""
    gone = {m.start for m in mentions if _is_former(text, m)}
    first: dict[str, int] = {}
    for mention in mentions:
        if mention.person is not None:
            first.setdefault(mention.person, mention.start)
    out = {person for person, start in first.items() if start in gone}
    return [m for m in mentions if m.start not in gone and m.person not in out]


def _is_former(text: str, mention: Mention) -> bool:
    before = _FORMER_BEFORE.search(text, max(0, mention.start - 60), mention.start)
    if before is not None and before.group("office"):
        return True
    told = before or _FORMER_WITHIN.search(mention.text)
    return bool(told) and (bool(mention.person) or is_office(text, mention.start, mention.end))
