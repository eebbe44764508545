"""The dependency engine: frames over a parse, with roles found by syntax."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, cached_property

from spacy.tokens import Token

from hedgerow.loaders.extraction import syntax
from hedgerow.loaders.extraction.acting import Acting, distinct
from hedgerow.loaders.extraction.candidates import Candidate, Filler, Reading, mutual
from hedgerow.loaders.extraction.gate import Gate
from hedgerow.loaders.extraction.lexicon import in_lower_case
from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.parser import irregular_forms
from hedgerow.loaders.extraction.paths import FOCUS, required_object, tokens_along
from hedgerow.loaders.extraction.rules import Frame, RuleFile, rule_files
from hedgerow.ontology.vocabulary import vocabulary

NOMINAL = frozenset({"NOUN", "PROPN"})
TRIGGERING = NOMINAL | {"VERB", "AUX", "ADJ"}


class DependencyEngine:
    """Proposes a candidate for each frame whose trigger, context and roles are all there."""

    name = "dependency"
    parses = True

    def __init__(self, files: Iterable[RuleFile] | None = None) -> None:
        self._by_lemma: dict[str, list[tuple[str, Frame]]] = defaultdict(list)
        for file in files if files is not None else rule_files():
            for frame in file.frames:
                for lemma in frame.verbs | frame.nouns:
                    self._by_lemma[lemma].append((file.type, frame))

    @cached_property
    def _gate(self) -> Gate:
        frames = {frame.id: frame for listed in self._by_lemma.values() for _, frame in listed}
        return Gate(frames.values(), irregular_forms())

    def wants(self, reading: Reading) -> bool:
        """Whether a parse of the sentence might show a tie."""
        return self._gate.lets_pass(reading.sentence.text)

    def propose(self, reading: Reading) -> Iterator[Candidate]:
        """The candidates of one parsed sentence."""
        if reading.parse is None:
            return
        acting = Acting(reading.parse, reading.mentions, reading.sentence.start)
        for token in reading.parse:
            frames = self._by_lemma.get(token.lemma_.lower())
            if not frames or token.pos_ not in TRIGGERING:
                continue
            clause = _clause(token, reading.sentence.text)
            for type_name, frame in frames:
                if _is_trigger(token, frame) and _context_fits(clause, frame):
                    yield from _Match(reading, acting, token, type_name, frame).candidates()


def _is_trigger(token: Token, frame: Frame) -> bool:
    lemma = token.lemma_.lower()
    return lemma in (frame.nouns if token.pos_ in NOMINAL else frame.verbs)


def _clause(trigger: Token, sentence: str) -> str:
    start, end = syntax.clause_span(trigger)
    return sentence[start:end].lower()


def _context_fits(clause: str, frame: Frame) -> bool:
    near = all(_pattern(text).search(clause) for text in frame.near)
    return near and not any(_pattern(text).search(clause) for text in frame.without)


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
        if self.frame.objects and self.object is None:
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


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(in_lower_case(text))
