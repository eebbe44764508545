"""Which date in a sentence belongs to a tie."""

import re
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Span, Token

from hedgerow.loaders.extraction import syntax
from hedgerow.loaders.extraction.lexicon import table
from hedgerow.loaders.extraction.placing import told_of
from hedgerow.loaders.extraction.when import When

REACH = 60
"""Without a parse, a date this many characters from the trigger may belong to it."""

STEPS = 8
_MODIFYING = frozenset({"nummod", "compound", "amod", "poss", "nmod"})
_ASIDE = frozenset({"appos", "amod", "relcl", "nsubj", "nsubjpass", "csubj"})
"""A date under one of these belongs to what is described, not to the verb."""


def date_of(
    dates: Sequence[When], start: int, end: int, parse: Doc | None, status: str
) -> When | None:
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
    anchors = anchors_of(span.root, status)
    usable = [when for when in usable if not _is_of_speaking(when, parse.text, span.root)]
    attached = [
        (w, distance) for w in usable if (distance := _distance(w, parse, anchors)) is not None
    ]
    best = min(attached, key=lambda pair: (pair[1], abs(pair[0].start - start)), default=None)
    return best[0] if best else None


def hangs_on(when: When, parse: Doc) -> tuple[Token | None, str]:
    """The verb that a date stands under, and the preposition before it."""
    span = parse.char_span(when.start, when.end, alignment_mode="expand")
    if span is None:
        return None, ""
    root = span.root
    preposition = root.head.lower_ if root.dep_ in {"pobj", "pcomp"} else ""
    return syntax.governing_verb(root), preposition


def is_long_past(start: int, end: int, parse: Doc) -> bool:
    """`signed it a year after he visited`: the visit is background, and nothing dates it."""
    span = parse.char_span(start, end, alignment_mode="expand")
    if span is None:
        return False
    verb = span.root if span.root.pos_ in {"VERB", "AUX"} else syntax.governing_verb(span.root)
    if verb is None:
        return False
    opening = [*syntax.children(verb, "mark"), *([verb.head] if verb.dep_ == "pcomp" else [])]
    counted = [token.nbor(-1) for token in opening if token.lower_ == "after" and token.i]
    return any(token.lemma_.lower() in table("dates")["long_spans"] for token in counted)


def is_deadline(when: When, sentence: str) -> bool:
    """`by 2030`, `until June`: when something else is to be, or to end."""
    return _pattern("deadline").search(sentence, 0, when.start) is not None


def _is_of_speaking(when: When, sentence: str, trigger: Token) -> bool:
    """`said on Monday`: the day of the words, not of what they tell."""
    spoken = _pattern("speaking").search(sentence, max(0, when.start - REACH), when.start)
    return spoken is not None and not spoken.start() <= trigger.idx < spoken.end()


def anchors_of(trigger: Token, status: str) -> dict[int, int]:
    """The trigger and what stands above it up to its first verb, with the steps to each."""
    anchors, node, steps = {trigger.i: 0}, trigger, 0
    if node.dep_ in {"relcl", "advcl"} and any(c.lower_ == "when" for c in node.children):
        anchors[node.head.i] = 1
    while (node.pos_ != "VERB" or _is_participle(node)) and node.head != node and steps < 6:
        anchors |= dict.fromkeys((verb.i for verb in told_of(node, status)), steps + 1)
        if node.dep_ == "pobj" and node.head.lower_ in table("dates")["of_another_time"]:
            break
        node, steps = node.head, steps + 1
        if node.lemma_.lower() in table("dates")["shifting"]:
            to = syntax.prepositional(node, frozenset(table("dates")["shifted_to"]))
            return anchors | dict.fromkeys((token.i for token in to), steps + 1)
        anchors[node.i] = steps
    if node.dep_ == "xcomp" or (node.dep_ == "conj" and node.head.pos_ == "VERB"):
        anchors.setdefault(node.head.i, steps + 1)
    return anchors


def _is_participle(node: Token) -> bool:
    """`signed a protocol restoring ties`: told by the verb above."""
    return node.tag_ == "VBG" and node.dep_ == "acl"


def _distance(when: When, parse: Doc, anchors: dict[int, int]) -> int | None:
    """Steps from a date to the trigger, or None where another verb lies between."""
    span = parse.char_span(when.start, when.end, alignment_mode="expand")
    if span is None:
        return None
    node, steps = span.root, 0
    while steps < STEPS:
        if node.i in anchors:
            return steps + anchors[node.i]
        if node.pos_ == "VERB" or node.head == node:
            return None
        if _is_aside(node, steps, anchors) and not _stands_before(span, node.head, anchors):
            return None
        node, steps = node.head, steps + 1
    return None


def _is_aside(node: Token, steps: int, anchors: dict[int, int]) -> bool:
    """`the 2019 agreement was kept`, `Ghana, independent since 1957, signed`."""
    if steps == 0:
        modifies = node.dep_ in _MODIFYING and node.head.i not in anchors
        return modifies and node.head.lower_ not in table("dates")["parts_of_day"]
    return node.dep_ in _ASIDE


def _stands_before(date: Span, verb: Token, anchors: dict[int, int]) -> bool:
    """`Ghana on Tuesday declared`, which parses hang on the subject."""
    preposition = date.root.head.lower_ if date.root.dep_ == "pobj" else ""
    near = 0 <= verb.i - date.end <= 1
    return verb.i in anchors and near and preposition in {"", "on", "in", "at"}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(table("dates")[name], re.IGNORECASE)
