"""Coreference by rule: whom "the two countries", "both leaders", "they" and "he" point back to.

No coreference model can be had offline, so this keeps what an article has in focus: the last pair
of actors that one sentence joined, and the last person. What rests on it is flagged and counts
for less.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from hedgerow.loaders.extraction.lexicon import table
from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.sentences import Sentence

PASSING = 3
"""A pair is mentioned in passing if the article's main pair is named this many times as often."""

MAIN = 2
"""The pair of an article is named this many times as often as any third actor."""

LOOK_BACK = 4
"""Sentences after which a pair is no longer in focus."""


class Discourse:
    """The actors in focus while an article is read from top to bottom."""

    def __init__(self) -> None:
        self._recent: list[list[str]] = []
        self._counts: Counter[str] = Counter()
        self._person: Mention | None = None

    def focus(self) -> tuple[str, ...]:
        """The pair that the last sentence with actors joined, or nothing."""
        last = self._recent[-1] if self._recent else []
        return tuple(sorted(last)) if len(last) == 2 else ()

    def resolve(self, sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
        """The sentence's mentions together with the phrases that point back, in order."""
        resolved = list(mentions)
        for name, start, end in _phrases(sentence):
            if any(start < m.end and m.start < end for m in resolved):
                continue
            actors, person = self._antecedent(name, start, resolved)
            if actors:
                text = sentence.text[start - sentence.start : end - sentence.start]
                resolved.append(Mention(start, end, text, actors, "coreference", person))
        self._remember(sentence, mentions)
        return sorted(resolved, key=lambda m: m.start)

    def _antecedent(
        self, name: str, start: int, mentions: list[Mention]
    ) -> tuple[tuple[str, ...], str | None]:
        before = [m for m in mentions if m.end <= start]
        if name == "pair":
            return self._pair(before, mentions), None
        if name == "they":
            return self._group(before), None
        if name == "person":
            return self._last_person(before)
        if name == "own":
            return self._own_state(before), None
        return self._other_state(before), None

    def _pair(self, before: list[Mention], mentions: list[Mention]) -> tuple[str, ...]:
        for candidates in (_distinct(before), _distinct(mentions)):
            if len(candidates) == 2:
                return tuple(sorted(candidates))
        pool = _distinct(before)
        for earlier in reversed(self._recent[-LOOK_BACK:]):
            pool = _merged(pool, earlier)
            if len(pool) >= 2:
                return tuple(sorted(self._better_known(self._most_salient(pool), before)))
        return ()

    def _better_known(self, pair: list[str], before: list[Mention]) -> list[str]:
        """The article's main pair instead of one that it only mentions in passing."""
        main = [actor for actor, _ in self._counts.most_common(2)]
        named_here = set(_distinct(before)) - set(main)
        if len(main) < 2 or named_here or min(self._counts[a] for a in pair) == 0:
            return pair
        passing = min(self._counts[actor] for actor in pair)
        return main if min(self._counts[a] for a in main) >= PASSING * passing else pair

    def _group(self, before: list[Mention]) -> tuple[str, ...]:
        """`they`: whoever the sentence named so far, one side or both; else the pair in focus."""
        named = _distinct(before)
        if not named:
            return self._pair([], [])
        return tuple(sorted(named)) if len(named) <= 2 else ()

    def _most_salient(self, pool: list[str]) -> list[str]:
        order = {actor: position for position, actor in enumerate(pool)}
        return sorted(pool, key=lambda actor: (-self._counts[actor], order[actor]))[:2]

    def _last_person(self, before: list[Mention]) -> tuple[tuple[str, ...], str | None]:
        person = next((m for m in reversed(before) if m.person), None)
        speaker = person or next((m for m in before if len(m.actors) == 1), self._person)
        return (speaker.actors, speaker.person) if speaker else ((), None)

    def _other_state(self, before: list[Mention]) -> tuple[str, ...]:
        """`the country`: the state named before the clause's own subject, else the one in focus."""
        here = _distinct(before)
        if len(here) > 1:
            return (here[-2],)
        for earlier in reversed(self._recent[-2:]):
            others = [actor for actor in earlier if actor not in here]
            if len(others) == 1:
                return (others[0],)
        return ()

    def _own_state(self, before: list[Mention]) -> tuple[str, ...]:
        """`its navy`: the state that the sentence spoke of last, else the one in focus."""
        for mention in reversed(before):
            if len(mention.actors) == 1:
                return mention.actors
        last = self._recent[-1] if self._recent else []
        return (last[0],) if len(last) == 1 else ()

    def _remember(self, sentence: Sentence, mentions: list[Mention]) -> None:
        distinct = _distinct(mentions)
        if distinct:
            self._recent.append(distinct)
        if not sentence.headline:
            self._counts.update(actor for m in mentions for actor in m.actors)
        self._person = next((m for m in mentions if m.person), self._person)


def main_pair(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The two actors that an article is about; none where a third is named nearly as often."""
    counts = Counter(mention.actors[0] for mention in mentions if len(mention.actors) == 1)
    ranked = counts.most_common(3)
    if len(ranked) < 2:
        return ()
    third = ranked[2][1] if len(ranked) > 2 else 0
    dominant = ranked[1][1] >= max(MAIN * third, MAIN)
    return tuple(sorted(actor for actor, _ in ranked[:2])) if dominant else ()


def _distinct(mentions: Iterable[Mention]) -> list[str]:
    """The actors of mentions that stand for one actor each, by name or by pronoun."""
    return list(dict.fromkeys(m.actors[0] for m in mentions if len(m.actors) == 1))


def _phrases(sentence: Sentence) -> list[tuple[str, int, int]]:
    """Kind and document offsets of each phrase that may point back, in order."""
    return sorted(
        (
            (name, sentence.start + match.start(), sentence.start + match.end())
            for name, pattern in _patterns()
            for match in pattern.finditer(sentence.text)
        ),
        key=lambda phrase: phrase[1:],
    )


def _merged(first: list[str], second: list[str]) -> list[str]:
    return list(dict.fromkeys([*first, *second]))


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(name, re.compile(text, re.IGNORECASE)) for name, text in table("coreference").items()]
