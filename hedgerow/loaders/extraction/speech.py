"""Whose words a clause gives: reported speech, allegations, unnamed sources."""

from collections.abc import Iterator

from spacy.tokens import Token

from hedgerow.loaders.extraction import syntax
from hedgerow.loaders.extraction.lexicon import cue_words, word_list
from hedgerow.loaders.extraction.outlets import is_of_no_state, names_outlet

SPEECH, REPORTED, NEGATED, HYPOTHETICAL = "speech", "reported", "negated", "hypothetical"

Cue = tuple[str, Token]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def speech_above(node: Token) -> Iterator[Cue]:
    """Cues of a verb that reports, alleges or rumours the clause of `node`."""
    if _is_alleged(node):
        yield SPEECH, node.head.head
        yield REPORTED, node.head.head
    if is_said(node):
        yield SPEECH, node.head
        yield from _source_cues(node.head)
    if _is_hearsay(node):
        yield REPORTED, node.head


def speech_after(node: Token) -> Iterator[Cue]:
    """`…, state media reported on Monday`, which parses hang on the clause as if joined to it."""
    if any(child.dep_ == "cc" for child in node.children):
        return
    for child in syntax.children(node, "conj", "parataxis", "dep"):
        if child.lemma_.lower() in word_list("speech_verbs") and _is_told_by(child):
            yield SPEECH, child
            yield from _source_cues(child)


def is_said(node: Token) -> bool:
    """Whether the clause is what somebody says or lets be known."""
    if node.dep_ != "ccomp" or node.head.pos_ == "NOUN":
        return False
    verb = node.head.lemma_.lower()
    return verb in word_list("speech_verbs") or (
        verb in cue_words("suggesting_verbs") and _is_finite(node)
    )


def speaker_of(verb: Token | None) -> str | None:
    """Who speaks, in the text's words up to the head of the phrase; None for a mere `he`."""
    subject = next(iter(_speakers(verb)), None) if verb is not None else None
    if subject is None or subject.pos_ == "PRON":
        return None
    end = subject.idx + len(subject)
    last = subject.right_edge if names_outlet(subject.doc.text, subject.idx, end) else subject
    return subject.doc[subject.left_edge.i : last.i + 1].text


def according_to(preposition: Token) -> Iterator[str]:
    """`according to sources`."""
    nameless = cue_words("unnamed_sources") | cue_words("unnamed")
    sources = syntax.children(preposition, "prep")
    if any(t.lemma_.lower() in nameless or _is_faceless(t) for t in preposition.subtree) or any(
        is_of_no_state(_words(t)) for to in sources for t in syntax.children(to, "pobj")
    ):
        yield REPORTED


def _is_finite(node: Token) -> bool:
    """`suggested that they had signed`, apart from `suggested that they sign`."""
    auxiliaries = [child for child in node.children if child.dep_ in {"aux", "auxpass"}]
    return any(token.tag_ in _FINITE for token in [node, *auxiliaries])


def _is_alleged(node: Token) -> bool:
    """`accused China of ramming`."""
    return node.dep_ == "pcomp" and node.head.head.lemma_.lower() in word_list("alleging_verbs")


def _is_hearsay(node: Token) -> bool:
    """`is reported to have`, `is believed to`: nobody is named as saying so."""
    verb = node.head
    return (
        node.dep_ in {"xcomp", "ccomp"}
        and verb.lemma_.lower() in cue_words("hearsay_verbs")
        and bool(syntax.children(verb, "auxpass"))
        and not syntax.children(verb, "agent")
    )


def _is_told_by(verb: Token) -> bool:
    """`…, the ministry said`; `…, claimed a rumour`."""
    return bool(syntax.children(verb, "nsubj") or _inverted(verb))


def _speakers(verb: Token) -> list[Token]:
    inverted = [] if syntax.children(verb, "nsubj") else _inverted(verb)
    return inverted or syntax.subjects(verb)


def _inverted(verb: Token) -> list[Token]:
    """`claimed a rumour`, which parses take for an object."""
    sources = cue_words("unnamed_sources")
    return [token for token in syntax.children(verb, "dobj") if token.lemma_.lower() in sources]


def _source_cues(verb: Token) -> Iterator[Cue]:
    """`sources said`: the speaker has no name; `did not say that`: nothing is said."""
    speakers = [t for speaker in _speakers(verb) for t in syntax.with_conjuncts(speaker)]
    cited = [t for c in syntax.children(verb, "advcl") if c.lemma_ == "cite" for t in c.subtree]
    unnamed = any(c.lower_ in cue_words("unnamed") for t in speakers for c in t.children)
    named = {t.lemma_.lower() for t in [*speakers, *cited]}
    if (
        unnamed
        or named & cue_words("unnamed_sources")
        or _is_anonymous(verb)
        or any(_is_faceless(t) or is_of_no_state(_words(t)) for t in speakers)
    ):
        yield REPORTED, verb
    silent = any(s.lower_ in cue_words("nothing") for s in syntax.children(verb, "nsubj"))
    if silent or syntax.children(verb, "neg"):
        yield HYPOTHETICAL, verb


def _words(speaker: Token) -> str:
    return speaker.doc[speaker.left_edge.i : speaker.i + 1].text


def _is_anonymous(verb: Token) -> bool:
    """`said on condition of anonymity`."""
    return any(token.lower_ in cue_words("anonymity") for token in verb.subtree)


def _is_faceless(speaker: Token) -> bool:
    """`a diplomat`, `two officials`: somebody of a kind, of no named office."""
    kind = speaker.lemma_.lower()
    determiners = {c.lower_ for c in speaker.children if c.dep_ in {"det", "nummod", "poss"}}
    office = kind in cue_words("speaking_for_office") and not determiners
    if kind not in cue_words("faceless_speakers") or office or determiners & cue_words("definite"):
        return False
    about = {token.lower_ for token in speaker.subtree}
    return not (about & cue_words("named_offices") or _has_name(speaker))


def _has_name(speaker: Token) -> bool:
    """`diplomat Kofi Mensah`."""
    return any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in speaker.children)
