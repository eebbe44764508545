"""From a document's text to claims: sentences, actors, candidates of several engines, one vote.

The order of work: sentences and mentions for the whole document; a cheap look for trigger words
and actors decides which sentences are parsed; engines propose, votes are read for status, date
and details; what a better reading of the same document outranks is dropped.
"""

from collections.abc import Iterable, Iterator, Sequence

from hedgerow.graph.records import Claim, Document
from hedgerow.loaders.extraction.extractor import DEFAULT_ENGINES, Extractor

__all__ = ["DEFAULT_ENGINES", "Extractor", "extract_documents"]


def extract_documents(
    documents: Iterable[Document], *, engines: Sequence[str] = DEFAULT_ENGINES
) -> Iterator[tuple[Document, list[Claim]]]:
    """Each document with its claims, in order; `engines` names the engines that vote."""
    yield from Extractor(engines).extract_many(documents)
