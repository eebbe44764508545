"""The extractor: engines by name, parsing only what can hold a claim, batches across documents."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hedgerow.graph.records import Claim, Document
from hedgerow.graph.streams import batched
from hedgerow.loaders.extraction.candidates import Engine
from hedgerow.loaders.extraction.confidence import Calibration
from hedgerow.loaders.extraction.confidence import calibration as default_calibration
from hedgerow.loaders.extraction.engines import make_engine
from hedgerow.loaders.extraction.explain import Explanation, explain
from hedgerow.loaders.extraction.parser import parse
from hedgerow.loaders.extraction.precedence import after_precedence
from hedgerow.loaders.extraction.prepared import Prepared, Seen, prepare
from hedgerow.loaders.extraction.reading import read_claim
from hedgerow.loaders.extraction.undone import undone_later
from hedgerow.loaders.extraction.voting import vote

DEFAULT_ENGINES = ("dependency", "learned", "patterns")
DOCUMENTS_AT_ONCE = 32


class Extractor:
    """Reads documents with the named engines.

    `engines` are those that vote. `sentences` counts those seen, `parsed` those that were worth a
    parse. `explanations` says by claim id how each was read, if the extractor is `explaining`.
    """

    def __init__(
        self,
        engines: Sequence[str] = DEFAULT_ENGINES,
        calibration: Calibration | None = None,
        *,
        explaining: bool = False,
    ) -> None:
        self._calibration = default_calibration() if calibration is None else calibration
        self.engines = tuple(make_engine(name) for name in dict.fromkeys(engines))
        self.sentences = self.parsed = 0
        self.explanations: dict[str, Explanation] | None = {} if explaining else None
        self._of_words = [engine for engine in self.engines if not engine.parses]
        self._of_parses = [engine for engine in self.engines if engine.parses]

    def extract(self, document: Document) -> list[Claim]:
        """The claims of one document, ordered by their place in it."""
        return next(iter(self.extract_many([document])))[1]

    def extract_many(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Claim]]]:
        """Each document with its claims; sentences are parsed in batches across documents."""
        for batch in batched(documents, DOCUMENTS_AT_ONCE):
            prepared = [prepare(document) for document in batch]
            self.sentences += sum(item.length for item in prepared)
            seen = [sentence for item in prepared for sentence in item.sentences]
            _propose(self._of_words, seen)
            self._parse(seen)
            _propose(self._of_parses, seen)
            for item in prepared:
                yield item.document, self._claims(item)

    def _parse(self, sentences: Iterable[Seen]) -> None:
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

    def _claims(self, item: Prepared) -> list[Claim]:
        claims: dict[str, Claim] = {}
        for sentence in item.sentences:
            votes = vote(sentence.candidates, self._calibration)
            undone = (undone_later(chosen, sentence.reading) for chosen in votes)
            for chosen in [*votes, *filter(None, undone)]:
                read = read_claim(chosen, sentence.reading, item.document, item.published)
                if read is None:
                    continue
                claims.setdefault(read.claim.id, read.claim)
                if self.explanations is not None:
                    told = explain(chosen, sentence.reading, read.claim, read.when)
                    self.explanations.setdefault(read.claim.id, told)
        return after_precedence(list(claims.values()))


def _propose(engines: Sequence[Engine], sentences: Iterable[Seen]) -> None:
    for sentence in sentences:
        for engine in engines:
            sentence.candidates.extend(engine.propose(sentence.reading))
