"""Whom `the foreign minister`, `the ministry`, `the ship` or `the bloc` means.

That is whoever was called so before, else the state that the article speaks of as its own.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from hedgerow.loaders.extraction.gazetteer import is_body
from hedgerow.loaders.extraction.lexicon import table
from hedgerow.loaders.extraction.mention import Mention

REMEMBERED = 6
"""How many earlier holders of an office are looked at."""

Meaning = tuple[tuple[str, ...], str | None]
"""Actors and, where a person is meant, the person."""

NOBODY: Meaning = ((), None)
ABROAD = "visiting"
"""What an official of another state is said to do."""

_ACTING = frozenset({"agent", "person", "seat"})
_NO_WORD = re.compile(r"[^\w-]+")


class Descriptions:
    """The offices, institutions and ships that an article has named so far, by what they are
    called."""

    def __init__(self, home: str | None) -> None:
        self._home = home
        self._called: dict[str, list[list[Mention]]] = defaultdict(list)
        self._states: set[str] = set()
        self._acting: list[frozenset[str]] = []
        self._body: str | None = None

    def remember(self, mentions: Iterable[Mention]) -> None:
        """Take in what a sentence names."""
        here: dict[str, list[Mention]] = defaultdict(list)
        acting: set[str] = set()
        for mention in mentions:
            if len(mention.actors) != 1:
                continue
            if is_body(mention.actors[0]):
                self._body = mention.actors[0]
            else:
                self._states.add(mention.actors[0])
                if mention.kind in _ACTING:
                    acting.add(mention.actors[0])
            for head in _heads_in(mention):
                here[head].append(mention)
        for head, called in here.items():
            self._called[head].append(called)
        if acting:
            self._acting = [*self._acting[-1:], frozenset(acting)]

    def body(self) -> Meaning:
        """`the bloc`: the organisation named last."""
        return ((self._body,), None) if self._body else NOBODY

    def office(self, match: re.Match[str], before: list[Mention]) -> Meaning:
        """Whom an office means: by the sentence so far, then by the article before it."""
        head = match.group("head").lower()
        modifiers = match.group("modifiers").lower().split()
        abroad = ABROAD in modifiers
        told = [word for word in modifiers if word != ABROAD]
        called = [m for m in before if head in _heads_in(m)]
        for holders in [called, *reversed(self._called[head][-REMEMBERED:])]:
            fitting = [
                m
                for m in holders
                if all(word in m.text.lower() for word in told)
                and not (abroad and m.actors == (self._home,))
            ]
            if fitting:
                return self._only(fitting)
        return NOBODY if abroad else self._domestic(head)

    def _only(self, holders: list[Mention]) -> Meaning:
        """Where one sentence names such officials of two states, the article's own one."""
        if len({mention.actors for mention in holders}) > 1:
            holders = [mention for mention in holders if mention.actors == (self._home,)]
        return (holders[-1].actors, holders[-1].person) if holders else NOBODY

    def _domestic(self, head: str) -> Meaning:
        if head not in table("coreference")["domestic"]:
            return NOBODY
        if self._home is not None and (self._home in self._states or not self._states):
            return (self._home,), None
        if len(self._states) == 1:
            return tuple(self._states), None
        recent = frozenset[str]().union(*self._acting)
        return (tuple(recent), None) if len(self._acting) > 1 and len(recent) == 1 else NOBODY


def _heads_in(mention: Mention) -> tuple[str, ...]:
    """The heads that may later point back to a mention."""
    return _heads(mention.text.lower()) if mention.kind in _ACTING else ()


@lru_cache(maxsize=10_000)
def _heads(text: str) -> tuple[str, ...]:
    words = f" {_NO_WORD.sub(' ', text)} "
    return tuple(head for head, names in _likes() if any(name in words for name in names))


@cache
def _likes() -> list[tuple[str, list[str]]]:
    table_ = table("coreference")
    like = {head: [head] for head in table_["domestic"]} | table_["like"]
    return [(head, [f" {name} " for name in names]) for head, names in like.items()]
