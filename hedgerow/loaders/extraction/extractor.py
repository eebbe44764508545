"""The extractor: engines by name, parsing only what can hold a claim, batches across documents."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from hedgerow.errors import UsageError
from hedgerow.graph.records import Claim, Document
from hedgerow.loaders.extraction.candidates import Candidate, Engine, Reading
from hedgerow.loaders.extraction.confidence import Calibration
from hedgerow.loaders.extraction.confidence import calibration as default_calibration
from hedgerow.loaders.extraction.dependency import DependencyEngine
from hedgerow.loaders.extraction.discourse import Discourse, main_pair
from hedgerow.loaders.extraction.gazetteer import gazetteer
from hedgerow.loaders.extraction.mentions import find_mentions
from hedgerow.loaders.extraction.parser import parse
from hedgerow.loaders.extraction.patterns import PatternEngine
from hedgerow.loaders.extraction.reading import read_claim
from hedgerow.loaders.extraction.sentences import split_sentences
from hedgerow.loaders.extraction.voting import vote, yields_to
from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary

ENGINES: dict[str, type[Engine]] = {
    engine.name: engine for engine in (DependencyEngine, PatternEngine)
}
DEFAULT_ENGINES = tuple(sorted(ENGINES))
DOCUMENTS_AT_ONCE = 32


@dataclass(slots=True)
class _Seen:
    """A sentence on its way through the engines."""

    reading: Reading
    candidates: list[Candidate] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Prepared:
    document: Document
    published: PartialDate | None
    length: int
    sentences: tuple[_Seen, ...]


class Extractor:
    """Reads documents with the named engines.

    `sentences` counts those seen, `parsed` those that were worth a parse.
    """

    def __init__(
        self,
        engines: Sequence[str] = DEFAULT_ENGINES,
        calibration: Calibration | None = None,
    ) -> None:
        unknown = [name for name in engines if name not in ENGINES]
        if unknown:
            raise UsageError(
                f"there is no engine {unknown[0]!r}; choose from {', '.join(sorted(ENGINES))}"
            )
        self._calibration = default_calibration() if calibration is None else calibration
        made = [ENGINES[name]() for name in engines]
        self.sentences = self.parsed = 0
        self._of_words = [engine for engine in made if not engine.parses]
        self._of_parses = [engine for engine in made if engine.parses]

    def extract(self, document: Document) -> list[Claim]:
        """The claims of one document, ordered by their place in it."""
        return next(iter(self.extract_many([document])))[1]

    def extract_many(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Claim]]]:
        """Each document with its claims; sentences are parsed in batches across documents."""
        for batch in _batches(documents, DOCUMENTS_AT_ONCE):
            prepared = [_prepare(document) for document in batch]
            self.sentences += sum(item.length for item in prepared)
            seen = [sentence for item in prepared for sentence in item.sentences]
            _propose(self._of_words, seen)
            self._parse(seen)
            _propose(self._of_parses, seen)
            for item in prepared:
                yield item.document, self._claims(item)

    def _parse(self, sentences: Iterable[_Seen]) -> None:
        """Parse what an engine wants to see parsed, or has found something in already."""
        if not self._of_parses:
            return
        wanted = [
            sentence
            for sentence in sentences
            if sentence.candidates or any(e.wants(sentence.reading) for e in self._of_parses)
        ]
        self.parsed += len(wanted)
        parses = parse(sentence.reading.sentence.text for sentence in wanted)
        for sentence, found in zip(wanted, parses, strict=True):
            sentence.reading = replace(sentence.reading, parse=found)

    def _claims(self, item: _Prepared) -> list[Claim]:
        claims: dict[str, Claim] = {}
        for sentence in item.sentences:
            for chosen in vote(sentence.candidates, self._calibration):
                claim = read_claim(chosen, sentence.reading, item.document, item.published)
                if claim is not None:
                    claims.setdefault(claim.id, claim)
        return _after_document_precedence(list(claims.values()))


def _propose(engines: Sequence[Engine], sentences: Iterable[_Seen]) -> None:
    for sentence in sentences:
        for engine in engines:
            sentence.candidates.extend(engine.propose(sentence.reading))


def _batches(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    batch: list[Document] = []
    for document in documents:
        batch.append(document)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _prepare(document: Document) -> _Prepared:
    """The readings of the sentences that can hold a claim."""
    published = parse_partial_date(document.published) if document.published else None
    mentions = find_mentions(document.text, published)
    discourse = Discourse()
    main = main_pair(mentions)
    readings = []
    length = position = 0
    for sentence in split_sentences(document.text):
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
        if len(named) > 1 or named & {*focus, *main}:
            readings.append(Reading(sentence, tuple(all_mentions), focus=focus, main=main))
    return _Prepared(document, published, length, tuple(_Seen(reading) for reading in readings))


def _after_document_precedence(claims: list[Claim]) -> list[Claim]:
    """Drop a claim where the document tells the same matter by a type that outranks it."""
    by_type: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_type[claim.type].append(claim)
    kept = [
        claim
        for claim in claims
        if not any(
            _tells_better(other, claim)
            for better in yields_to(claim.type, "document")
            for other in by_type[better]
        )
    ]
    return sorted(kept, key=lambda claim: (claim.start, claim.id))


def _tells_better(other: Claim, claim: Claim) -> bool:
    if not set(claim.actors) <= set(other.actors):
        return False
    statuses = vocabulary().statuses
    if statuses[other.status].standing != statuses[claim.status].standing:
        return False
    apart = other.when and claim.when and not other.when.overlaps(claim.when)
    return not apart and not _in_third_country(claim)


def _in_third_country(claim: Claim) -> bool:
    if claim.place is None:
        return False
    host = gazetteer().actor_of(claim.place)
    return host is not None and host not in claim.actors
