"""The dependency engine: frames over a parse, with roles found by syntax."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.tokens import Token

from hedgerow.loaders.extraction import syntax
from hedgerow.loaders.extraction.acting import Acting, distinct
from hedgerow.loaders.extraction.candidates import Candidate, Filler, Reading, mutual
from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.paths import FOCUS, required_object, tokens_along
from hedgerow.loaders.extraction.rules import Frame, RuleFile, rule_files
from hedgerow.ontology.vocabulary import vocabulary


class DependencyEngine:
    """Proposes a candidate for each frame whose trigger, context and roles are all there."""

    name = "dependency"

    def __init__(self, files: Iterable[RuleFile] | None = None) -> None:
        self._by_lemma: dict[str, list[tuple[str, Frame]]] = defaultdict(list)
        for file in files if files is not None else rule_files():
            for frame in file.frames:
                for lemma in frame.verbs | frame.nouns:
                    self._by_lemma[lemma].append((file.type, frame))

    def propose(self, reading: Reading) -> Iterator[Candidate]:
        """The candidates of one parsed sentence."""
        if reading.parse is None:
            return
        acting = Acting(reading.parse, reading.mentions, reading.sentence.start)
        for token in reading.parse:
            for type_name, frame in self._by_lemma.get(token.lemma_.lower(), ()):
                if _is_trigger(token, frame):
                    yield from _Match(reading, acting, token, type_name, frame).candidates()


def _is_trigger(token: Token, frame: Frame) -> bool:
    lemma = token.lemma_.lower()
    if lemma in frame.nouns and token.pos_ in {"NOUN", "PROPN"}:
        return True
    return lemma in frame.verbs and token.pos_ in {"VERB", "AUX", "ADJ"}


class _Match:
    """One trigger in one sentence, and the search for its roles."""

    def __init__(
        self,
        reading: Reading,
        acting: Acting,
        trigger: Token,
        type_name: str,
        frame: Frame,
    ) -> None:
        self.reading, self.acting, self.trigger = reading, acting, trigger
        self.type, self.frame = vocabulary().tie_type(type_name), frame
        self.object = required_object(trigger, frame.objects) if frame.objects else None

    def candidates(self) -> Iterator[Candidate]:
        """At most one candidate; none where the context or a role is missing."""
        if (self.frame.objects and self.object is None) or not self._context_fits():
            return
        for fillers in self._directed() if self.type.directed else self._symmetric():
            if len({filler.actor for filler in fillers}) > 1:
                yield self._candidate(fillers)

    def _candidate(self, fillers: list[Filler]) -> Candidate:
        start = self.reading.sentence.start + self.trigger.idx
        return Candidate(
            type=self.type.name,
            fillers=tuple(fillers),
            trigger=(start, start + len(self.trigger)),
            engine=DependencyEngine.name,
            rule=self.frame.id,
            confidence=self.frame.confidence,
            status=self.frame.status,
            phase=self.frame.phase,
            needs_level=self.frame.needs_level,
            attributes=self.frame.attributes,
        )

    def _context_fits(self) -> bool:
        start, end = syntax.clause_span(self.trigger)
        clause = self.reading.sentence.text[start:end]
        near = all(_pattern(text).search(clause) for text in self.frame.near)
        return near and not any(_pattern(text).search(clause) for text in self.frame.without)

    def _directed(self) -> list[list[Filler]]:
        """One reading a source: `Bahrain and Sudan cut ties with Iran` are two."""
        others = self._first(self.frame.other)
        told = self._first(self.frame.source, excluding={f.actor for f in others})
        sources = [filler for filler in told if filler.mention.kind != "port"]
        if not sources:
            return mutual(self._first(self.frame.source), others)
        return [
            [source, *(f for f in others if f.actor != source.actor)]
            for source in sources
            if others
        ]

    def _symmetric(self) -> list[list[Filler]]:
        """All parties together; for a pairwise tie, the first one with each of the others."""
        along = [
            distinct(f for f in self._along(path) if f.mention.kind != "port")
            for path in self.frame.parties
        ]
        parties = distinct(filler for found in along for filler in found)
        first = next((found for found in along if found), [])
        if self.frame.pairwise and len(first) == 1:
            return [
                _sorted([first[0], other]) for other in parties if other.actor != first[0].actor
            ]
        return [_sorted(parties)]

    def _first(self, paths: tuple[str, ...], excluding: Iterable[str] = ()) -> list[Filler]:
        for path in paths:
            found = [
                filler
                for filler in distinct(self._along(path))
                if filler.actor not in set(excluding)
            ]
            if found:
                return found
        return []

    def _along(self, path: str) -> list[Filler]:
        if path == FOCUS:
            return self._in_focus()
        tokens = tokens_along(path, self.trigger, self.object)
        return [filler for token in tokens for filler in self.acting.actors_of(token)]

    def _in_focus(self) -> list[Filler]:
        """The pair of the sentence before, where this one names just one of the two."""
        named = {actor for mention in self.reading.mentions for actor in mention.actors}
        if len(named) != 1 or not named < set(self.reading.focus):
            return []
        start = self.reading.sentence.start + self.trigger.idx
        text = self.trigger.text
        return [
            Filler(actor, Mention(start, start + len(text), text, (actor,), "coreference"))
            for actor in self.reading.focus
            if actor not in named
        ]


def _sorted(fillers: Iterable[Filler]) -> list[Filler]:
    return sorted(fillers, key=lambda filler: filler.actor)


@lru_cache(maxsize=4096)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
