"""How firm the words are: status, stage and attribution around a trigger.

Cues are data (`lexicon/modality.yaml`). Over a parse, the governors of the trigger are walked
("denied | planning | to buy"); without one, cue words near the trigger decide. Where cues differ,
the less firm one wins: a plan shown as a fact is the worst error this software can make.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token

from hedgerow.loaders.extraction import syntax
from hedgerow.loaders.extraction.lexicon import table, word_list
from hedgerow.ontology.vocabulary import vocabulary

NEGATED = "negated"
HYPOTHETICAL = "hypothetical"
DECIDED = "decided"
UNCLAIMED = "infinitive"
"""A bare infinitive: a plan unless something that governs it says otherwise."""
SURFACE_REACH = 90


@dataclass(frozen=True, slots=True)
class Modality:
    """What the words around a trigger make of it; not `real`: hypothetical or negated."""

    status: str
    stage: str | None = None
    attributed_to: str | None = None
    real: bool = True

    def settled_as(self, outcome: str) -> "Modality":
        """The same with a mere decision read as the outcome it amounts to."""
        status = outcome if self.status == DECIDED else self.status
        stage = outcome if self.stage == DECIDED else self.stage
        return replace(self, status=status, stage=stage)


def read_modality(parse: Doc, start: int, end: int, default: str) -> Modality:
    """The modality of the trigger at sentence offsets `start` to `end`.

    `default` is the status that the plain past means.
    """
    span = parse.char_span(start, end, alignment_mode="expand")
    if span is None:
        return Modality(default)
    trigger = span.root
    cues = [cue for cue, _ in _cues(trigger)]
    speech = next((verb for cue, verb in _cues(trigger) if cue == "speech"), None)
    speaker = _speaker(speech)
    return _combined(cues, default, speaker)


def surface_modality(sentence: str, start: int, end: int, default: str) -> Modality:
    """The same from the words within reach of the trigger, for engines without a parse."""
    nearby = sentence[max(0, start - SURFACE_REACH) : end + SURFACE_REACH // 2]
    cues = [cue for cue, pattern in _surface_patterns().items() if pattern.search(nearby)]
    return _combined(cues, default, None)


def _combined(cues: list[str], default: str, speaker: str | None) -> Modality:
    """The weakest of the cues, in the order of the table's `precedence`."""
    if default == "denied":
        return Modality("denied", stage="planned", attributed_to=speaker)
    if HYPOTHETICAL in cues:
        return Modality(default, attributed_to=speaker, real=False)
    if NEGATED in cues and "denied" not in cues:
        return Modality(default, attributed_to=speaker, real=False)
    statuses = [cue for cue in table("modality")["precedence"] if cue in cues]
    if UNCLAIMED in cues and not set(statuses) - {"reported"}:
        statuses.append("planned")
    if not statuses:
        return Modality(default, attributed_to=speaker)
    status = statuses[0]
    if status in {"denied", "reported"}:
        inner = next((cue for cue in statuses[1:] if cue not in {"denied", "reported"}), default)
        return Modality(status, stage=inner, attributed_to=speaker)
    return Modality(status, attributed_to=speaker)


def _cues(trigger: Token) -> Iterator[tuple[str, Token]]:
    """Cues on the trigger and on all that governs it, nearest first."""
    node, steps = trigger, 0
    while steps < 12:
        yield from _own_cues(node)
        if node.head == node or not _governs(node):
            return
        if _is_alleged(node):
            yield "speech", node.head.head
            yield "reported", node.head.head
        if _is_speech(node):
            yield "speech", node.head
            yield from _source_cues(node.head)
            if node.head.lemma_.lower() not in _lemmas():
                return
        node, steps = node.head, steps + 1
        if node.pos_ in {"VERB", "NOUN", "ADJ", "AUX", "PROPN"}:
            yield from ((cue, node) for cue in _lemmas().get(_governor(node), ()))


def _governor(node: Token) -> str:
    """The lemma under which the table lists a governor: `call off` apart from `call`."""
    lemma = node.lemma_.lower()
    phrasal = (f"{lemma} {particle.lower_}" for particle in syntax.children(node, "prt"))
    return next((form for form in phrasal if form in _lemmas()), lemma)


def _own_cues(node: Token) -> Iterator[tuple[str, Token]]:
    yield from _clause_cues(node)
    for speech in _trailing_speech(node):
        yield "speech", speech
        yield from _source_cues(speech)
    for child in node.children:
        yield from ((cue, child) for cue in _modifier_cues(child, node))


def _clause_cues(node: Token) -> Iterator[tuple[str, Token]]:
    """An infinitive that no verb makes a fact of is a plan: `Biden to visit Vietnam`."""
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children) and not _is_factive(node):
        yield UNCLAIMED, node


def _is_factive(infinitive: Token) -> bool:
    """`began to deliver`; `the first president to visit`."""
    head = infinitive.head
    if infinitive.dep_ in {"relcl", "acl"}:
        return any(child.lower_ in _words("ordinals") for child in head.children)
    return infinitive.dep_ in {"xcomp", "ccomp"} and head.lemma_.lower() in _words("factive")


def _modifier_cues(child: Token, node: Token) -> Iterator[str]:
    word, tables = child.lower_, table("modality")
    if child.dep_ == "neg" or (child.dep_ == "det" and word == "no"):
        yield NEGATED
    elif (child.dep_ == "det" and word in {"any", "every"}) or (
        child.dep_ == "mark" and word in _words("hypothetical_marks")
    ):
        yield HYPOTHETICAL
    elif child.dep_ == "aux" and word in tables["modals"]:
        yield tables["modals"][word]
    elif child.dep_ in {"amod", "advmod", "compound", "acomp", "npadvmod", "prt"}:
        yield from tables["modifiers"].get(word, ())
        if child.dep_ == "npadvmod" and {c.lower_ for c in child.children} & {"next", "coming"}:
            yield "planned"
    elif child.dep_ == "prep" and word == "according":
        yield from _according(child)


def _according(prep: Token) -> Iterator[str]:
    if any(t.lemma_.lower() in _words("unnamed_sources") for t in prep.subtree):
        yield "reported"


_CLIMB = frozenset(
    {
        "xcomp",
        "ccomp",
        "dobj",
        "obj",
        "attr",
        "pobj",
        "prep",
        "pcomp",
        "conj",
        "nsubjpass",
        "nsubj",
        "appos",
        "compound",
        "acl",
        "oprd",
        "acomp",
        "csubj",
    }
)


def _governs(node: Token) -> bool:
    """Whether what stands above a node says how firm the node is."""
    if node.dep_ == "conj" and node.pos_ == "VERB":
        return not syntax.children(node, "nsubj", "nsubjpass") and not syntax.children(node, "aux")
    if node.dep_ == "acl" and node.tag_ == "VBN":
        return False
    if node.dep_ == "advcl":
        return any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children)
    if node.dep_ == "prep":
        return node.lower_ in _words("transparent_prepositions")
    if node.dep_ == "nsubj" and node.head.pos_ == "VERB":
        return node.head.lemma_.lower() in _words("event_subject_verbs") or node.head.lemma_ == "be"
    return node.dep_ in _CLIMB


def _is_speech(node: Token) -> bool:
    return node.dep_ == "ccomp" and node.head.lemma_.lower() in word_list("speech_verbs")


def _trailing_speech(node: Token) -> list[Token]:
    """`…, state media reported on Monday`, which parses hang on the clause as if joined to it."""
    if any(child.dep_ == "cc" for child in node.children):
        return []
    return [
        child
        for child in node.children
        if child.dep_ in {"conj", "parataxis", "dep"}
        and child.lemma_.lower() in word_list("speech_verbs")
        and syntax.children(child, "nsubj")
    ]


def _is_alleged(node: Token) -> bool:
    return node.dep_ == "pcomp" and node.head.head.lemma_.lower() in word_list("alleging_verbs")


def _source_cues(verb: Token) -> Iterator[tuple[str, Token]]:
    """`sources said`, `is reported to`: the speaker has no name."""
    speakers = [t for subject in syntax.subjects(verb) for t in syntax.with_conjuncts(subject)]
    cited = [t for c in syntax.children(verb, "advcl") if c.lemma_ == "cite" for t in c.subtree]
    if any(t.lemma_.lower() in _words("unnamed_sources") for t in [*speakers, *cited]):
        yield "reported", verb
    if syntax.children(verb, "neg"):
        yield NEGATED, verb


def _speaker(verb: Token | None) -> str | None:
    if verb is None:
        return None
    subject = next(iter(syntax.subjects(verb)), None)
    if subject is None:
        return None
    span = [t for t in subject.subtree if not t.is_space]
    text = subject.doc[span[0].i : span[-1].i + 1].text
    return text if len(text) <= 80 else subject.text


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("modality")[name])


@cache
def _lemmas() -> dict[str, list[str]]:
    """Governor lemma -> the cues it carries."""
    lemmas: dict[str, list[str]] = {}
    for cue, words in table("modality")["governors"].items():
        for word in words:
            lemmas.setdefault(word, []).append(cue)
    return lemmas


@cache
def _surface_patterns() -> dict[str, re.Pattern[str]]:
    return {
        cue: re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)
        for cue, forms in table("modality")["surface"].items()
    }


def concluded(status: str) -> bool:
    """Whether a status says that the matter is settled."""
    return vocabulary().status(status).standing == "concluded"
