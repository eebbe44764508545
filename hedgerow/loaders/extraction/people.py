"""People beside a nation, learnt from the article: `X, Japan's minister`, `Minister of Y X`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from hedgerow.loaders.extraction.agents import closes
from hedgerow.loaders.extraction.gazetteer import gazetteer
from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.names import (
    APPOSED,
    NAME,
    NAME_AFTER_POSSESSIVE,
    NAME_AT_END,
    OF_AT_END,
    OF_NATION,
    OFFICE_OF,
    TITLE_BEFORE,
    may_be_title,
    name_in,
)

REACH = 140
"""Characters before a nationality in which the person it belongs to stands."""

LONGEST_NAME = 60

_PLACED = re.compile(r"(?:^|\s)(?:in|at|near|off|to|from|around|across|over|into)\s(?:the\s)?$")
_ENVOY_FOR = re.compile(r"(?i:envoy|representative|coordinator|adviser|advisor) for (?:the )?$")
_TO_ANOTHER = re.compile(r"\sto\s(?:the\s)?$")


def people_by_nation(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """People whose nation stands beside their office or their name."""
    for index, mention in enumerate(mentions):
        if mention.kind == "person":
            continue
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        after = list(_named_after(text, mention, following))
        yield from after or _named_before(text, mention)


def _named_after(text: str, mention: Mention, following: Mention | None) -> Iterator[Mention]:
    """`Foreign Minister of Peru X`, `ambassador of Peru to Ghana X`, `Ghana's X`."""
    office = _search_back(OFFICE_OF, text, mention.start) if _follows_of(text, mention) else None
    if office is not None and _ENVOY_FOR.search(office.group()):
        return
    if office is not None:
        yield from _at(text, NAME.match(text, mention.end), mention, office.start())
        if following is not None and _TO_ANOTHER.fullmatch(text, mention.end, following.start):
            yield from _at(text, NAME.match(text, following.end), mention, None)
    elif mention.kind in {"name", "alias"} and not _is_place(text, mention):
        match = NAME_AFTER_POSSESSIVE.match(text, mention.end)
        span = name_in(text, match)
        if match is not None and span is not None and _is_full(text, match, span):
            yield from _at(text, match, mention, mention.start)


def _is_full(text: str, match: re.Match[str], span: tuple[int, int]) -> bool:
    """A given and a family name, and nothing that makes it an institution's."""
    return span[1] == match.end("name") and " " in text[slice(*span)]


def _at(
    text: str, match: re.Match[str] | None, mention: Mention, start: int | None
) -> Iterator[Mention]:
    """The matched name as a person; its mention begins at `start` or, if None, with the name."""
    span = name_in(text, match)
    if match is None or span is None:
        return
    name = text[slice(*span)]
    if match.group().startswith(",") and not closes(text, span[1]):
        return
    if gazetteer().knows(name) and gazetteer().actor_of(name) not in mention.actors:
        return
    first = span[0] if start is None else start
    yield Mention(first, span[1], text[first : span[1]], mention.actors, "person", name)


def _is_place(text: str, mention: Mention) -> bool:
    return _PLACED.search(text, max(0, mention.start - 12), mention.start) is not None


def _named_before(text: str, mention: Mention) -> Iterator[Mention]:
    """`X, Japan's minister`, `X, minister of Japan`, `President X of Peru`."""
    apposed = APPOSED.search(text, max(0, mention.start - REACH), mention.start)
    if apposed is not None and (apposed.group("office") or mention.kind == "agent"):
        match = NAME_AT_END.search(text, max(0, apposed.start() - LONGEST_NAME), apposed.start())
        span = name_in(text, match)
        if match is not None and span is not None and span[1] == match.end("name"):
            yield Mention(*span, text[slice(*span)], mention.actors, "person", text[slice(*span)])
    elif _follows_of(text, mention):
        match = _search_back(OF_NATION, text, mention.start)
        span = name_in(text, match)
        if match is not None and span is not None and span[1] == match.end("name"):
            start, end = match.start(), mention.end
            yield Mention(start, end, text[start:end], mention.actors, "person", text[slice(*span)])


def _follows_of(text: str, mention: Mention) -> bool:
    return OF_AT_END.search(text, max(0, mention.start - 10), mention.start) is not None


def _search_back(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    return pattern.search(text, max(0, end - REACH), end)


def with_title(text: str, mention: Mention) -> Mention:
    """The title before a person's name belongs to the mention: `President Joe Biden`."""
    if mention.person is None:
        return mention
    words = text[max(0, mention.start - LONGEST_NAME) : mention.start].split()
    if not words or not may_be_title(words[-1]):
        return mention
    match = _search_back(TITLE_BEFORE, text, mention.start)
    if match is None:
        return mention
    return replace(mention, start=match.start(), text=text[match.start() : mention.end])
