"""The word of a sentence that tells a tie, for status and date to be read around it.

The network says that two actors are tied, not by which word. Where the rules have a trigger of that
type, it is the one nearest to the way that syntax takes from one actor to the other; else the
first noun or verb on that way.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from spacy.tokens import Doc, Span, Token

from hedgerow.loaders.extraction.candidates import Reading
from hedgerow.loaders.extraction.lexicon import word_list
from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.outcome import HEARSAY
from hedgerow.loaders.extraction.rules import Frame, rule_files
from hedgerow.ontology.vocabulary import TieType, vocabulary

_TELLING = frozenset({"NOUN", "PROPN", "VERB", "AUX", "ADJ"})


def deed(parse: Doc, type_name: str, *named: Sequence[Span]) -> Token | None:
    """The word that tells a tie of a type between actors, each with the spans that name it."""
    inside = {token.i for spans in named for span in spans for token in span}
    telling = [token for token in parse if token.pos_ in _TELLING and token.i not in inside]
    way = _way(*named[:2])
    triggers = [token for token in telling if token.lemma_.lower() in _triggers(type_name)]
    if triggers:
        return min(triggers, key=lambda token: (_distance(token, way), token.i))
    said = word_list("speech_verbs")
    on_way = [token for token in way if token in telling and token.lemma_.lower() not in said]
    return next(iter([*on_way, *telling]), None)


def plain_status(tie_type: TieType, word: Token) -> str | None:
    """The least firm status that a rule of the type gives to the plain past of a word, if any."""
    lemma = word.lemma_.lower()
    told = {frame.status for frame in _frames(tie_type.name) if lemma in frame.verbs | frame.nouns}
    firm = {status or tie_type.default_status for status in (told - HEARSAY) or told}
    return min(firm, key=lambda status: vocabulary().status(status).rank, default=None)


def spans_of(mentions: Iterable[Mention], reading: Reading, parse: Doc) -> list[Span]:
    """The words of mentions of a sentence in its parse."""
    start = reading.sentence.start
    spans = (
        parse.char_span(m.start - start, m.end - start, alignment_mode="expand") for m in mentions
    )
    return [span for span in spans if span is not None]


def nearest(mentions: Iterable[Mention], position: int) -> Mention:
    """The mention nearest to a place in the document, a name before a mere pronoun."""
    return min(mentions, key=lambda mention: (mention.coreferent, abs(mention.start - position)))


def _way(first: Sequence[Span], second: Sequence[Span]) -> list[Token]:
    """The tokens between two actors over their nearest common governor."""
    pairs = ((one.root, other.root) for one in first for other in second)
    one, other = min(pairs, key=lambda pair: abs(pair[0].i - pair[1].i))
    up, down = [one, *one.ancestors], [other, *other.ancestors]
    common = next((token for token in up if token in down), None)
    if common is None:
        return [one, other]
    return [*up[: up.index(common) + 1], *reversed(down[: down.index(common)])]


def _distance(token: Token, way: Iterable[Token]) -> int:
    return min(abs(token.i - step.i) for step in way)


@cache
def _triggers(type_name: str) -> frozenset[str]:
    frames = _frames(type_name)
    return frozenset(lemma for frame in frames for lemma in frame.verbs | frame.nouns)


def _frames(type_name: str) -> list[Frame]:
    return [frame for file in rule_files() if file.type == type_name for frame in file.frames]
