"""From a tie that the model proposes to a candidate of our own: its sentence, its actors, its word.

Nothing is taken from the model but what stands in the text: the sentence that it quotes, and the
mentions that our own tables find at the words it calls actors.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from hedgerow.loaders.extraction.candidates import Candidate, Filler, Reading
from hedgerow.loaders.extraction.fitting import what_is_wrong
from hedgerow.loaders.extraction.llm.answers import Proposal
from hedgerow.loaders.extraction.llm.correcting import ENGINE, LEVEL, Refused
from hedgerow.loaders.extraction.llm.priors import priors
from hedgerow.loaders.extraction.llm.quoting import places
from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.voter.deed import deed, nearest, plain_status, spans_of
from hedgerow.ontology.vocabulary import vocabulary

RULE = f"{ENGINE}/proposed"
MOST_ACTORS = 50

Named = dict[str, list[Mention]]
"""Actors in order, each with the mentions that the model's words for it meet."""


def quoted(proposal: Proposal, text: str, readings: Sequence[Reading]) -> list[Reading]:
    """The sentences with two actors or more in which the quote stands.

    Raises:
        Refused: it stands in none.
    """
    found = list(places(proposal.quote, text))
    if not found:
        raise Refused("quote does not occur")
    sentences = [
        reading
        for start, end in found
        for reading in readings
        if reading.sentence.start <= start and end <= reading.sentence.end
    ]
    if not sentences:
        raise Refused("quote in no sentence with two actors")
    return sentences


def named(proposal: Proposal, reading: Reading, text: str) -> Named:
    """Whom the proposal's words for its actors stand for in a sentence.

    Raises:
        Refused: some stand for nobody, or for one of several.
    """
    found: Named = {}
    if len(proposal.actors) > MOST_ACTORS:
        raise Refused("more actors than a sentence has")
    for words in proposal.actors:
        mentions = list(_met(words, reading, text))
        meanings = {mention.actors for mention in mentions}
        if not meanings:
            raise Refused("actor not named in the sentence")
        if len(meanings) > 1:
            raise Refused("actor not told apart")
        for actor in meanings.pop():
            found.setdefault(actor, mentions)
    if len(found) < 2:
        raise Refused("fewer than two actors")
    return found


def _met(words: str, reading: Reading, text: str) -> Iterator[Mention]:
    sentence = reading.sentence
    spans = list(places(words, text, sentence.start, sentence.end))
    for mention in reading.mentions:
        if any(mention.start < end and start < mention.end for start, end in spans):
            yield mention


def candidate_of(proposal: Proposal, found: Named, reading: Reading, parse: Doc) -> Candidate:
    """The candidate that a proposal amounts to in a parsed sentence.

    Raises:
        Refused: the ontology does not have it so, or no word tells it.
    """
    tie_type = vocabulary().tie_types.get(proposal.type)
    if tie_type is None:
        raise Refused("type not of the ontology")
    if proposal.status not in vocabulary().statuses:
        raise Refused("status not of the ontology")
    order = list(found) if tie_type.directed else sorted(found)
    spans = {actor: spans_of(found[actor], reading, parse) for actor in order}
    if not all(spans.values()):
        raise Refused("actor not named in the sentence")
    word = deed(parse, tie_type.name, *spans.values())
    if word is None:
        raise Refused("no word that tells it")
    start = reading.sentence.start + word.idx
    candidate = Candidate(
        type=tie_type.name,
        fillers=tuple(Filler(actor, nearest(found[actor], start)) for actor in order),
        trigger=(start, start + len(word)),
        engine=ENGINE,
        rule=RULE,
        confidence=priors().proposed,
        status=plain_status(tie_type, word),
        phase=proposal.phase,
        needs_level=LEVEL in tie_type.attributes,
    )
    wrong = what_is_wrong(candidate, reading)
    if wrong is not None:
        raise Refused(f"what {wrong}")
    return candidate
