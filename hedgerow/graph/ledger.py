"""The ledger: when we came to know things, and what was withdrawn.

It is a graph of its own, left out of canonical exports and hashes, so that two stores that say the
same about the world are equal whenever they were loaded.
"""

import datetime as dt
import uuid
from dataclasses import dataclass

import pyoxigraph as ox

from hedgerow.graph.description import Description
from hedgerow.graph.documents_rdf import appearance_id
from hedgerow.graph.ids import content_id
from hedgerow.graph.rdf import LEDGER, XSD_DATE_TIME, NQuad, token
from hedgerow.graph.reading import describe, instances
from hedgerow.graph.records import Document
from hedgerow.graph.writing import GraphWriter

_STORE = "ledger/store"
_VERSION = {
    "fingerprint": "ontology_fingerprint",
    "hedgerow": "hedgerow_version",
    "ontology": "ontology_version",
}


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Why a document is no longer here: the reason, who took it out, and when (ISO 8601)."""

    document: str
    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Entry:
    """When a document was recorded (ISO 8601, UTC), and with which commit."""

    recorded: str
    sequence: int


@dataclass(frozen=True, slots=True)
class Version:
    """What a store was last resolved with: the versions of hedgerow and of its ontology, in words,
    and the fingerprint of the files of both. Early stores have the fingerprint alone.
    """

    fingerprint: str
    hedgerow: str | None = None
    ontology: str | None = None

    def __str__(self) -> str:
        if self.hedgerow is None:
            return "an early hedgerow"
        return f"hedgerow {self.hedgerow} with ontology {self.ontology}"


def now() -> str:
    """The present instant in UTC as the ledger writes it."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def entry_quads(document: str, entry: Entry) -> list[NQuad]:
    """The ledger's note that a document was recorded."""
    writer = GraphWriter(str(LEDGER))
    when = ox.Literal(entry.recorded, datatype=XSD_DATE_TIME)
    writer.link(token(document), "recorded", str(when))
    writer.value(token(document), "sequence", entry.sequence)
    return writer.quads


def retrieval_quads(document: Document) -> list[NQuad]:
    """When each appearance of a document was retrieved, where that is known."""
    writer = GraphWriter(str(LEDGER))
    for appearance in document.appearances:
        if appearance.retrieved is not None:
            place = token(appearance_id(document.id, appearance))
            writer.value(place, "retrieved", appearance.retrieved)
    return writer.quads


def withdrawal_quads(withdrawal: Withdrawal) -> list[NQuad]:
    """The ledger's note that a document was withdrawn."""
    subject = token(content_id("withdrawal", withdrawal.document))
    writer = GraphWriter(str(LEDGER))
    writer.type(subject, "Withdrawal")
    writer.link(subject, "withdrew", token(withdrawal.document))
    for field in ("reason", "by", "at"):
        writer.value(subject, field, getattr(withdrawal, field))
    return writer.quads


def version_quads(version: Version) -> list[NQuad]:
    """The version that the store was last resolved with."""
    writer = GraphWriter(str(LEDGER))
    for field, name in _VERSION.items():
        writer.value(token(_STORE), name, getattr(version, field))
    return writer.quads


def read_entry(database: ox.Store, document: str) -> Entry | None:
    """When a document was recorded, or None if it is not here."""
    found = describe(database, document, LEDGER)
    if not found:
        return None
    return Entry(found.required("recorded"), int(found.required("sequence")))


def read_withdrawals(database: ox.Store) -> list[Withdrawal]:
    """Every withdrawal, by document."""
    found = [describe(database, each, LEDGER) for each in instances(database, "Withdrawal", LEDGER)]
    return sorted(map(read_withdrawal, found), key=lambda each: each.document)


def read_fingerprint(database: ox.Store) -> str | None:
    """The fingerprint of the ontology that the store was last resolved with; None if new."""
    return describe(database, _STORE, LEDGER).text("ontology_fingerprint")


def read_version(database: ox.Store) -> Version | None:
    """The version that the store was last resolved with; None if new."""
    found = describe(database, _STORE, LEDGER)
    told = {field: found.text(name) for field, name in _VERSION.items()}
    fingerprint = told.pop("fingerprint")
    return None if fingerprint is None else Version(fingerprint, **told)


def new_identity_quads() -> list[NQuad]:
    """An id for a new store."""
    writer = GraphWriter(str(LEDGER))
    writer.value(token(_STORE), "store_id", str(uuid.uuid4()))
    return writer.quads


def read_identity(database: ox.Store) -> str:
    """The store's own id, by which others tell it from its copies; StoreError if it has none."""
    return describe(database, _STORE, LEDGER).required("store_id")


def read_withdrawal(found: Description) -> Withdrawal:
    """The withdrawal of its node's description; StoreError if it was not written as one."""
    return Withdrawal(
        document=found.required_id("withdrew"),
        reason=found.required("reason"),
        by=found.required("by"),
        at=found.required("at"),
    )
