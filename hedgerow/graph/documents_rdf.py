"""Documents as quads and back: the document's node and one node an appearance."""

from collections.abc import Iterable, Mapping

from hedgerow.graph.description import Description
from hedgerow.graph.ids import content_id
from hedgerow.graph.rdf import NQuad, token
from hedgerow.graph.records import Appearance, Document
from hedgerow.graph.writing import GraphWriter
from hedgerow.ontology.partial_date import parse_partial_date

_STATED = ("published", "url", "title", "publisher", "language", "external_id")
_FIELDS = ("published", "url", "source", "title", "publisher", "language", "external_id")


def appearance_id(document: str, appearance: Appearance) -> str:
    """`<document>/appearance/<hash>` of where and as what it appeared, not of when we saw it."""
    return f"{document}/{content_id('appearance', _identity(appearance))}"


def merge_appearances(appearances: Iterable[Appearance]) -> tuple[Appearance, ...]:
    """Each appearance once with its latest retrieval, in an order that depends on nothing else."""
    merged: dict[tuple[str | None, ...], Appearance] = {}
    for appearance in appearances:
        key = _identity(appearance)
        known = merged.get(key)
        if known is None or (known.retrieved or "") < (appearance.retrieved or ""):
            merged[key] = appearance
    return tuple(sorted(merged.values(), key=_order) if len(merged) > 1 else merged.values())


def document_quads(document: Document, supersedes: Iterable[str] = ()) -> list[NQuad]:
    """The quads of a normalised document in its own graph, its claims excepted."""
    subject = token(document.id)
    writer = GraphWriter(subject)
    writer.type(subject, "Document")
    writer.value(subject, "text", document.text)
    for field in _STATED:
        writer.value(subject, field, _first(document, field))
    if document.published is not None:
        earliest = parse_partial_date(document.published).earliest
        writer.date(subject, "published_earliest", earliest)
    writer.links(subject, "supersedes", supersedes)
    for appearance in document.appearances:
        place = token(appearance_id(document.id, appearance))
        writer.link(place, "appearance_of", subject)
        writer.value(place, "path", appearance.source)
        for field in (*_STATED, "handling"):
            writer.value(place, field, getattr(appearance, field))
    return writer.quads


def read_document(
    document: Description, appearances: Iterable[Description], retrieved: Mapping[str, str]
) -> Document:
    """The document of its node's and its appearances' descriptions.

    `retrieved` gives the time of retrieval by appearance id, from the ledger.
    """
    text = document.required("text")
    identity = Document(text, ()).id
    found = (_read_appearance(identity, each, retrieved) for each in appearances)
    return Document(text, tuple(sorted(found, key=_order)))


def _read_appearance(
    document: str, description: Description, retrieved: Mapping[str, str]
) -> Appearance:
    stated = {field: description.text(field) for field in (*_STATED, "handling")}
    appearance = Appearance(source=description.required("path"), **stated)
    when = retrieved.get(appearance_id(document, appearance))
    return appearance if when is None else Appearance(appearance.source, **stated, retrieved=when)


def _first(document: Document, field: str) -> str | None:
    if field == "published":
        return document.published
    return next((v for each in document.appearances if (v := getattr(each, field))), None)


def _identity(appearance: Appearance) -> tuple[str | None, ...]:
    told = tuple(getattr(appearance, field) for field in _FIELDS)
    return told if appearance.handling is None else (*told, appearance.handling)


def _order(appearance: Appearance) -> tuple[tuple[bool, str], ...]:
    return tuple((value is None, value or "") for value in _identity(appearance))
