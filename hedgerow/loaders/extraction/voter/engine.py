"""The learned engine: proposes the ties that the network sees in a sentence."""

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc

from hedgerow.loaders.extraction.candidates import Candidate, Filler, Reading
from hedgerow.loaders.extraction.dependency import gate_of_rules
from hedgerow.loaders.extraction.lexicon import table
from hedgerow.loaders.extraction.parties import may_be_party
from hedgerow.loaders.extraction.voter.deed import deed, nearest, plain_status, spans_of
from hedgerow.loaders.extraction.voter.joining import Told, joined
from hedgerow.loaders.extraction.voter.marking import Marked, marked
from hedgerow.loaders.extraction.voter.network import HOLDS, network
from hedgerow.ontology.vocabulary import vocabulary

LEAST = 0.26
"""The probability from which a tie is proposed; one that is improbable can still second a rule."""
ENGINE = "learned"
_PORT = "port"


class LearnedEngine:
    """Proposes a candidate for each tie that the network does not find improbable."""

    name = ENGINE
    parses = True

    def wants(self, reading: Reading) -> bool:
        """Whether two actors and words of some rule are there; other sentences cost too much."""
        return gate_of_rules().lets_pass(reading.sentence.text) and _seen(reading) is not None

    def propose(self, reading: Reading) -> Iterator[Candidate]:
        """The candidates of one parsed sentence."""
        if reading.parse is not None:
            for told in _told(reading):
                yield from _candidate(told, reading, reading.parse)


def _told(reading: Reading) -> tuple[Told, ...]:
    seen = _seen(reading)
    return () if seen is None else _judged(seen)


def _seen(reading: Reading) -> Marked | None:
    """The sentence as the network sees it; None where fewer than two actors are named."""
    mentions = [mention for mention in reading.mentions if mention.kind != _PORT]
    if len({actor for mention in mentions for actor in mention.actors}) < 2:
        return None
    return marked(reading.sentence.text, mentions, reading.sentence.start)


@lru_cache(maxsize=4096)
def _judged(sentence: Marked) -> tuple[Told, ...]:
    told = joined(j for j in network().judge(sentence) if j.standing != HOLDS)
    return tuple(tie for tie in told if tie.probability >= LEAST)


def _candidate(told: Told, reading: Reading, parse: Doc) -> Iterator[Candidate]:
    tie_type = vocabulary().tie_type(told.type)
    named = {a: [m for m in reading.mentions if a in m.actors] for a in told.actors}
    spans = [spans_of(mentions, reading, parse) for mentions in named.values()]
    word = deed(parse, told.type, *spans) if all(spans) else None
    if word is None:
        return
    start = reading.sentence.start + word.idx
    fillers = [Filler(actor, nearest(mentions, start)) for actor, mentions in named.items()]
    if all(may_be_party(f, tie_type, source=place == 0) for place, f in enumerate(fillers)):
        yield Candidate(
            type=told.type,
            fillers=tuple(fillers),
            trigger=(start, start + len(word)),
            engine=ENGINE,
            rule=f"{ENGINE}/{told.type}",
            confidence=round(told.probability, 3),
            status=plain_status(tie_type, word),
            no_firmer_than=table("modality")["least_firm"].get(told.standing),
            yields=True,
        )
