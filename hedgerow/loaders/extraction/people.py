"""Names of people in office, learnt from the article itself, and their short forms."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hedgerow.loaders.extraction.gazetteer import gazetteer
from hedgerow.loaders.extraction.lexicon import word_list
from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.offices import (
    AGENT_PHRASE,
    APPOSITION,
    NAME,
    OF_NATION,
    OFFICE_OF,
    TITLE_BEFORE,
    TITLED_NAME,
    rank_of,
)

REACH = 120
"""Characters before a nationality in which the person it belongs to stands."""

OFTEN_GUESTS = frozenset({"head_of_state", "head_of_government"})
"""Ranks whose holders a dateline often places abroad."""

SHORTEST_GIVEN_NAME = 4

_ABBREVIATION = re.compile(r"\s\((?P<short>[A-Z]{2,6})\)")


@dataclass(frozen=True, slots=True)
class Alias:
    """Whom a short form means in one article."""

    actors: tuple[str, ...]
    person: str | None


def is_name(text: str) -> bool:
    """Whether capitalised words can be a person's name."""
    words = text.split()
    return words[0] not in word_list("not_names") and any(len(word) > 1 for word in words)


def is_name_after(text: str, match: re.Match[str]) -> bool:
    """Whether what follows an office is its holder: after a comma only where another one closes."""
    closes = not match.group().startswith(",") or text[match.end() : match.end() + 1] in {",", "."}
    return closes and is_name(match.group("name"))


def people_by_nation(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """People beside a nation: `X, Japan's minister`, `President X of Y`, `Minister of Y X`."""
    for mention in mentions:
        if mention.kind == "person":
            continue
        yield from _named_before(text, mention)
        yield from _named_after(text, mention)


def _named_before(text: str, mention: Mention) -> Iterator[Mention]:
    for pattern in (APPOSITION, OF_NATION):
        match = pattern.search(text, max(0, mention.start - REACH), mention.start)
        if match is None or not is_name(match.group("name")):
            continue
        if pattern is APPOSITION and AGENT_PHRASE.match(text, mention.end) is None:
            continue
        if pattern is APPOSITION:
            yield _person(text, *match.span("name"), mention.actors)
        else:
            start, end, name = match.start(), mention.end, match.group("name")
            yield Mention(start, end, text[start:end], mention.actors, "person", name)


def _named_after(text: str, mention: Mention) -> Iterator[Mention]:
    office = OFFICE_OF.search(text, max(0, mention.start - REACH), mention.start)
    name = NAME.match(text, mention.end)
    if office is not None and name is not None and is_name(name.group("name")):
        start, end = office.start(), name.end()
        yield Mention(start, end, text[start:end], mention.actors, "person", name.group("name"))


def people_at_home(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Office-holders whose state is not told act for the state of the article's dateline."""
    home = gazetteer().home_of(text)
    if home is None:
        return
    taken = {position for mention in mentions for position in range(mention.start, mention.end)}
    for match in TITLED_NAME.finditer(text):
        start, end = match.span("name")
        free = taken.isdisjoint(range(start, end))
        if free and is_name(match.group("name")) and rank_of(match.group()) not in OFTEN_GUESTS:
            yield _person(text, start, end, (home,))


def _person(text: str, start: int, end: int, actors: tuple[str, ...]) -> Mention:
    return Mention(start, end, text[start:end], actors, "person", text[start:end])


def short_forms(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Later mentions of people and abbreviated names that the article has introduced."""
    aliases = _aliases(text, list(mentions))
    if not aliases:
        return
    forms = "|".join(re.escape(form) for form in sorted(aliases, key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w-])(?:{forms})(?![\w-])", text):
        alias = aliases[match.group()]
        kind = "person" if alias.person else "alias"
        yield Mention(*match.span(), match.group(), alias.actors, kind, alias.person)


def _aliases(text: str, mentions: list[Mention]) -> dict[str, Alias]:
    """Form -> whom it means, for forms that mean one only."""
    found: dict[str, set[Alias]] = defaultdict(set)
    for mention in mentions:
        abbreviation = _ABBREVIATION.match(text, mention.end)
        if abbreviation is not None:
            found[abbreviation.group("short")].add(Alias(mention.actors, None))
        for form in _forms_of(mention):
            if form[0].isupper() and not gazetteer().knows(form):
                found[form].add(Alias(mention.actors, mention.person))
    return {form: means.pop() for form, means in found.items() if _one_side(means)}


def _one_side(means: set[Alias]) -> bool:
    return len({alias.actors for alias in means}) == 1


def _forms_of(mention: Mention) -> set[str]:
    if mention.person is None:
        return set()
    words = mention.person.split()
    forms = {mention.person, words[-1]}
    if mention.actors[0] in word_list("surname_first") or len(words[0]) >= SHORTEST_GIVEN_NAME:
        forms.add(words[0])
    return {form for form in forms if len(form) > 1} - word_list("not_names")


def with_title(text: str, mention: Mention) -> Mention:
    """The title before a person's name belongs to the mention: `President Joe Biden`."""
    if mention.kind != "person":
        return mention
    match = TITLE_BEFORE.search(text, max(0, mention.start - 80), mention.start)
    if match is None:
        return mention
    return replace(mention, start=match.start(), text=text[match.start() : mention.end])
