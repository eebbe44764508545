"""Cues that a clause carries itself: auxiliaries, negation, modifiers, the phrases it stands in."""

from collections.abc import Iterator

from spacy.tokens import Token

from hedgerow.loaders.extraction import syntax
from hedgerow.loaders.extraction.lexicon import cue_words, table
from hedgerow.loaders.extraction.speech import NEGATED, Cue, according_to, speech_after
from hedgerow.loaders.extraction.to_come import is_still_to_come

HYPOTHETICAL, PLANNED, AVERTED = "hypothetical", "planned", "averted"
INFINITIVE = "infinitive"
"""A bare infinitive: a plan unless something that governs it says otherwise."""
AT_ONCE = "at once"
"""`from today`, `in response to`: a decision that is the act."""

_MODIFIERS = frozenset({"amod", "advmod", "compound", "acomp", "npadvmod", "prt"})

_OBJECTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "attr", "preconj", "cc", "advmod")
_COUNTING = frozenset({"det", "preconj", "cc", "nummod"})


def clause_cues(node: Token) -> Iterator[Cue]:
    """The cues on a node and on its direct dependents."""
    yield from speech_after(node)
    if _is_infinitive(node) and not _is_factive(node):
        yield INFINITIVE, node
    if _is_averted(node):
        yield AVERTED, node
    if _is_reacted_to(node):
        yield AT_ONCE, node
    if _is_inverted(node):
        yield HYPOTHETICAL, node
    if is_still_to_come(node):
        yield PLANNED, node
    for child in node.children:
        yield from ((cue, child) for cue in _modifier_cues(child))
    if (node.pos_ == "VERB" and _says_nothing(node)) or _is_yet_to_do(node):
        yield NEGATED, node


def _is_infinitive(node: Token) -> bool:
    """`to deliver`; `seems to have delivered` looks back, `hoped to have delivered` does not."""
    auxiliaries = {child.lower_ for child in node.children if child.dep_ == "aux"}
    looks_back = "have" in auxiliaries and node.head.lemma_.lower() not in cue_words("hoping")
    return "to" in auxiliaries and not looks_back


def _is_factive(infinitive: Token) -> bool:
    """`began to deliver`; `the first president to visit`; not `is going to visit`."""
    head = infinitive.head
    if head.lower_ == "going":
        return False
    if infinitive.dep_ in {"relcl", "acl"}:
        return any(child.lower_ in cue_words("ordinals") for child in head.children)
    return infinitive.dep_ in {"xcomp", "ccomp"} and head.lemma_.lower() in cue_words("factive")


def _is_averted(node: Token) -> bool:
    """`warned against buying`."""
    return node.dep_ == "pcomp" and node.head.lower_ in cue_words("averting_prepositions")


def _is_reacted_to(node: Token) -> bool:
    """`summoned over the decision to expel`: what others react to was done."""
    decided = node.lemma_.lower() in table("modality")["governors"]["decided"]
    return (
        decided and node.dep_ == "pobj" and node.head.lower_ in cue_words("reacting_prepositions")
    )


def _is_inverted(node: Token) -> bool:
    """`Had they signed, …`, `should they sign`: a condition told by the order of words."""
    subject = next(iter(syntax.children(node, "nsubj", "nsubjpass")), None)
    first = next((c for c in node.children if c.dep_ not in {"punct", "cc"}), None)
    return (
        subject is not None
        and first is not None
        and first.dep_ in {"aux", "auxpass"}
        and first.lower_ in cue_words("inverting")
        and first.i < subject.i
    )


def _says_nothing(verb: Token) -> bool:
    """`imposed no sanctions`, `neither signed`, `not a single boat was delivered`."""
    nothing = cue_words("nothing")
    parts = syntax.children(verb, *_ARGUMENTS)
    return any(
        part.lower_ in nothing
        or any(c.lower_ in nothing and c.dep_ in _COUNTING for c in part.children)
        or (part.dep_ in _OBJECTS and bool(syntax.children(part, "neg")))
        for part in parts
    )


def _has_yet(verb: Token) -> bool:
    return any(child.lower_ == "yet" for child in verb.children)


def _is_yet_to_do(verb: Token) -> bool:
    """`has yet to order weapons`."""
    return verb.dep_ == "xcomp" and _has_yet(verb.head) and not _is_known(verb)


def _is_known(verb: Token) -> bool:
    """`the pact is not yet signed` awaits one that is known; `has not yet ordered arms` none."""
    things = syntax.children(verb, "dobj")
    if any(c.lower_ in cue_words("definite") for thing in things for c in thing.children):
        return True
    return bool(syntax.children(verb, "auxpass")) or not syntax.children(verb, "nsubj", "aux")


def _is_added_to(negation: Token) -> bool:
    """`not only a partner`."""
    following = negation.i + 1
    return following < len(negation.doc) and negation.doc[following].lower_ in cue_words("adding")


def _modifier_cues(child: Token) -> Iterator[str]:
    word, tables = child.lower_, table("modality")
    if child.dep_ == "neg" or (child.dep_ == "det" and word == "no"):
        if not _is_added_to(child):
            yield PLANNED if _has_yet(child.head) and _is_known(child.head) else NEGATED
    elif (child.dep_ == "det" and word in {"any", "every"}) or (
        child.dep_ == "mark" and word in cue_words("hypothetical_marks")
    ):
        yield HYPOTHETICAL
    elif child.dep_ == "aux" and word in tables["modals"]:
        looks_back = any(c.dep_ == "aux" and c.lower_ == "have" for c in child.head.children)
        follows = child.head.lemma_ in cue_words("consequences")
        if follows and word in cue_words("modals_of_consequence"):
            yield HYPOTHETICAL
        yield from tables["modals_of_the_past" if looks_back else "modals"].get(word, ())
    elif child.dep_ in _MODIFIERS:
        yield from tables["modifiers"].get(word, ())
        if child.dep_ == "npadvmod" and {c.lower_ for c in child.children} & {"next", "coming"}:
            yield PLANNED
    elif child.dep_ == "prep":
        yield from _phrase_cues(child)
    elif child.dep_ == "dobj" and word == "draft":
        yield "talks"


def _phrase_cues(preposition: Token) -> Iterator[str]:
    """`according to sources`, `in principle`, `on hold`."""
    word = preposition.lower_
    if word == "according":
        yield from according_to(preposition)
    nouns = [c for c in preposition.children if not {"a", "an"} & {d.lower_ for d in c.children}]
    named = [f"{word} {noun.lower_}" for noun in nouns]
    phrases = table("modality")["phrases"]
    yield from (phrases[phrase] for phrase in named if phrase in phrases)
    if any(phrase in cue_words("at_once") for phrase in named):
        yield AT_ONCE
