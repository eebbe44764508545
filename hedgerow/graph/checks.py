"""What documents and claims must be to enter the store."""

from collections.abc import Iterable
from dataclasses import replace

from hedgerow.errors import UsageError
from hedgerow.graph.documents_rdf import merge_appearances
from hedgerow.graph.records import Appearance, Claim, Document
from hedgerow.ontology.actors import actors as known_actors
from hedgerow.ontology.gradings import checked_mark
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary


def normalise_document(document: Document) -> Document:
    """The document with its appearances merged and in order, as it is read back.

    Raises:
        UsageError: it has no appearance, a publication date that is not EDTF, or a handling mark
            that cannot be one.
    """
    if not document.appearances:
        raise UsageError(f"{document.id} has no appearance; say where its text was read.")
    for published in filter(None, (each.published for each in document.appearances)):
        _check_date(document.id, published)
    for mark in filter(None, (each.handling for each in document.appearances)):
        checked_mark(mark)
    return Document(document.text, merge_appearances(document.appearances))


def with_appearances(stored: Document, more: Iterable[Appearance]) -> Document:
    """A stored document with the appearances of the same one met again.

    Raises:
        UsageError: one has a publication date that is not EDTF.
    """
    return normalise_document(Document(stored.text, (*stored.appearances, *more)))


def normalise_claims(document: Document, claims: Iterable[Claim]) -> list[Claim]:
    """A document's claims in the order and form in which they are read back, each id once.

    Of two readings of one claim the surer is kept.

    Raises:
        UsageError: a claim is of another document, misquotes it, or uses terms or dates that the
            ontology does not have.
    """
    surest: dict[str, Claim] = {}
    for claim in claims:
        _check_place(document, claim)
        _check_terms(claim)
        normal = _normalise(claim)
        known = surest.get(normal.id)
        if known is None or _preference(known) < _preference(normal):
            surest[normal.id] = normal
    return sorted(surest.values(), key=lambda claim: (claim.start, claim.id))


def _normalise(claim: Claim) -> Claim:
    fixed = 1 if claim.directed else 0
    others = sorted(claim.parties[fixed:], key=lambda party: party.id)
    normal = replace(
        claim,
        parties=(*claim.parties[:fixed], *others),
        flags=tuple(sorted(set(claim.flags))),
        attributes=dict(sorted(claim.attributes.items())),
    )
    return claim if normal == claim else normal  # one that is known has its id worked out already


def _preference(claim: Claim) -> tuple[float, str, str]:
    return (claim.confidence, claim.engine, repr(claim))


def _check_place(document: Document, claim: Claim) -> None:
    if claim.document != document.id:
        raise UsageError(f"{claim.id} is of {claim.document}; add it together with that document.")
    if not claim.quote:
        raise UsageError(f"{claim.id} quotes nothing; give the words that say so.")
    if claim.start < 0 or document.text[claim.start : claim.end] != claim.quote:
        raise UsageError(
            f"{claim.id} misquotes {document.source}; its quote must equal the text at its offsets."
        )


def _check_terms(claim: Claim) -> None:
    words = vocabulary()
    roles = words.tie_type(claim.type).roles
    directed = words.tie_type(claim.type).directed
    expected = [roles[0], *[roles[1]] * (len(claim.parties) - 1)]
    actors = set(claim.actors)
    if claim.directed != directed or [party.role for party in claim.parties] != expected:
        raise UsageError(
            f"{claim.id} has other roles than a {claim.type} has: {' and '.join(roles)}."
        )
    if len(actors) < 2 or len(actors) < len(claim.parties):
        raise UsageError(f"{claim.id} needs two different actors; leave it out or name them.")
    if unknown := [each for each in claim.actors if each not in known_actors()]:
        raise UsageError(f"{claim.id} names {unknown[0][:40]!r}, who is no actor; leave it out.")
    for status in filter(None, (claim.status, claim.stage)):
        words.status(status)
    for name in claim.attributes:
        words.attribute(name)
    _check_words(claim)


def _check_words(claim: Claim) -> None:
    words = vocabulary()
    if claim.phase not in words.phases:
        raise UsageError(f"{claim.id} has no phase; choose one of {', '.join(words.phases)}.")
    for date in filter(None, (claim.date, claim.date_end)):
        _check_date(claim.id, date)
    if not 0 <= claim.confidence <= 1:
        raise UsageError(f"{claim.id} is read with confidence {claim.confidence}; give 0 to 1.")


def _check_date(owner: str, date: str) -> None:
    try:
        parse_partial_date(date)
    except ValueError as error:
        raise UsageError(f"{owner} has {error}; give it in that form or leave it out.") from error
