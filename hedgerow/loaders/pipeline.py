"""From sources to documents with their claims, in one stream."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from hedgerow.graph.records import Claim, Document
from hedgerow.loaders.date_checks import with_date_flags
from hedgerow.loaders.detours import with_detour
from hedgerow.loaders.failures import carefully
from hedgerow.loaders.genre import genre_of
from hedgerow.loaders.language import ENGLISH
from hedgerow.loaders.records import Coded, Finished, InBulk, Item, Skipped, WebPage, Whole

Read: TypeAlias = tuple[Document, list[Claim]] | Skipped
"""A document with its claims, or why it could not be read."""
Extract: TypeAlias = Callable[[Iterable[Document]], Iterator[Read]]
"""Reads documents, in order; one `Read` for each."""
Clean: TypeAlias = Callable[[Iterable[WebPage]], Iterator[Document | Skipped]]
"""Finds the articles in pages, in order; one result for each."""
Result: TypeAlias = Coded | Skipped | Finished | InBulk


def code_documents(
    items: Iterable[Item],
    *,
    extract: Extract | None = None,
    clean: Clean | None = None,
    is_known: Callable[[str], bool] = lambda _: False,
) -> Iterator[Result]:
    """Each document with its claims, and whatever else there is, in the order of the items.

    Pages go through `clean`, articles in English through `extract` (here, with the default engines,
    unless given). Documents that state their claims keep them. Articles in other languages, those
    that declare themselves satire or fiction, and those whose id `is_known`, come back without
    claims.
    """
    whole: Iterator[Whole] = with_detour(items, WebPage, clean or _cleaned_here)
    prepared = (_without_claims(item, is_known) for item in whole)
    read: Iterator[Read | Result] = with_detour(prepared, Document, extract or _default_engines)
    for found in read:
        if isinstance(found, tuple):
            document, claims = found
            yield Coded(document, tuple(with_date_flags(document, claims)))
        else:
            yield found


def _cleaned_here(pages: Iterable[WebPage]) -> Iterator[Document | Skipped]:
    return (page.read() for page in pages)


def _without_claims(item: Whole, is_known: Callable[[str], bool]) -> Whole:
    """The item, or what becomes of an article that no extractor need see."""
    if not isinstance(item, Document):
        return item
    if not is_english(item) or is_known(item.id):
        return Coded(item, ())
    genre = genre_of(item)
    return Coded(item, (), genre) if genre else item


def is_english(document: Document) -> bool:
    """Whether our rules can read it."""
    return language(document) == ENGLISH


def language(document: Document) -> str:
    """The ISO 639-1 code of the document's language; English where nothing says otherwise."""
    return next((each.language for each in document.appearances if each.language), ENGLISH)


def _default_engines(documents: Iterable[Document]) -> Iterator[Read]:
    """The extractor, imported when it is needed: its parser takes a second to load."""
    from hedgerow.loaders.extraction import Extractor  # noqa: PLC0415

    return carefully(Extractor().extract_many, documents)
