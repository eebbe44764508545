"""Which anniversary in a sentence is that of a tie."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from hedgerow.loaders.extraction import syntax
from hedgerow.loaders.extraction.attachment import anchors_of
from hedgerow.loaders.extraction.when import When

Trigger = tuple[int, int]
"""Sentence offsets of the words that tell a tie."""


def anniversary_of(
    dates: Sequence[When], triggers: Sequence[Trigger], parse: Doc | None, status: str
) -> When | None:
    """The only anniversary or, of several, the one that stands closest above a trigger."""
    found = [when for when in dates if when.anniversary]
    if len({when.date for when in found}) < 2:
        return found[0] if found else None
    return marked(found, triggers, parse, status)


def marked(
    dates: Sequence[When], triggers: Sequence[Trigger], parse: Doc | None, status: str
) -> When | None:
    """The anniversary whose `since`, `after` or `of` stands right above a trigger."""
    found = [when for when in dates if when.anniversary]
    if parse is None or not found:
        return None
    spans = [parse.char_span(*trigger, alignment_mode="expand") for trigger in triggers]
    above = [anchors_of(span.root, status) for span in spans if span is not None]
    steps = [
        (anchors[token.i], when.start, when)
        for when in found
        for token in _marks(when, parse)
        for anchors in above
        if token.i in anchors
    ]
    return min(steps, key=lambda step: step[:2])[-1] if steps else None


def _marks(when: When, parse: Doc) -> list[Token]:
    """What the years have passed since, or the anniversary is of."""
    span = parse.char_span(when.start, when.end, alignment_mode="expand")
    if span is None:
        return []
    last = span[-1]
    if last.pos_ == "NOUN" and span.end < len(parse):
        last = parse[span.end]
    return [last.head] if last.dep_ == "mark" else syntax.children(last, "pobj", "pcomp")
