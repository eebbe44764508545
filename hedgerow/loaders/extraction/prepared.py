"""A document made ready for the engines: which sentences can hold a claim, and who is in them."""

from dataclasses import dataclass, field

from hedgerow.graph.records import Document
from hedgerow.loaders.extraction.candidates import Candidate, Reading
from hedgerow.loaders.extraction.capitals import in_mixed_case
from hedgerow.loaders.extraction.discourse import Discourse, main_actors
from hedgerow.loaders.extraction.gazetteer import gazetteer
from hedgerow.loaders.extraction.imagined import told_as_real
from hedgerow.loaders.extraction.mentions import find_mentions
from hedgerow.loaders.extraction.sentences import split_sentences
from hedgerow.loaders.genre import genre_of
from hedgerow.ontology.partial_date import PartialDate, parse_partial_date


@dataclass(slots=True)
class Seen:
    """A sentence on its way through the engines."""

    reading: Reading
    candidates: list[Candidate] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with the sentences that can hold a claim, of `length` that it has."""

    document: Document
    published: PartialDate | None
    length: int
    sentences: tuple[Seen, ...]


def prepare(document: Document) -> Prepared:
    """The readings of the sentences that can hold a claim; none of declared satire or fiction."""
    if genre_of(document) is not None:
        return Prepared(document, None, 0, ())
    published = parse_partial_date(document.published) if document.published else None
    text = in_mixed_case(document.text)
    mentions = find_mentions(text, published)
    discourse = Discourse(gazetteer().home_of(text))
    main = main_actors(mentions)
    readings = []
    length = position = 0
    for sentence in told_as_real(split_sentences(text), text):
        length += 1
        while position < len(mentions) and mentions[position].start < sentence.start:
            position += 1
        own = position
        while own < len(mentions) and mentions[own].end <= sentence.end:
            own += 1
        focus = discourse.focus()
        all_mentions = discourse.resolve(sentence, mentions[position:own])
        position = own
        named = {actor for m in all_mentions for actor in m.actors}
        if len(named) > 1 or _is_about(named, focus, main):
            readings.append(Reading(sentence, tuple(all_mentions), focus=focus, main=main))
    return Prepared(document, published, length, tuple(Seen(reading) for reading in readings))


def _is_about(named: set[str], focus: tuple[str, ...], main: tuple[str, ...]) -> bool:
    """Whether a sentence that names one actor, or none, can tell a tie of those in focus."""
    if named:
        return len(main) == 1 or bool(named & {*focus, *main})
    return len(focus) == 2 or len(main) == 2
