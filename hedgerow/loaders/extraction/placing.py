"""Verbs that say when it was what a noun names: `talks held in May`, `the pact signed in 2018`."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from hedgerow.loaders.extraction import syntax
from hedgerow.loaders.extraction.lexicon import table

IN_FORCE = "in_force"
_CLAUSES = ("acl", "relcl")
_RELATIVE = frozenset({"which", "that", "who"})


def told_of(noun: Token, status: str) -> list[Token]:
    """The verbs that place a noun in time; of what is `in_force`, those by which it came so."""
    own, others = syntax.children(noun, *_CLAUSES), list(_hung_too_low(noun))
    if status == IN_FORCE:
        joined = [after for verb in (*own, *others) for after in syntax.children(verb, "conj")]
        return [verb for verb in (*own, *others, *joined) if _comes_into_force(verb)]
    return [*(verb for verb in own if _is(verb, "placing")), *others]


def _hung_too_low(noun: Token) -> Iterator[Token]:
    """`a memorandum on cooperation which they signed`, `talks with Peru, which began in May`.

    Nobody signs cooperation, and states do not begin.
    """
    for verb in noun.subtree:
        if verb.dep_ not in _CLAUSES or verb.head == noun:
            continue
        of_state = verb.head.pos_ == "PROPN" and _is(verb, "happening")
        if of_state and _holds_nothing(verb) and _above(verb, _is_common) == noun:
            yield verb
        signed = _comes_into_force(verb) or (_is(verb, "signing") and _asks_for_object(verb))
        if signed and _above(verb, _is_paper) == noun:
            yield verb


def _above(verb: Token, wanted: Callable[[Token], bool]) -> Token | None:
    """The nearest such noun above, unless another verb lies between."""
    for ancestor in verb.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"}:
            return None
        if wanted(ancestor):
            return ancestor
    return None


def _is_paper(noun: Token) -> bool:
    return _is(noun, "papers")


def _is_common(noun: Token) -> bool:
    return noun.pos_ == "NOUN"


def _holds_nothing(verb: Token) -> bool:
    """`which began in May`, `which were held`; not `Peru, which held talks`."""
    acts = verb.tag_ != "VBN" and verb.lemma_.lower() not in table("dates")["beginning"]
    return not acts and not syntax.children(verb, "dobj", "xcomp")


def _asks_for_object(verb: Token) -> bool:
    """`which they signed`, `signed by both`; not `Peru, which signed a treaty`."""
    objects = syntax.children(verb, "dobj", "nsubjpass")
    doers = syntax.children(verb, "nsubj")
    return all(o.lower_ in _RELATIVE for o in objects) and not any(
        doer.lower_ in _RELATIVE for doer in doers
    )


def _comes_into_force(verb: Token) -> bool:
    """`entered into force`, `took effect`."""
    state = table("dates")["force"]
    what = (*syntax.children(verb, "dobj"), *syntax.prepositional(verb, frozenset({"into"})))
    return _is(verb, "entering") and any(token.lower_ in state for token in what)


def _is(token: Token, words: str) -> bool:
    return token.lemma_.lower() in table("dates")[words]
