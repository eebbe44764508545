"""A sentence as the learned voter sees it: each actor replaced by a mark of its own.

The names are taken out so that the model learns ways of saying things, not who usually does what;
what an actor is (a minister, a navy, a firm) stays.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from hedgerow.loaders.extraction.gazetteer import gazetteer, is_body
from hedgerow.loaders.extraction.mention import Mention

MARKS = tuple(f"[unused{number}]" for number in range(1, 9))
"""One for each actor of a sentence, in order of appearance; tokens that the tokenizer leaves to
its users. Actors beyond the last one stay unmarked."""

BODY = "organisation"
"""Stands for the name of a body, which is an actor of another sort than a state."""

_BLANKS = re.compile(r"\s+")
_PLAIN = str.maketrans("[]", "()")
"""A text cannot hold marks, nor other tokens that mean something to the network."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The text with marks, and whom they stand for: `actors[0]` has `MARKS[0]`."""

    text: str
    actors: tuple[str, ...]


def marked(text: str, mentions: Iterable[Mention], start: int = 0) -> Marked:
    """The sentence `text`, which begins at `start` of its document, with marks for its mentions."""
    actors: list[str] = []
    parts: list[str] = []
    position = 0
    for mention in sorted(mentions, key=lambda mention: mention.start):
        begin, end = mention.start - start, mention.end - start
        if begin < position:
            continue
        parts += [text[position:begin].translate(_PLAIN), _mark(mention, actors)]
        position = end
    parts.append(text[position:].translate(_PLAIN))
    return Marked(_BLANKS.sub(" ", "".join(parts)).strip(), tuple(actors))


def _mark(mention: Mention, actors: list[str]) -> str:
    for actor in mention.actors:
        if actor not in actors and len(actors) < len(MARKS):
            actors.append(actor)
    marks = [MARKS[actors.index(actor)] for actor in mention.actors if actor in actors]
    return " and ".join(marks) + " " + _nameless(mention.text, mention.kind)


@lru_cache(maxsize=10_000)
def _nameless(text: str, kind: str) -> str:
    """What is left of a mention without the names in it: `foreign minister` of `Thai foreign…`."""
    parts: list[str] = []
    position = 0
    for start, end, entry in gazetteer().find(text, None):
        parts += [text[position:start], BODY if is_body(entry.actor) else ""]
        position = end
    parts.append(text[position:])
    return "".join(parts).translate(_PLAIN).strip()
