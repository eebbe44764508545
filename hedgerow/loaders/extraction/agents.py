"""A nationality with what acts for it: `Chinese coast guard ships`, `Russia's ambassador`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.names import NAME, may_be_title, name_in
from hedgerow.loaders.extraction.offices import AGENT_AFTER_NAME, AGENT_PHRASE, OFFICE_AT_END

ADJECTIVES = frozenset({"demonym", "people"})
_TO = re.compile(r"\s(?:to|for|in|at)\s(?:the\s)?$")


def with_offices(text: str, named: Sequence[Mention]) -> Iterator[Mention]:
    """Each mention with the office and the name that belong to it."""
    for index, mention in enumerate(named):
        following = named[index + 1 : index + 3]
        if mention.kind == "person":
            yield mention
        elif mention.kind in {"seat", "firm"}:
            yield _owned_seat(text, mention, named[index - 1] if index else None)
        else:
            yield from _as_agent(text, mention, following)


def _owned_seat(text: str, seat: Mention, before: Mention | None) -> Mention:
    """`the Philippine Department of Defense` is not the American one."""
    if before is None or before.kind not in ADJECTIVES or text[before.end : seat.start] != " ":
        return seat
    whole = text[before.start : seat.end]
    return Mention(before.start, seat.end, whole, before.actors, "agent")


def _as_agent(text: str, mention: Mention, following: Sequence[Mention]) -> Iterator[Mention]:
    """`Vietnamese` -> `Vietnamese foreign minister Bui Thanh Son` where the text goes on so."""
    limit = following[0].start if following else len(text)
    match = _agent_match(text, mention, limit)
    if match is None:
        yield mention
        return
    agent = replace(mention, end=match.end(), text=text[mention.start : match.end()], kind="agent")
    holder = None
    if is_office(text, mention.start, agent.end):
        holder = _holder(text, agent.end, mention, following)
        if holder is None:
            yield from _abroad(text, agent, following)
    if holder is None:
        yield agent
    else:
        whole = text[mention.start : holder.end]
        yield replace(agent, end=holder.end, text=whole, kind="person", person=holder.person)


def _agent_match(text: str, mention: Mention, limit: int) -> re.Match[str] | None:
    """The office after a nationality; it never runs into the next name."""
    owned = mention.kind in ADJECTIVES or text[mention.end : mention.end + 2] in {"'s", "’s"}
    match = (AGENT_PHRASE if owned else AGENT_AFTER_NAME).match(text, mention.end)
    return match if match is not None and match.end() <= limit else None


def _abroad(text: str, agent: Mention, following: Sequence[Mention]) -> Iterator[Mention]:
    """`Russian ambassador to Japan Ivan Gradov`: the name acts for Russia."""
    if not following or not _TO.fullmatch(text, agent.end, following[0].start):
        return
    holder = _holder(text, following[0].end, agent, following[1:])
    if holder is not None:
        yield holder


def _holder(
    text: str, position: int, office: Mention, following: Sequence[Mention]
) -> Mention | None:
    """The name at a position, as a person of the office's state; None if it is another's."""
    match = NAME.match(text, position)
    span = name_in(text, match)
    if match is None or span is None:
        return None
    start, end = span
    if match.group().startswith(",") and not closes(text, end):
        return None
    for other in following:
        within = start < other.start and other.end < end and other.kind in {"capital", "port"}
        if other.start < end and not within:
            same = other.kind == "person" and other.actors == office.actors
            if not same or other.start < start:
                return None
            end = max(end, other.end)
    return Mention(start, end, text[start:end], office.actors, "person", text[start:end])


def is_office(text: str, start: int, end: int) -> bool:
    """Whether a stretch ends with an office that a person holds."""
    last = text[start:end].rsplit(maxsplit=1)[-1]
    return may_be_title(last) and OFFICE_AT_END.search(text, start, end) is not None


def closes(text: str, end: int) -> bool:
    """Whether a name between commas ends here."""
    return text[end : end + 1] in {",", ".", ";", ")"}
