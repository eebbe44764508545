"""The dependency engine: frames over a parse, with roles found by syntax."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache

from spacy.tokens import Token

from hedgerow.loaders.extraction import syntax
from hedgerow.loaders.extraction.acting import Acting
from hedgerow.loaders.extraction.candidates import Candidate, Reading
from hedgerow.loaders.extraction.gate import Gate
from hedgerow.loaders.extraction.lexicon import in_lower_case
from hedgerow.loaders.extraction.match import ENGINE, Match
from hedgerow.loaders.extraction.parser import irregular_forms
from hedgerow.loaders.extraction.rules import Frame, rule_files
from hedgerow.ontology.vocabulary import vocabulary

NOMINAL = frozenset({"NOUN", "PROPN"})
TRIGGERING = NOMINAL | {"VERB", "AUX", "ADJ"}


class DependencyEngine:
    """Proposes a candidate for each frame whose trigger, context and roles are all there."""

    name = ENGINE
    parses = True

    def __init__(self) -> None:
        self._by_lemma: dict[str, list[tuple[str, Frame]]] = defaultdict(list)
        for file in rule_files():
            for frame in file.frames:
                for lemma in frame.verbs | frame.nouns:
                    self._by_lemma[lemma].append((file.type, frame))

    def wants(self, reading: Reading) -> bool:
        """Whether a parse of the sentence might show a tie."""
        gate = gate_of_rules() if reading.mentions else _gate_of_the_understood()
        return gate.lets_pass(reading.sentence.text)

    def propose(self, reading: Reading) -> Iterator[Candidate]:
        """The candidates of one parsed sentence."""
        if reading.parse is None:
            return
        acting = Acting(reading.parse, reading.mentions, reading.sentence.start)
        for token in reading.parse:
            frames = self._by_lemma.get(token.lemma_.lower())
            if not frames or token.pos_ not in TRIGGERING:
                continue
            clause = _Clause(token, reading.sentence.text)
            for type_name, frame in frames:
                if _is_trigger(token, frame) and clause.fits(frame):
                    yield from Match(reading, acting, token, type_name, frame).candidates()


@cache
def gate_of_rules() -> Gate:
    """What sentences with a mention must have to be worth a parse."""
    return _gate_of(lambda name, frame: True)


@cache
def _gate_of_the_understood() -> Gate:
    """For a sentence that names nobody: only a symmetric tie of the pair in focus is left."""
    symmetric = (n for n, tie_type in vocabulary().tie_types.items() if not tie_type.directed)
    names = frozenset(symmetric)
    return _gate_of(lambda name, frame: name in names and not frame.strict)


def _gate_of(kept: Callable[[str, Frame], bool]) -> Gate:
    frames = (f for file in rule_files() for f in file.frames if kept(file.type, f))
    return Gate(frames, irregular_forms())


def _is_trigger(token: Token, frame: Frame) -> bool:
    lemma = token.lemma_.lower()
    return lemma in (frame.nouns if token.pos_ in NOMINAL else frame.verbs)


class _Clause:
    """A trigger's clause in lower case; frames share expressions, so each is looked for once."""

    def __init__(self, trigger: Token, sentence: str) -> None:
        start, end = syntax.clause_span(trigger)
        self._text = sentence[start:end].lower()
        self._found: dict[str, bool] = {}

    def fits(self, frame: Frame) -> bool:
        """Whether it has all that is to be near the trigger, and nothing that must not be."""
        near = all(self._has(text) for text in frame.near)
        return near and not any(self._has(text) for text in frame.without)

    def _has(self, text: str) -> bool:
        if text not in self._found:
            self._found[text] = _pattern(text).search(self._text) is not None
        return self._found[text]


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(in_lower_case(text))
