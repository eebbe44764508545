"""Sentences that are not told as real, or not of states, in an article that is.

A paragraph that speaks of a novel, a film or a game holds no claims, nor does a sentence that only
poses a condition, draws a comparison or is about sport. The rest of the article is read.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from hedgerow.loaders.extraction.lexicon import table
from hedgerow.loaders.extraction.sentences import Sentence

_PASSED_OVER = ("conditional", "comparison", "sport")


def told_as_real(sentences: Iterable[Sentence], text: str) -> Iterator[Sentence]:
    """The sentences of a text without an invented world, mere conditions, comparisons or sport."""
    imagining, end = False, 0
    for sentence in sentences:
        imagining = imagining and "\n" not in text[end : sentence.start]
        end = sentence.end
        imagining = imagining or _is("imagined", sentence.text)
        if not imagining and not any(_is(kind, sentence.text) for kind in _PASSED_OVER):
            yield sentence


def _is(kind: str, sentence: str) -> bool:
    return _pattern(kind).search(sentence) is not None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(table("imagined")[kind]), re.IGNORECASE)
