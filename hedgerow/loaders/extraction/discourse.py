"""Coreference by rule: whom "the two countries", "both leaders", "they" and "he" point back to.

No coreference model can be had offline, so this keeps what an article has in focus: the last pair
of actors that one sentence joined, and the last person. What rests on it is flagged and counts
for less.
"""

import re
from collections import Counter
from collections.abc import Iterable

from hedgerow.loaders.extraction.descriptions import NOBODY, Descriptions, Meaning
from hedgerow.loaders.extraction.gazetteer import is_body
from hedgerow.loaders.extraction.home import lies_in
from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.phrases import (
    begins_deed,
    distinct,
    last_word,
    merged,
    of_states,
    phrases,
)
from hedgerow.loaders.extraction.sentences import Sentence

PASSING = 3
"""A pair is mentioned in passing if the article's main pair is named this many times as often."""

MAIN = 2
"""The pair of an article is named this many times as often as any third actor."""

LOOK_BACK = 4
"""Sentences after which a pair is no longer in focus."""


class Discourse:
    """The actors in focus while an article is read from top to bottom."""

    def __init__(self, home: str | None = None) -> None:
        self._recent: list[list[str]] = []
        self._counts: Counter[str] = Counter()
        self._groups: dict[str, tuple[str, ...]] = {}
        self._person: Mention | None = None
        self._topic: str | None = None
        self._descriptions = Descriptions(home)

    def focus(self) -> tuple[str, ...]:
        """The pair that the last sentence with actors joined, or nothing."""
        last = self._recent[-1] if self._recent else []
        return tuple(sorted(last)) if len(last) == 2 else ()

    def resolve(self, sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
        """The sentence's mentions together with the phrases that point back, in order."""
        resolved = list(mentions)
        for name, match in phrases(sentence):
            start, end = (sentence.start + offset for offset in match.span())
            if any(start < m.end and m.start < end for m in resolved):
                continue
            actors, person = self._antecedent(name, match, start, resolved)
            if actors:
                resolved.append(Mention(start, end, match.group(), actors, "coreference", person))
        self._remember(sentence, mentions)
        return sorted(resolved, key=lambda m: m.start)

    def _antecedent(
        self, name: str, match: re.Match[str], start: int, mentions: list[Mention]
    ) -> Meaning:
        before = [m for m in mentions if m.end <= start]
        if name == "office":
            return self._descriptions.office(match, before)
        if name == "body":
            return self._descriptions.body()
        if name == "person":
            return self._last_person(before)
        return self._states(name, match, before, mentions), None

    def _states(
        self, name: str, match: re.Match[str], before: list[Mention], mentions: list[Mention]
    ) -> tuple[str, ...]:
        if name == "pair":
            of_body = self._groups.get(last_word(match.group()), ())
            return of_body or self._pair(before, mentions, bodies=not of_states(match))
        if name == "they":
            return self._group(before)
        if name == "neighbour":
            return self._other_than(before)
        if name == "own":
            return self._own_state(before, match)
        return self._other_state(before, match.group("region"))

    def _pair(
        self, before: list[Mention], mentions: list[Mention], *, bodies: bool
    ) -> tuple[str, ...]:
        for candidates in (distinct(before, bodies=bodies), distinct(mentions, bodies=bodies)):
            if len(candidates) == 2:
                return tuple(sorted(candidates))
        pool = distinct(before, bodies=bodies)
        for earlier in reversed(self._recent[-LOOK_BACK:]):
            pool = merged(pool, [actor for actor in earlier if bodies or not is_body(actor)])
            if len(pool) >= 2:
                return tuple(sorted(self._better_known(self._most_salient(pool), before)))
        return ()

    def _better_known(self, pair: list[str], before: list[Mention]) -> list[str]:
        """The article's main pair instead of one that it only mentions in passing."""
        main = [actor for actor, _ in self._counts.most_common(2)]
        named_here = set(distinct(before)) - set(main)
        if len(main) < 2 or named_here or min(self._counts[a] for a in pair) == 0:
            return pair
        passing = min(self._counts[actor] for actor in pair)
        return main if min(self._counts[a] for a in main) >= PASSING * passing else pair

    def _group(self, before: list[Mention]) -> tuple[str, ...]:
        """`they`: whoever the sentence named so far, one side or both; else the pair in focus."""
        named = distinct(before)
        if not named:
            return self._pair([], [], bodies=True)
        return tuple(sorted(named)) if len(named) <= 2 else ()

    def _most_salient(self, pool: list[str]) -> list[str]:
        order = {actor: position for position, actor in enumerate(pool)}
        return sorted(pool, key=lambda actor: (-self._counts[actor], order[actor]))[:2]

    def _last_person(self, before: list[Mention]) -> Meaning:
        """`he`: the last person; a state alone only where nobody has been named."""
        person = next((m for m in reversed(before) if m.person), None)
        official = next((m for m in before if m.kind == "agent" and len(m.actors) == 1), None)
        single = next((m for m in before if len(m.actors) == 1), None)
        speaker = person or official or self._person or single
        return (speaker.actors, speaker.person) if speaker else NOBODY

    def _other_state(self, before: list[Mention], region: str | None) -> tuple[str, ...]:
        """`the country`: the state named before the clause's own subject, else the one in focus."""
        here = [actor for actor in distinct(before) if lies_in(actor, region)]
        if region and here:
            return (here[-1],)
        if len(here) > 1:
            return (here[-2],)
        for earlier in reversed(self._recent[-2:]):
            others = [a for a in earlier if a not in here and lies_in(a, region)]
            if len(others) == 1:
                return (others[0],)
        return ()

    def _other_than(self, before: list[Mention]) -> tuple[str, ...]:
        """`its neighbour`: the only other actor that the text spoke of lately."""
        here = distinct(before)
        for earlier in reversed(self._recent[-LOOK_BACK:]):
            others = [actor for actor in earlier if actor not in here]
            if others:
                return (others[0],) if len(others) == 1 else ()
        return ()

    def _own_state(self, before: list[Mention], match: re.Match[str]) -> tuple[str, ...]:
        """`its navy`: the state that the sentence spoke of last, else the one in focus.

        A mere nationality is none where a name or an official was told: `risked American anger when
        it`. `It`, first in its sentence, is what the sentence before began with.
        """
        named = [mention for mention in before if mention.kind != "demonym"]
        for mention in reversed(named or before):
            if len(mention.actors) == 1:
                return mention.actors
        last = self._recent[-1] if self._recent else []
        if len(last) > 1 and begins_deed(match):
            return (self._topic,) if self._topic else ()
        return (last[0],) if len(last) == 1 else ()

    def _remember(self, sentence: Sentence, mentions: list[Mention]) -> None:
        named = distinct(mentions)
        if named:
            self._recent.append(named)
            first = next((m for m in mentions if len(m.actors) == 1), None)
            begins = first is not None and first.start - sentence.start <= len("The ")
            self._topic = first.actors[0] if first is not None and begins else None
        if not sentence.headline:
            self._counts.update(actor for m in mentions for actor in m.actors)
        self._person = next((m for m in mentions if m.person), self._person)
        self._groups.update(
            (last_word(m.text), m.actors)
            for m in mentions
            if m.kind == "agent" and m.actors and is_body(m.actors[0])
        )
        self._descriptions.remember(mentions)


def main_actors(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The pair that an article is about, or the one actor; none where others are named as often."""
    named = (m.actors[0] for m in mentions if len(m.actors) == 1 and m.kind != "port")
    ranked = [*Counter(named).most_common(3), ("", 0), ("", 0), ("", 0)]
    (first, most), (second, many), (_, few) = ranked[:3]
    if many >= max(MAIN * few, MAIN):
        return tuple(sorted((first, second)))
    return (first,) if most >= max(MAIN * many, MAIN) else ()
