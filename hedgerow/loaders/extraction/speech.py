"""Whose words a clause gives: reported speech, allegations, unnamed sources."""

from collections.abc import Iterator

from spacy.tokens import Token

from hedgerow.loaders.extraction import syntax
from hedgerow.loaders.extraction.lexicon import cue_words, word_list

SPEECH, REPORTED, NEGATED = "speech", "reported", "negated"

Cue = tuple[str, Token]


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
        if child.lemma_.lower() in word_list("speech_verbs") and syntax.children(child, "nsubj"):
            yield SPEECH, child
            yield from _source_cues(child)


def is_said(node: Token) -> bool:
    """Whether the clause is what somebody says."""
    return node.dep_ == "ccomp" and node.head.lemma_.lower() in word_list("speech_verbs")


def speaker_of(verb: Token | None) -> str | None:
    """Who speaks, in the text's words up to the head of the phrase."""
    subject = next(iter(syntax.subjects(verb)), None) if verb is not None else None
    if subject is None:
        return None
    return subject.doc[subject.left_edge.i : subject.i + 1].text


def according_to(preposition: Token) -> Iterator[str]:
    """`according to sources`."""
    nameless = cue_words("unnamed_sources") | cue_words("unnamed")
    if any(t.lemma_.lower() in nameless for t in preposition.subtree):
        yield REPORTED


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


def _source_cues(verb: Token) -> Iterator[Cue]:
    """`sources said`: the speaker has no name."""
    speakers = [t for subject in syntax.subjects(verb) for t in syntax.with_conjuncts(subject)]
    cited = [t for c in syntax.children(verb, "advcl") if c.lemma_ == "cite" for t in c.subtree]
    unnamed = any(c.lower_ in cue_words("unnamed") for t in speakers for c in t.children)
    named = {t.lemma_.lower() for t in [*speakers, *cited]}
    if unnamed or named & cue_words("unnamed_sources"):
        yield REPORTED, verb
    if syntax.children(verb, "neg"):
        yield NEGATED, verb
