"""Who is named where: states, bodies and people in office, by table and by the article itself.

Two passes: the tables give names and nationalities; a title beside a nationality teaches the name
that follows ("Russian Defence Minister X"), and short forms of known names then count in the rest
of the same article.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from hedgerow.loaders.extraction.gazetteer import Entry, gazetteer
from hedgerow.loaders.extraction.lexicon import table
from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.offices import (
    AGENT_AFTER_NAME,
    AGENT_PHRASE,
    NAME,
    OFFICE,
    OUTLET,
    PORT,
    SHIP,
)
from hedgerow.loaders.extraction.people import (
    is_name_after,
    people_at_home,
    people_by_nation,
    short_forms,
    with_title,
)
from hedgerow.ontology.partial_date import PartialDate

ADJECTIVES = frozenset({"demonym", "people"})


def find_mentions(text: str, published: PartialDate | None) -> list[Mention]:
    """All mentions in a text, in order, not overlapping."""
    found = [
        _from_entry(text, start, end, entry)
        for start, end, entry in gazetteer().find(text, published)
    ]
    found = [mention for mention in found if OUTLET.match(text, mention.end) is None]
    found = _without_overlaps(_extended(text, found))
    found = _without_overlaps([*found, *people_at_home(text, found)])
    found = _without_overlaps([*found, *short_forms(text, found), *_ships(text), *_ports(text)])
    return _without_overlaps([with_title(text, mention) for mention in found])


def _from_entry(text: str, start: int, end: int, entry: Entry) -> Mention:
    return Mention(start, end, text[start:end], (entry.actor,), entry.kind, entry.person)


def _extended(text: str, found: Iterable[Mention]) -> Iterator[Mention]:
    """Each mention with the office and the name that belong to it."""
    mentions = list(found)
    persons = {mention.start: mention for mention in mentions if mention.kind == "person"}
    others = {mention.start for mention in mentions} - set(persons)
    ends = [m.start for m in mentions[1:]] + [len(text)]
    for mention, limit in zip(mentions, ends, strict=False):
        yield (
            mention
            if mention.kind == "person"
            else _as_agent(text, mention, persons, others, limit)
        )
    yield from people_by_nation(text, mentions)


def _as_agent(
    text: str, mention: Mention, persons: dict[int, Mention], others: set[int], limit: int
) -> Mention:
    """`Vietnamese` -> `Vietnamese foreign minister Bui Thanh Son` where the text goes on so."""
    if mention.kind in {"seat", "firm"}:
        return mention
    match = _agent_match(text, mention, limit)
    if match is None:
        return mention
    end, person = match.end(), None
    name = NAME.match(text, end) if OFFICE.search(text, mention.start, end) else None
    if name is not None and is_name_after(text, name) and name.start("name") not in others:
        known = persons.get(name.start("name"))
        if known is None or known.actors == mention.actors:
            end, person = (known.end, known.person) if known else (name.end(), name.group("name"))
    kind = "person" if person else "agent"
    return replace(mention, end=end, text=text[mention.start : end], kind=kind, person=person)


def _agent_match(text: str, mention: Mention, limit: int) -> re.Match[str] | None:
    """The office after a nationality; it never runs into the next name."""
    owned = mention.kind in ADJECTIVES or text[mention.end : mention.end + 2] in {"'s", "’s"}
    match = (AGENT_PHRASE if owned else AGENT_AFTER_NAME).match(text, mention.end)
    return match if match is not None and match.end() <= limit else None


def _ships(text: str) -> Iterator[Mention]:
    for match in SHIP.finditer(text):
        state = table("ships")[match.group("prefix")]
        yield Mention(match.start(), match.end(), match.group(), (state,), "agent")


def _ports(text: str) -> Iterator[Mention]:
    for match in PORT.finditer(text):
        state = table("ports")[match.group()]
        yield Mention(match.start(), match.end(), match.group(), (state,), "port")


def _without_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    """Longest first where two overlap, then in order of the text."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        span = range(mention.start, mention.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
