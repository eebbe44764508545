"""The dependency engine: frames over a parse, with roles found by syntax."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, cached_property

from spacy.tokens import Token

from hedgerow.loaders.extraction import syntax
from hedgerow.loaders.extraction.acting import Acting
from hedgerow.loaders.extraction.candidates import Candidate, Reading
from hedgerow.loaders.extraction.gate import Gate
from hedgerow.loaders.extraction.lexicon import in_lower_case
from hedgerow.loaders.extraction.match import ENGINE, Match
from hedgerow.loaders.extraction.parser import irregular_forms
from hedgerow.loaders.extraction.rules import Frame, RuleFile, rule_files

NOMINAL = frozenset({"NOUN", "PROPN"})
TRIGGERING = NOMINAL | {"VERB", "AUX", "ADJ"}


class DependencyEngine:
    """Proposes a candidate for each frame whose trigger, context and roles are all there."""

    name = ENGINE
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
                    yield from Match(reading, acting, token, type_name, frame).candidates()


def _is_trigger(token: Token, frame: Frame) -> bool:
    lemma = token.lemma_.lower()
    return lemma in (frame.nouns if token.pos_ in NOMINAL else frame.verbs)


def _clause(trigger: Token, sentence: str) -> str:
    start, end = syntax.clause_span(trigger)
    return sentence[start:end].lower()


def _context_fits(clause: str, frame: Frame) -> bool:
    near = all(_pattern(text).search(clause) for text in frame.near)
    return near and not any(_pattern(text).search(clause) for text in frame.without)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(in_lower_case(text))
