"""The list of documents, newest first, and what a search leaves of it."""

from hedgerow.graph.catalogue import (
    days_of_documents,
    days_since,
    documents_naming,
    headings_of_documents,
    headings_since,
    imprint_of,
    number_of_claims,
)
from hedgerow.graph.snapshot import Snapshot
from hedgerow.queries.reading.following import Following
from hedgerow.queries.reading.kept import kept
from hedgerow.queries.review.standing import older_editions
from hedgerow.queries.words.phrases import shown_quote
from hedgerow.viz.explorer.asked import Page
from hedgerow.viz.explorer.documents.told import Gone, Heading, Shelf
from hedgerow.viz.plain import plain

FIRST_WORDS = 90
_DAYS = Following(days_of_documents, days_since)
_HEADINGS = Following(headings_of_documents, headings_since)


def shelf(snapshot: Snapshot, words: str, actor: str | None, page: Page) -> Shelf:
    """The documents with all of some words in title or publisher, and with claims on an actor."""
    every = _newest_first(snapshot)
    found = _holding(snapshot, every, words.casefold().split())
    if actor is not None:
        key = ("documents", actor)
        naming = kept(snapshot, key, lambda: documents_naming(snapshot, actor))
        found = tuple(each for each in found if each in naming)
    return Shelf(
        held=len(every),
        total=len(found),
        rows=tuple(
            heading(snapshot, each) for each in found[page.offset : page.offset + page.limit]
        ),
        withdrawn=tuple(
            Gone(one.document, plain(one.reason), plain(one.by), one.at)
            for one in snapshot.withdrawals()
        ),
    )


def heading(snapshot: Snapshot, document: str) -> Heading:
    """A document in a list."""
    told = imprint_of(snapshot, document)
    return Heading(
        id=document,
        title=plain(told.title) if told.title else first_words(snapshot.document(document).text),
        publisher=plain(told.publisher) if told.publisher else None,
        published=told.published,
        claims=number_of_claims(snapshot, document),
        superseded=document in older_editions(snapshot),
    )


def first_words(text: str) -> str:
    """The beginning of a text, or the note of a table's row, for one without a title."""
    told = shown_quote(text)
    start = plain(told[: 2 * FIRST_WORDS]).strip()
    return start if len(start) <= FIRST_WORDS else f"{start[: FIRST_WORDS - 1].rstrip()}…"


def _newest_first(snapshot: Snapshot) -> tuple[str, ...]:
    def ordered() -> tuple[str, ...]:
        days = _DAYS.of(snapshot)
        return tuple(sorted(sorted(days), key=days.__getitem__, reverse=True))

    return kept(snapshot, ("documents",), ordered)


def _holding(snapshot: Snapshot, every: tuple[str, ...], words: list[str]) -> tuple[str, ...]:
    if not words:
        return every
    told = _HEADINGS.of(snapshot)
    return tuple(each for each in every if _has(told[each], words))


def _has(told: str, words: list[str]) -> bool:
    folded = told.casefold()
    return all(word in folded for word in words)
