"""Cues on a trigger and on all that governs it: `denied | planning | to buy`."""

from collections.abc import Callable, Iterator
from functools import cache

from spacy.tokens import Token

from hedgerow.loaders.extraction import syntax
from hedgerow.loaders.extraction.clause_cues import PLANNED, clause_cues
from hedgerow.loaders.extraction.lexicon import cue_words, table
from hedgerow.loaders.extraction.speech import Cue, is_said, speech_above
from hedgerow.loaders.extraction.to_come import is_setting_out

PROGRESSIVE = "progressive"
"""`is sending`: under way, not delivered."""
STEPS = 12
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PROSPECTIVE = frozenset({PLANNED, "talks"})
_CONTENT = frozenset({"VERB", "NOUN", "ADJ", "ADV", "AUX", "PROPN"})
_OBJECT_LABELS = {"agent", "dobj", "obj", "attr", "pobj", "nsubjpass", "appos", "compound"}
_CLAUSE_LABELS = {"xcomp", "ccomp", "pcomp", "oprd", "acomp", "csubj"}
_TRANSPARENT_LABELS = frozenset(_OBJECT_LABELS | _CLAUSE_LABELS)


def cues(trigger: Token) -> Iterator[Cue]:
    """Each cue with the token that carries it, nearest first."""
    if _is_progressive(trigger):
        yield PROGRESSIVE, trigger
    if trigger.lemma_ in cue_words("leading_verbs"):
        yield from _predicate_cues(trigger)
    node, joined = trigger, False
    for _ in range(STEPS):
        if not joined:
            yield from clause_cues(node)
        if node.head == node or not _governs(node) or _is_by_the_way(trigger):
            return
        yield from speech_above(node)
        if _ends_here(node):
            return
        below, node = node, node.head
        joined = below.dep_ == "conj" and below.tag_ in _FINITE
        if not joined and node.pos_ in _CONTENT:
            yield from ((cue, node) for cue in _lexical_cues(node, below))


def _is_by_the_way(trigger: Token) -> bool:
    """`the visiting minister signed`: what is said of him says nothing of the visit."""
    return trigger.dep_ == "amod" and trigger.tag_ == "VBG"


def _ends_here(node: Token) -> bool:
    """Whether a clause owes nothing more to its head: said by it, or only put before it."""
    if node.head.lemma_.lower() in _lemmas() and node.head.i < node.i:
        return False
    return is_said(node) or (node.dep_ == "ccomp" and node.i < node.head.i)


def _predicate_cues(verb: Token) -> Iterator[Cue]:
    """`is due in port`, `agreed to work towards`, where the first verb is the trigger."""
    for predicate in syntax.children(verb, "acomp", "attr", "xcomp"):
        for below in [verb, *syntax.children(predicate, "prep")]:
            found = _lexical_cues(predicate, below)
            yield from ((cue, predicate) for cue in found if cue in _PROSPECTIVE)
        if predicate.lemma_.lower() in cue_words("formal_acts"):
            yield PLANNED, predicate


def _lexical_cues(node: Token, below: Token) -> list[str]:
    """What the table says of a governor: `call off` and `call for` apart from `call`."""
    if node.lower_ == "according":
        return []
    lemma = node.lemma_.lower()
    found = next((_lemmas()[form] for form in _forms(node, below) if form in _lemmas()), [])
    nouns = _noun_lemmas().get(lemma, []) if node.pos_ == "NOUN" else []
    return [*found, *nouns, *([PLANNED] if is_setting_out(node) else [])]


def _forms(node: Token, below: Token) -> Iterator[str]:
    """A governor with what it is said with, the longest first: `drop plan`, `call off`, `call`."""
    lemma = node.lemma_.lower()
    beside = syntax.children(node, "prt", "advmod", "acomp", "dobj")
    bare = [p for p in syntax.children(node, "prep") if not syntax.children(p, "pobj", "pcomp")]
    beside.extend(bare)
    if below.dep_ == "prep":
        beside.append(below)
    yield from (f"{lemma} {other.lemma_.lower()}" for other in beside)
    yield lemma


def _is_progressive(node: Token) -> bool:
    auxiliaries = [child for child in node.children if child.dep_ == "aux"]
    present = any(aux.lemma_ == "be" and aux.tag_ in _FINITE - {"VBD"} for aux in auxiliaries)
    return node.tag_ == "VBG" and present and not any(c.lower_ == "already" for c in node.children)


def _governs(node: Token) -> bool:
    """Whether what stands above a node says how firm the node is."""
    decide = _BY_LABEL.get(node.dep_)
    return decide(node) if decide is not None else node.dep_ in _TRANSPARENT_LABELS


def _shares_its_verb(node: Token) -> bool:
    """`will visit and sign`: the second verb has no subject or auxiliary of its own."""
    return node.pos_ != "VERB" or not syntax.children(node, "nsubj", "nsubjpass", "aux")


def _is_whole_clause(node: Token) -> bool:
    """`rumours that it had fired`, `a plan to fire`; not the participle of `rumours fired by`."""
    return node.tag_ != "VBN" or bool(syntax.children(node, *syntax.SUBJECTS, "nsubjpass", "aux"))


def _is_content(node: Token) -> bool:
    """`a report that it had fired`, `a deal to buy`, which parses take for relative clauses."""
    lemma = node.head.lemma_.lower()
    if any(child.dep_ == "aux" and child.lower_ == "to" for child in node.children):
        return lemma in _noun_lemmas() or lemma in _lemmas()
    whole = syntax.children(node, "mark") or len(syntax.children(node, "dobj")) > 1
    return bool(whole) and lemma in _noun_lemmas()


def _is_dependent_clause(node: Token) -> bool:
    """An infinitive of purpose, or a participle that goes on after its clause."""
    if node.tag_ == "VBG":
        return node.i > node.head.i and not syntax.children(node, "mark", "nsubj")
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in node.children)


def _is_subject_of_happening(node: Token) -> bool:
    """`the visit will include`, `the sale is due`, `the signing fell through`."""
    lemma = node.head.lemma_.lower()
    if lemma == "be" or lemma in cue_words("event_subject_verbs"):
        return True
    return not cue_words("undoing").isdisjoint(_lexical_cues(node.head, node))


def _is_transparent(preposition: Token) -> bool:
    """`talks on the sale`, `interest in it`; not `said in a call`, `protest over the sale`."""
    if preposition.head.lemma_.lower() in cue_words("reactions"):
        return False
    if preposition.lower_ == "in" and preposition.head.pos_ == "VERB":
        return preposition.head.lemma_ in cue_words("verbs_with_in")
    return preposition.lower_ in cue_words("transparent_prepositions")


_BY_LABEL: dict[str, Callable[[Token], bool]] = {
    "acl": _is_whole_clause,
    "advcl": _is_dependent_clause,
    "amod": lambda node: node.lower_.endswith("ing"),
    "conj": _shares_its_verb,
    "nsubj": _is_subject_of_happening,
    "prep": _is_transparent,
    "relcl": _is_content,
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
