"""Which date in a sentence belongs to a tie."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from hedgerow.loaders.extraction.when import When

REACH = 60
"""Without a parse, a date this many characters from the trigger may belong to it."""


def date_of(dates: Sequence[When], start: int, end: int, parse: Doc | None) -> When | None:
    """The date that the trigger at sentence offsets `start` to `end` happened on, or None.

    Over a parse: a date whose chain of heads meets the trigger or the verb that governs it before
    any other verb. Without one: the only date in reach.
    """
    usable = [when for when in dates if not when.anniversary]
    if parse is None:
        near = [w for w in usable if w.start - end <= REACH and start - w.end <= REACH]
        return near[0] if len(near) == 1 else None
    span = parse.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    anchors = _anchors(span.root)
    attached = [
        (w, distance) for w in usable if (distance := _distance(w, parse, anchors)) is not None
    ]
    return min(attached, key=lambda pair: (pair[1], abs(pair[0].start - start)), default=(None, 0))[
        0
    ]


def _anchors(trigger: Token) -> dict[int, int]:
    """The trigger and what stands above it up to its first verb, with the steps to each."""
    anchors, node, steps = {trigger.i: 0}, trigger, 0
    while node.pos_ != "VERB" and node.head != node and steps < 6:
        if node.dep_ == "pobj" and node.head.lower_ in {
            "after",
            "before",
            "since",
            "during",
            "following",
        }:
            break
        node, steps = node.head, steps + 1
        anchors[node.i] = steps
    if node.dep_ == "xcomp" or (node.dep_ == "conj" and node.head.pos_ == "VERB"):
        anchors.setdefault(node.head.i, steps + 1)
    return anchors


def _distance(when: When, parse: Doc, anchors: dict[int, int]) -> int | None:
    """Steps from a date to the trigger, or None where another verb lies between."""
    span = parse.char_span(when.start, when.end, alignment_mode="expand")
    node = span.root if span is not None else None
    steps = 0
    while node is not None and steps < 8:
        if node.i in anchors:
            return steps + anchors[node.i]
        if node.pos_ == "VERB" or node.head == node:
            return None
        node, steps = node.head, steps + 1
    return None
