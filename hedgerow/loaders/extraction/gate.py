"""Which sentences are worth a parse: those with the words of some frame.

Parsing costs more than all else together, so a sentence is parsed only if it has a form of a
trigger and what the frame asks for beside it. A form is a word that begins like the lemma or is one
of its irregular forms, so that nothing a parse would find is passed over.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from hedgerow.loaders.extraction.lexicon import in_lower_case
from hedgerow.loaders.extraction.rules import Frame

SHORTEST_STEM = 4
_ENDINGS = ("", "s", "es", "ed", "d", "ing")


@dataclass(frozen=True, slots=True)
class _Need:
    """What a frame asks of the words beside its trigger."""

    objects: frozenset[str]
    near: tuple[re.Pattern[str], ...]

    def met_by(self, lemmas: set[str], lowered: str) -> bool:
        beside = not self.objects or not self.objects.isdisjoint(lemmas)
        return beside and all(pattern.search(lowered) for pattern in self.near)


class Gate:
    """Answers whether a sentence can hold what one of the frames tells.

    `irregular` maps a form such as `bought` to its lemmas.
    """

    def __init__(self, frames: Iterable[Frame], irregular: Mapping[str, Iterable[str]]) -> None:
        self._needs: dict[str, set[_Need]] = defaultdict(set)
        lemmas: set[str] = set()
        for frame in frames:
            need = _Need(
                frame.objects, tuple(re.compile(in_lower_case(text)) for text in frame.near)
            )
            for trigger in frame.verbs | frame.nouns:
                self._needs[trigger].add(need)
            lemmas |= frame.verbs | frame.nouns | frame.objects
        found: dict[tuple[str, bool], set[str]] = defaultdict(set)
        for lemma in lemmas:
            for form in _forms(lemma):
                found[form].add(lemma)
        for word, listed in irregular.items():
            found[word, True].update(lemmas.intersection(listed))
        self._forms = [(whole, listed) for (_, whole), listed in found.items()]
        self._automaton = AhoCorasick([word for word, _ in found])

    def lets_pass(self, sentence: str) -> bool:
        """Whether a parse of the sentence might show a tie."""
        lowered = sentence.lower()
        there = self._lemmas_in(lowered)
        return any(
            need.met_by(there, lowered) for lemma in there for need in self._needs.get(lemma, ())
        )

    def _lemmas_in(self, text: str) -> set[str]:
        lemmas: set[str] = set()
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            whole, listed = self._forms[index]
            begins = start == 0 or not text[start - 1].isalnum()
            if begins and not (whole and text[end : end + 1].isalnum()):
                lemmas |= listed
        return lemmas


def _forms(lemma: str) -> set[tuple[str, bool]]:
    """Words that the regular forms are (True) or begin with (False): `suppl` for `supply`."""
    if len(lemma) < SHORTEST_STEM:
        return {(lemma + ending, True) for ending in _ENDINGS}
    if lemma.endswith("man"):
        return {(lemma[:-2], False)}
    return {(lemma[:-1] if lemma[-1] in "efy" else lemma, False)}
