"""Parts of speech and lemmas, looked up once for each word in its use.

The model's own rules for both depend on the word, its tag and its label alone, yet cost as much
time as tagging and parsing together; so each such triple is asked of them only once. (The eight
rules that look at two words, such as `gon na`, are about colloquial speech and are passed over.)
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

import numpy as np
from spacy.attrs import DEP, LEMMA, ORTH, POS, TAG
from spacy.tokens import Doc

from hedgerow.graph.streams import batched
from hedgerow.loaders.extraction.lexicon import table
from hedgerow.loaders.extraction.parser import RULES

if TYPE_CHECKING:
    from spacy.language import Language
    from thinc.types import Ints2d

Use = tuple[int, int, int]
"""A word, its tag and its label, as the numbers of spaCy's string store."""
MOST_REMEMBERED = 200_000
BATCH = 64


class Attributes:
    """Sets `pos` and `lemma` of parsed tokens; `model` has the rules and need not run them."""

    def __init__(self, model: "Language") -> None:
        self._vocab = model.vocab
        self._rules = [model.get_pipe(name) for name in RULES]
        self._known: dict[Use, tuple[int, int]] = {}
        self._lemmas = {form: lemma for lemma, forms in table("lemmas").items() for form in forms}

    def set_all(self, parses: Iterable[Doc]) -> Iterator[Doc]:
        """The same parses, with both attributes set."""
        for batch in batched(parses, BATCH):
            uses = [_uses(parse) for parse in batch]
            self._learn({use for listed in uses for use in listed})
            for parse, listed in zip(batch, uses, strict=True):
                found = np.array([self._known[use] for use in listed], dtype="uint64")
                yield parse.from_array([POS, LEMMA], cast("Ints2d", found))

    def _learn(self, used: set[Use]) -> None:
        if len(self._known) > MOST_REMEMBERED:
            self._known.clear()
        unknown = sorted(used - self._known.keys())
        if not unknown:
            return
        text = self._vocab.strings
        words = Doc(
            self._vocab,
            words=[text[word] for word, _, _ in unknown],
            tags=[text[tag] for _, tag, _ in unknown],
            deps=[text[label] for _, _, label in unknown],
            heads=list(range(len(unknown))),
        )
        for rules in self._rules:
            words = rules(words)
        for use, word in zip(unknown, words, strict=True):
            lemma = self._lemmas.get(word.lower_, word.lemma_)
            self._known[use] = (word.pos, text.add(lemma))


def _uses(parse: Doc) -> list[Use]:
    return [(word, tag, label) for word, tag, label in parse.to_array([ORTH, TAG, DEP]).tolist()]
