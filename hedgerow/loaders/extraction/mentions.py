"""Who is named where: states, bodies and people in office, by table and by the article itself.

Two passes: the tables give names and nationalities; a title beside a nationality teaches the name
that follows ("Russian Defence Minister X"), and short forms of known names then count in the rest
of the same article.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hedgerow.loaders.extraction.gazetteer import Entry, gazetteer
from hedgerow.loaders.extraction.lexicon import table, word_list
from hedgerow.loaders.extraction.offices import (
    AGENT_AFTER_NAME,
    AGENT_PHRASE,
    APPOSITION,
    NAME,
    OF_NATION,
    OFFICE,
    SHIP,
    TITLE_BEFORE,
)
from hedgerow.ontology.partial_date import PartialDate

ADJECTIVES = frozenset({"demonym", "people"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that stands for one or more actors; offsets are the document's.

    `kind` is `name`, `alias`, `demonym`, `people`, `capital`, `seat`, `person`, `agent` (a noun
    phrase such as "Vietnamese officials") or `coreference` ("the two countries").
    """

    start: int
    end: int
    text: str
    actors: tuple[str, ...]
    kind: str
    person: str | None = None

    @property
    def coreferent(self) -> bool:
        """Whether the text only points back to actors named elsewhere."""
        return self.kind == "coreference"


def find_mentions(text: str, published: PartialDate | None) -> list[Mention]:
    """All mentions in a text, in order, not overlapping."""
    found = [
        _from_entry(text, start, end, entry)
        for start, end, entry in gazetteer().find(text, published)
    ]
    found = _without_overlaps(_extended(text, found))
    learned = dict(_learned_names(found))
    known = _without_overlaps([*found, *_short_forms(text, learned), *_ships(text)])
    return _without_overlaps([_with_title(text, mention) for mention in known])


def _from_entry(text: str, start: int, end: int, entry: Entry) -> Mention:
    return Mention(start, end, text[start:end], (entry.actor,), entry.kind, entry.person)


def _extended(text: str, found: Iterable[Mention]) -> Iterator[Mention]:
    """Each mention with the office and the name that belong to it."""
    mentions = list(found)
    persons = {mention.start: mention for mention in mentions if mention.kind == "person"}
    limits = [*(m.start for m in mentions[1:]), len(text)]
    for mention, limit in zip(mentions, limits, strict=True):
        yield mention if mention.kind == "person" else _as_agent(text, mention, persons, limit)
    yield from _people_by_nation(text, mentions)


def _as_agent(text: str, mention: Mention, persons: dict[int, Mention], limit: int) -> Mention:
    """`Vietnamese` -> `Vietnamese foreign minister Bui Thanh Son` where the text goes on so."""
    if mention.kind == "seat":
        return mention
    match = _agent_match(text, mention, limit)
    if match is None:
        return mention
    end, person = match.end(), None
    name = NAME.match(text, end) if OFFICE.search(text, mention.start, end) else None
    if name is not None and _is_name(name.group("name")):
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


def _is_name(text: str) -> bool:
    words = text.split()
    return words[0] not in word_list("not_names") and any(len(word) > 1 for word in words)


def _people_by_nation(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """People whose state follows the name: `X, Japan's foreign minister`, `President X of Y`."""
    for mention in mentions:
        if mention.kind == "person":
            continue
        for pattern in (APPOSITION, OF_NATION):
            match = pattern.search(text, max(0, mention.start - 120), mention.start)
            if match is None or not _is_name(match.group("name")):
                continue
            if pattern is APPOSITION and AGENT_PHRASE.match(text, mention.end) is None:
                continue
            start, end = match.span("name")
            yield Mention(start, end, text[start:end], mention.actors, "person", text[start:end])


def _learned_names(
    mentions: Iterable[Mention],
) -> Iterator[tuple[str, tuple[tuple[str, ...], str]]]:
    """Short forms under which a person may appear again, with the actors and the full name."""
    for mention in mentions:
        if mention.person is None:
            continue
        words = mention.person.split()
        short = {words[-1]} | (
            {words[0]} if mention.actors[0] in word_list("surname_first") else set()
        )
        for form in (short | {mention.person}) - word_list("not_names"):
            if len(form) > 1 and form[0].isupper() and not gazetteer().knows(form):
                yield form, (mention.actors, mention.person)


def _short_forms(text: str, learned: dict[str, tuple[tuple[str, ...], str]]) -> Iterator[Mention]:
    if not learned:
        return
    forms = "|".join(re.escape(form) for form in sorted(learned, key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w-])(?:{forms})(?![\w-])", text):
        actors, person = learned[match.group()]
        yield Mention(match.start(), match.end(), match.group(), actors, "person", person)


def _ships(text: str) -> Iterator[Mention]:
    for match in SHIP.finditer(text):
        state = table("ships")[match.group("prefix")]
        yield Mention(match.start(), match.end(), match.group(), (state,), "agent")


def _with_title(text: str, mention: Mention) -> Mention:
    """The title before a person's name belongs to the mention: `President Joe Biden`."""
    if mention.kind != "person":
        return mention
    match = TITLE_BEFORE.search(text, max(0, mention.start - 80), mention.start)
    if match is None:
        return mention
    return replace(mention, start=match.start(), text=text[match.start() : mention.end])


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
