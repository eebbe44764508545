"""Cues on a trigger and on all that governs it: `denied | planning | to buy`."""

from collections.abc import Callable, Iterator
from functools import cache

from spacy.tokens import Token

from hedgerow.loaders.extraction import syntax
from hedgerow.loaders.extraction.lexicon import cue_words, table
from hedgerow.loaders.extraction.speech import (
    NEGATED,
    Cue,
    according_to,
    is_said,
    speech_above,
    speech_after,
)

HYPOTHETICAL, PLANNED = "hypothetical", "planned"
INFINITIVE = "infinitive"
"""A bare infinitive: a plan unless something that governs it says otherwise."""
PROGRESSIVE = "progressive"
"""`is sending`: under way, not delivered."""
STEPS = 12

_PRESENT = frozenset({"VBZ", "VBP", "VBG"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CONTENT = frozenset({"VERB", "NOUN", "ADJ", "ADV", "AUX", "PROPN"})
_OBJECT_LABELS = {"agent", "dobj", "obj", "attr", "pobj", "nsubjpass", "appos", "compound"}
_CLAUSE_LABELS = {"xcomp", "ccomp", "pcomp", "oprd", "acomp", "csubj"}
_TRANSPARENT_LABELS = frozenset(_OBJECT_LABELS | _CLAUSE_LABELS)


def cues(trigger: Token) -> Iterator[Cue]:
    """Each cue with the token that carries it, nearest first."""
    if _is_progressive(trigger):
        yield PROGRESSIVE, trigger
    node, joined = trigger, False
    for _ in range(STEPS):
        if not joined:
            yield from _own_cues(node)
        if node.head == node or not _governs(node):
            return
        yield from speech_above(node)
        if is_said(node) and node.head.lemma_.lower() not in _lemmas():
            return
        below, node = node, node.head
        joined = below.dep_ == "conj" and below.tag_ in _FINITE
        if not joined and node.pos_ in _CONTENT:
            yield from ((cue, node) for cue in _lexical_cues(node, below))


def _lexical_cues(node: Token, below: Token) -> list[str]:
    """What the table says of a governor: `call off` and `call for` apart from `call`."""
    lemma = node.lemma_.lower()
    particles = [*syntax.children(node, "prt"), *([below] if below.dep_ == "prep" else [])]
    forms = [*(f"{lemma} {particle.lower_}" for particle in particles), lemma]
    found = next((_lemmas()[form] for form in forms if form in _lemmas()), [])
    nouns = _noun_lemmas().get(lemma, []) if node.pos_ == "NOUN" else []
    return [*found, *nouns, *([PLANNED] if _is_setting_out(node) else [])]


def _is_setting_out(node: Token) -> bool:
    """`departs on Thursday for a visit`, `is working on a visit`: in the present, still to come."""
    return node.tag_ in _PRESENT and node.lemma_.lower() in cue_words("setting_out")


def _own_cues(node: Token) -> Iterator[Cue]:
    yield from speech_after(node)
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children) and not _is_factive(node):
        yield INFINITIVE, node
    if _is_averted(node):
        yield NEGATED, node
    if _is_awaited(node):
        yield PLANNED, node
    if _is_setting_out(node) or _is_yet_to_begin(node):
        yield PLANNED, node
    for child in node.children:
        yield from ((cue, child) for cue in _modifier_cues(child))


def _is_factive(infinitive: Token) -> bool:
    """`began to deliver`; `the first president to visit`."""
    head = infinitive.head
    if infinitive.dep_ in {"relcl", "acl"}:
        return any(child.lower_ in cue_words("ordinals") for child in head.children)
    return infinitive.dep_ in {"xcomp", "ccomp"} and head.lemma_.lower() in cue_words("factive")


def _is_averted(node: Token) -> bool:
    """`warned against buying`."""
    return node.dep_ == "pcomp" and node.head.lower_ in cue_words("averting_prepositions")


def _is_awaited(node: Token) -> bool:
    """`ahead of the signing`; `before signing` where the sentence does not look back."""
    if node.dep_ not in {"pobj", "pcomp"}:
        return False
    preposition = node.head
    if preposition.lower_ in {"of", "to"}:
        return preposition.head.lower_ in {"ahead", "prior"}
    verb = syntax.governing_verb(preposition)
    awaited = preposition.lower_ in cue_words("awaiting_prepositions")
    return awaited and (verb is None or verb.tag_ not in {"VBD", "VBN"})


def _is_yet_to_begin(node: Token) -> bool:
    """`exercises which were to begin on Monday`."""
    return any(
        clause.lemma_ == "be" and any(c.lower_ == "to" for x in clause.children for c in x.children)
        for clause in syntax.children(node, "relcl")
    )


def _is_progressive(node: Token) -> bool:
    auxiliaries = [child for child in node.children if child.dep_ == "aux"]
    present = any(aux.lemma_ == "be" and aux.tag_ in _FINITE - {"VBD"} for aux in auxiliaries)
    return node.tag_ == "VBG" and present and not any(c.lower_ == "already" for c in node.children)


def _modifier_cues(child: Token) -> Iterator[str]:
    word, tables = child.lower_, table("modality")
    if child.dep_ == "neg" or (child.dep_ == "det" and word == "no"):
        yield NEGATED
    elif (child.dep_ == "det" and word in {"any", "every"}) or (
        child.dep_ == "mark" and word in cue_words("hypothetical_marks")
    ):
        yield HYPOTHETICAL
    elif child.dep_ == "aux" and word in tables["modals"]:
        yield tables["modals"][word]
    elif child.dep_ in {"amod", "advmod", "compound", "acomp", "npadvmod", "prt"}:
        yield from tables["modifiers"].get(word, ())
        if child.dep_ == "npadvmod" and {c.lower_ for c in child.children} & {"next", "coming"}:
            yield PLANNED
    elif child.dep_ == "prep":
        yield from _phrase_cues(child)
    elif child.dep_ == "dobj" and word == "draft":
        yield "talks"


def _phrase_cues(preposition: Token) -> Iterator[str]:
    """`according to sources`, `in principle`."""
    if preposition.lower_ == "according":
        yield from according_to(preposition)
    if preposition.lower_ == "in" and any(c.lower_ == "principle" for c in preposition.children):
        yield "talks"


def _governs(node: Token) -> bool:
    """Whether what stands above a node says how firm the node is."""
    decide = _BY_LABEL.get(node.dep_)
    return decide(node) if decide is not None else node.dep_ in _TRANSPARENT_LABELS


def _shares_its_verb(node: Token) -> bool:
    """`will visit and sign`: the second verb has no subject or auxiliary of its own."""
    return node.pos_ != "VERB" or not syntax.children(node, "nsubj", "nsubjpass", "aux")


def _is_dependent_clause(node: Token) -> bool:
    """An infinitive of purpose, or a participle that goes on after its clause."""
    if node.tag_ == "VBG":
        return node.i > node.head.i and not syntax.children(node, "mark", "nsubj")
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in node.children)


def _is_subject_of_happening(node: Token) -> bool:
    """`the visit will include`, `the sale is due`."""
    return node.head.lemma_ == "be" or node.head.lemma_.lower() in cue_words("event_subject_verbs")


def _is_transparent(preposition: Token) -> bool:
    """`talks on the sale`, `interest in the sale`; not `said in a call`."""
    if preposition.lower_ == "in" and preposition.head.pos_ == "VERB":
        return preposition.head.lemma_ in cue_words("verbs_with_in")
    return preposition.lower_ in cue_words("transparent_prepositions")


_BY_LABEL: dict[str, Callable[[Token], bool]] = {
    "acl": lambda node: node.tag_ != "VBN",
    "advcl": _is_dependent_clause,
    "amod": lambda node: node.lower_.endswith("ing"),
    "conj": _shares_its_verb,
    "nsubj": _is_subject_of_happening,
    "prep": _is_transparent,
}
"""Labels that need a closer look; of the others, those in `_TRANSPARENT_LABELS` govern."""


@cache
def _lemmas() -> dict[str, list[str]]:
    """Governor lemma -> the cues it carries."""
    return _by_word(table("modality")["governors"])


@cache
def _noun_lemmas() -> dict[str, list[str]]:
    """The same for what governs only as a noun: `reports of a visit`."""
    return _by_word(table("modality")["noun_governors"])


def _by_word(listed: dict[str, list[str]]) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for cue, members in listed.items():
        for word in members:
            words.setdefault(word, []).append(cue)
    return words
