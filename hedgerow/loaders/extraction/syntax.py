"""Small questions to a dependency parse: who is the subject, what governs, which names stand here.

Labels are those of spaCy's English models (ClearNLP style: nsubj, dobj, prep, pobj …).
"""

from collections.abc import Iterator

from spacy.tokens import Token

from hedgerow.loaders.extraction.lexicon import word_list

MODIFIERS = ("compound", "amod", "nmod")
SUBJECTS = ("nsubj", "csubj")
_NOMINAL = frozenset({"PROPN", "NOUN", "ADJ", "PRON"})
_INHERITS = {"xcomp", "conj", "advcl", "pcomp", "acl", "acomp", "oprd"}


def children(token: Token, *labels: str) -> list[Token]:
    """The direct dependents with one of the labels."""
    return [child for child in token.children if child.dep_ in labels]


def subjects(token: Token, depth: int = 0) -> list[Token]:
    """The logical subjects of a verb: its own, the agent of a passive, else the inherited one."""
    own = children(token, *SUBJECTS)
    if own:
        return [_antecedent(subject, token) for subject in own]
    agents = [obj for by in children(token, "agent") for obj in children(by, "pobj")]
    if agents:
        return agents
    if children(token, "nsubjpass") or depth > 4:
        return []
    return _inherited(token, depth)


def _inherited(token: Token, depth: int) -> list[Token]:
    head = token.head
    if token.dep_ == "amod":
        return [head] if token.tag_ == "VBG" else _actors_before(token)
    predicate = token.dep_ == "attr" and token.tag_ in {"VBG", "VBN"}
    if head == token or not (predicate or token.dep_ in _INHERITS | {"relcl"}):
        return []
    if token.dep_ == "acl":
        return _subjects_of_modifier(token, depth)
    if token.dep_ == "pcomp":
        return _subjects_of_gerund(head, depth)
    if token.dep_ == "xcomp" and head.lemma_ in word_list("object_control"):
        return children(head, "dobj", "nsubjpass") or subjects(head, depth + 1)
    return subjects(head, depth + 1) or (
        children(head, "nsubjpass") if token.dep_ != "relcl" else []
    )


def _actors_before(participle: Token) -> list[Token]:
    """`A and B formalised relations`, parsed as relations that A and B have, formalised."""
    if participle.tag_ not in {"VBN", "VBD"}:
        return []
    names = children(participle.head, *MODIFIERS)
    return [name for name in names if name.pos_ == "PROPN" and name.i < participle.i]


def _subjects_of_gerund(preposition: Token, depth: int) -> list[Token]:
    """`by signing`: whoever governs; `accused China of ramming`: China."""
    governor = governing_verb(preposition)
    if governor is None:
        return []
    if governor.lemma_ in word_list("blaming_verbs") and preposition.head == governor:
        return children(governor, "dobj", "nsubjpass")
    return subjects(governor, depth + 1)


def _subjects_of_modifier(token: Token, depth: int) -> list[Token]:
    """`ships carrying`: the noun; `its bid to buy`: the owner; else who `is in talks to buy`."""
    if token.tag_ == "VBG":
        return [token.head]
    governor = governing_verb(token.head) if token.tag_ == "VB" else None
    owners = children(token.head, "poss") if token.tag_ == "VB" else []
    return owners or (subjects(governor, depth + 1) if governor is not None else [])


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above a token."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"}:
            return ancestor
    return None


def _antecedent(subject: Token, verb: Token) -> Token:
    """The noun that `who` or `which` stands for."""
    if subject.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl":
        return verb.head
    return subject


def objects(token: Token) -> list[Token]:
    """The direct objects of a verb, or the subjects of its passive."""
    passive = children(token, "nsubjpass")
    if passive:
        return [_antecedent(subject, token) for subject in passive]
    found = [_antecedent(part, token) for part in children(token, "dobj", "obj", "attr")]
    if token.dep_ == "amod" and _actors_before(token):
        return [token.head]
    if not found and token.dep_ == "relcl" and not children(token, "nsubjpass"):
        gap = [c for c in token.children if c.dep_ == "dobj"]
        return gap or (
            [token.head]
            if children(token, *SUBJECTS) and token.head.pos_ in {"NOUN", "PROPN"}
            else []
        )
    if not found and token.dep_ == "acl" and token.tag_ == "VBN":
        return [token.head]
    return found


def prepositional(token: Token, words: frozenset[str]) -> Iterator[Token]:
    """The objects of prepositions under a token: `visit to Hanoi` gives Hanoi for {"to"}."""
    for prep in token.children:
        if prep.dep_ in {"prep", "agent", "dative"} and prep.lower_ in words:
            yield from children(prep, "pobj", "pcomp")
            for inner in children(prep, "prep"):
                if inner.lower_ in words:
                    yield from children(inner, "pobj")


def with_conjuncts(token: Token) -> Iterator[Token]:
    """A token and what is joined to it by `and`, commas or apposition."""
    yield token
    for child in token.children:
        described = child.dep_ == "appos" and child.lemma_ in word_list("descriptions")
        if child.dep_ in {"conj", "appos"} and child.pos_ in _NOMINAL and not described:
            yield from with_conjuncts(child)


def clause_span(token: Token) -> tuple[int, int]:
    """Character span of a trigger's own clause.

    That is its subtree; of a noun the governing verb's, of a relative clause its noun's.
    """
    if token.dep_ in {"relcl", "acl"} or (token.dep_ == "amod" and _actors_before(token)):
        token = token.head
    if token.pos_ in {"NOUN", "PROPN"}:
        token = governing_verb(token) or token
    return token.left_edge.idx, token.right_edge.idx + len(token.right_edge)


def speakers(token: Token) -> list[Token]:
    """The subjects of the speech verb whose words a clause gives."""
    node = token
    while node.head != node:
        if node.dep_ == "ccomp" and node.head.lemma_.lower() in word_list("speech_verbs"):
            return subjects(node.head)
        node = node.head
    return []
