"""From sources to documents with their claims, in one stream."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from hedgerow.graph.records import Claim, Document
from hedgerow.loaders.genre import genre_of
from hedgerow.loaders.language import ENGLISH
from hedgerow.loaders.records import Coded, Item, Skipped

Extract = Callable[[Iterable[Document]], Iterator[tuple[Document, list[Claim]]]]


def code_documents(
    items: Iterable[Item],
    *,
    extract: Extract | None = None,
    is_known: Callable[[str], bool] = lambda _: False,
) -> Iterator[Coded | Skipped]:
    """Each document with its claims, and what was skipped.

    Articles in English go through `extract` (the default engines unless given). Documents that
    state their claims keep them. Articles in other languages, those that declare themselves satire
    or fiction, and those whose id `is_known`, come back without claims. The extractor reads ahead,
    so these may come before earlier English ones.
    """
    aside: deque[Coded | Skipped] = deque()

    def articles() -> Iterator[Document]:
        for item in items:
            if not isinstance(item, Document):
                aside.append(item)
            elif not is_english(item) or is_known(item.id):
                aside.append(Coded(item, ()))
            elif genre := genre_of(item):
                aside.append(Coded(item, (), genre))
            else:
                yield item

    for document, claims in (extract or _default_engines)(articles()):
        while aside:
            yield aside.popleft()
        yield Coded(document, tuple(claims))
    yield from aside


def is_english(document: Document) -> bool:
    """Whether our rules can read it."""
    return language(document) == ENGLISH


def language(document: Document) -> str:
    """The ISO 639-1 code of the document's language; English where nothing says otherwise."""
    return next((each.language for each in document.appearances if each.language), ENGLISH)


def _default_engines(documents: Iterable[Document]) -> Iterator[tuple[Document, list[Claim]]]:
    """The extractor, imported when it is needed: its parser takes a second to load."""
    from hedgerow.loaders.extraction import extract_documents  # noqa: PLC0415

    return extract_documents(documents)
