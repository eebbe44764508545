"""The three ways in which training varies its examples."""

import random
from collections.abc import Sequence
from itertools import product

from evaluation.voter.sentences import Example, Pair, Tie
from hedgerow.loaders.extraction.voter.marking import MARKS

JOINTS = (" ", " ", ", while ", "; ", ", and ", " Meanwhile, ")
CONTEXT = "|"
"""Behind it stand actors that a sentence does not name."""
UNNAMED = (
    *("the country", "the government", "the capital", "the minister", "the two countries"),
    *("the two sides", "its neighbour", "the delegation", "the navy", "they", "he", "there"),
)
"""What may stand for an actor that a sentence does not name."""


def shuffled_marks(example: Example) -> Example:
    """The same with other marks for its actors, so that no mark means anything by itself."""
    places = random.sample(range(len(MARKS)), len(MARKS))
    return _renumbered(example, places)


def _renumbered(example: Example, places: Sequence[int]) -> Example:
    text = example.text
    for old, mark in enumerate(MARKS):
        text = text.replace(mark, f"\0{old}\0")
    for old, new in enumerate(places):
        text = text.replace(f"\0{old}\0", MARKS[new])
    ties = {(places[a], places[b]): told for (a, b), told in example.ties.items()}
    return Example(text, ties, example.register)


def joined(first: Example, second: Example) -> Example:
    """Two sentences as one in which no actor of the first is tied to one of the second."""
    own = _places(first)
    free = [place for place in range(len(MARKS)) if place not in own]
    used = _places(second)
    if len(used) > len(free):
        return first
    moved = dict(zip(used, free, strict=False))
    rest = [place for place in range(len(MARKS)) if place not in moved.values()]
    spare = iter(rest)
    other = _renumbered(
        second, [moved[i] if i in moved else next(spare) for i in range(len(MARKS))]
    )
    apart: dict[Pair, tuple[Tie, ...]] = dict.fromkeys(product(own, _places(other)), ())
    text = first.text.rstrip(" .") + random.choice(JOINTS) + other.text
    return Example(text, {**apart, **first.ties, **other.ties}, first.register)


def left_unnamed(example: Example) -> Example:
    """The same with one or two actors behind the sentence in place of in it.

    What is said of them is still there, so that the network learns to rest on the words.
    """
    places = _places(example)
    if len(places) < 2:
        return example
    text = example.text
    moved = random.sample(places, random.choice((1, 1, 2)))
    for place in moved:
        text = text.replace(MARKS[place], random.choice(UNNAMED))
    context = "".join(f" {CONTEXT} {MARKS[place]}" for place in moved)
    return Example(text + context, example.ties, example.register)


def _places(example: Example) -> list[int]:
    return [place for place, mark in enumerate(MARKS) if mark in example.text]
