"""Handling marks of what comes in: an article's own, and that which the user gives to all."""

from dataclasses import replace

from hedgerow.errors import InputError, UsageError
from hedgerow.graph.records import Document
from hedgerow.ontology.gradings import entered_mark, handling


def stated_mark(text: str | None) -> str | None:
    """The mark that an article states of itself; one that cannot be kept keeps the article out.

    Raises:
        InputError: it cannot be a mark.
    """
    if not text or not text.strip():
        return None
    try:
        return entered_mark(text)
    except UsageError as error:
        raise InputError(str(error)) from None


def marked(document: Document, mark: str | None) -> Document:
    """A document each appearance of which carries a mark, or its own where that is stricter."""
    if mark is None:
        return document
    appearances = (
        replace(each, handling=handling().strictest(filter(None, (each.handling, mark))))
        for each in document.appearances
    )
    return Document(document.text, tuple(appearances))
