"""What is still to come though no auxiliary says so: set out for, awaited, fixed, mapped out."""

from spacy.tokens import Token

from hedgerow.loaders.extraction import syntax
from hedgerow.loaders.extraction.lexicon import cue_words, table
from hedgerow.loaders.extraction.vantage import MONTHS, WEEKDAYS

_COMING_DAYS = frozenset(WEEKDAYS) | frozenset(MONTHS) | {"tomorrow", "next"}
_PRESENT = frozenset({"VBZ", "VBP", "VBG"})


def is_still_to_come(node: Token) -> bool:
    """Whether a word tells of what has not happened yet."""
    return any(is_planned(node) for is_planned in _STILL_TO_COME)


def is_setting_out(node: Token) -> bool:
    """`departs for a visit`, `arrives on Thursday`: in the present, still to come."""
    lemma = node.lemma_.lower()
    if node.tag_ not in _PRESENT:
        return False
    return lemma in cue_words("setting_out") or (
        lemma in cue_words("coming") and not _COMING_DAYS.isdisjoint(t.lower_ for t in node.subtree)
    )


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
    """`exercises which were to begin on Monday`, also where a name stands between."""
    if node.pos_ not in {"NOUN", "PROPN"}:
        return False
    clauses = (token for token in node.subtree if token.dep_ == "relcl" and token.lemma_ == "be")
    return any(c.lower_ == "to" for clause in clauses for x in clause.children for c in x.children)


def _is_mapped_out(node: Token) -> bool:
    """`agreed on a roadmap to ease`, which parses hang on the verb."""
    first = next((c for c in node.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    before = first.nbor(-1) if first is not None and first.i > 0 else None
    maps = table("modality")["noun_governors"]["planned"]
    return before is not None and before.pos_ == "NOUN" and before.lemma_.lower() in maps


def _is_when_it_comes(node: Token) -> bool:
    """`when the minister comes`, `once they have signed`: in the present, still to come."""
    if node.dep_ != "advcl":
        return False
    begins = {child.lower_ for child in node.children if child.dep_ in {"advmod", "mark"}}
    perfect = any(c.lower_ in {"has", "have"} for c in syntax.children(node, "aux"))
    present = node.tag_ in _PRESENT or (node.tag_ == "VBN" and perfect)
    return present and not begins.isdisjoint(cue_words("time_clauses"))


def _is_fixed_ahead(node: Token) -> bool:
    """`a visit fixed for May`, unless it is said to have gone ahead."""
    fixed = any(c.lemma_.lower() in cue_words("fixing") for c in syntax.children(node, "acl"))
    went_ahead = node.head.tag_ == "VBD" and node.head.lemma_ in cue_words("event_subject_verbs")
    return fixed and not went_ahead


_STILL_TO_COME = (
    is_setting_out,
    _is_awaited,
    _is_yet_to_begin,
    _is_when_it_comes,
    _is_fixed_ahead,
    _is_mapped_out,
)
