"""Rows of event tables as quads and back.

A row is a claim of at most 12 quads. What the rows of a table share stands once, at its document:
whose scheme codes them, and how surely. Its document, phase, basis of the date, engine, rule and
confidence follow from that, so a `Claim` is made of a row only where one is read.
"""

import datetime as dt
from collections.abc import Collection
from typing import NamedTuple
from urllib.parse import urlsplit

from hedgerow.graph.description import Description
from hedgerow.graph.documents_rdf import document_quads
from hedgerow.graph.parts_rdf import read_name, read_parties, read_type
from hedgerow.graph.rdf import NQuad, token
from hedgerow.graph.records import Claim, Imprint, Party
from hedgerow.graph.resolution.readings import DENIED, REPORTED
from hedgerow.graph.tables import Table
from hedgerow.graph.writing import GraphWriter
from hedgerow.ontology.vocabulary import TieType

PHASE = "begins"
BASIS = "stated"
"""A row tells that something came about on its day."""


class Coded(NamedTuple):
    """What one row tells, its type and actors aside; `code` is the table's own."""

    number: int
    status: str
    day: str
    code: str
    quote: str


def table_quads(table: Table, rows: int, span: Collection[str]) -> list[NQuad]:
    """The quads of a table's normalised document, which says how many rows it has, from when on.

    `span` has the first and last day of the rows; it is empty where there are none.
    """
    subject = token(table.document.id)
    writer = GraphWriter(subject)
    writer.value(subject, "scheme", table.scheme)
    writer.value(subject, "confidence", table.confidence)
    writer.value(subject, "rows", rows)
    for field, day in zip(("first_day", "last_day"), span, strict=False):
        writer.date(subject, field, dt.date.fromisoformat(day))
    return [*document_quads(table.document), *writer.quads]


def is_row(claim: Claim) -> bool:
    """Whether a claim is an event table's row: it quotes no words of its document's text."""
    return claim.start == claim.end


def row_claim(table: Table, tie_type: TieType, parties: tuple[Party, ...], coded: Coded) -> Claim:
    """The claim of a row; see `parties_of` for its parties."""
    is_indirect = coded.status in (REPORTED, DENIED)
    return Claim(
        document=table.document.id,
        type=tie_type.name,
        directed=tie_type.directed,
        parties=parties,
        status=coded.status,
        stage=tie_type.default_status if is_indirect else None,
        phase=PHASE,
        quote=coded.quote,
        start=coded.number,
        end=coded.number,
        date=coded.day,
        date_basis=BASIS,
        confidence=table.confidence,
        engine=table.scheme,
        rule=f"{table.scheme}/{coded.code}",
    )


def parties_of(tie_type: TieType, actors: tuple[str, str]) -> tuple[Party, ...]:
    """Two actors as parties of a type: the source first, equals by code."""
    ordered = actors if tie_type.directed else sorted(actors)
    return tuple(Party(*each) for each in zip(ordered, tie_type.roles, strict=True))


def read_row(found: Description, table: Table) -> Claim:
    """The claim of a row's description.

    Raises:
        StoreError: the node is no row's.
    """
    tie_type = read_type(found)
    coded = Coded(
        number=int(found.required("start")),
        status=read_name(found, "status"),
        day=found.required("earliest"),
        code=found.required("event_code"),
        quote=found.required("quote"),
    )
    return row_claim(table, tie_type, read_parties(found, tie_type.roles), coded)


def read_row_imprint(found: Description, table: Table) -> Imprint:
    """What a row says about itself: it tells of its own day, and its page's host speaks in it."""
    page = found.text("page")
    host = None if page is None else host_of(page)
    publisher = host or table.publisher
    address = page or table.document.source
    return Imprint(found.required("earliest"), publisher, publisher, None, address)


def host_of(page: str) -> str | None:
    """The host in an address, without `www.`; None where it has none."""
    try:
        host = urlsplit(page).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
