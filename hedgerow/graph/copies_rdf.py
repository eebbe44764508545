"""Copies as quads: the bands by which they are found, and which one stands for all.

Bands stand in a graph of their own, which exports, hashes and Neo4j leave out. The one that stands
for all is named in the graph of each other.
"""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from hedgerow.graph import copies_bands, copies_text
from hedgerow.graph.copies_bands import Bands
from hedgerow.graph.rdf import COPIES, RDF_TYPE, NQuad, hr, local_id, node, prop, token
from hedgerow.graph.writing import GraphWriter

_LAYOUT = str(
    [
        *(copies_text.LEAST_WORDS, copies_text.MOST_WORDS, copies_text.IN_A_ROW),
        *(copies_text.SHARED, copies_text.CUT, copies_text.HEAD, copies_text.FIGURES),
        *(copies_bands.BEGINNING, copies_bands.BANDS, copies_bands.MINIMA, copies_bands.SEED),
    ]
)
_WHOLE = "graph/copies"


def layout_quads() -> list[NQuad]:
    """That copies were looked for with the limits of this version."""
    writer = GraphWriter(str(COPIES))
    writer.value(token(_WHOLE), "band", _LAYOUT)
    return writer.quads


def has_bands(database: ox.Store) -> bool:
    """Whether every document that may be a copy has its bands, by the limits of this version."""
    return ox.Quad(node(_WHOLE), prop("band"), ox.Literal(_LAYOUT), COPIES) in database


def band_quads(document: str, bands: Iterable[int]) -> list[NQuad]:
    """The bands of a document."""
    writer = GraphWriter(str(COPIES))
    for band in bands:
        writer.value(token(document), "band", band)
    return writer.quads


def stored_bands(database: ox.Store, document: str) -> Bands:
    """The bands that a document has here."""
    quads = database.quads_for_pattern(node(document), prop("band"), None, COPIES)
    return tuple(int(quad.object.value) for quad in quads if isinstance(quad.object, ox.Literal))


def documents_with(database: ox.Store, band: int) -> Iterator[str]:
    """The documents that have a band."""
    for quad in database.quads_for_pattern(None, prop("band"), ox.Literal(band), COPIES):
        yield local_id(quad.subject)


def copy_quads(document: str, original: str | None) -> list[NQuad]:
    """That a document is a copy of another, the one that stands for all; nothing if None."""
    writer = GraphWriter(token(document))
    writer.links(token(document), "copy_of", filter(None, (original,)))
    return writer.quads


def stored_original(database: ox.Store, document: str) -> str | None:
    """The document that stands for a document and all its copies; None where it is itself."""
    place = node(document)
    quads = database.quads_for_pattern(place, prop("copy_of"), None, place)
    return next((local_id(quad.object) for quad in quads), None)


def with_copies_of(database: ox.Store, document: str) -> set[str]:
    """The documents of one wording, by the one that stands for them; itself among them."""
    quads = database.quads_for_pattern(None, prop("copy_of"), node(document), None)
    return {document, *(local_id(quad.subject) for quad in quads)}


def copies_here(database: ox.Store) -> set[str]:
    """Every document that another stands for."""
    quads = database.quads_for_pattern(None, prop("copy_of"), None, None)
    return {local_id(quad.subject) for quad in quads}


def texts_of_claims(database: ox.Store) -> Iterator[tuple[str, str]]:
    """Every document that makes claims, with its text; event tables are none."""
    for quad in database.quads_for_pattern(None, RDF_TYPE, hr("Document"), None):
        place = quad.graph_name
        claims = database.quads_for_pattern(None, prop("document"), quad.subject, place)
        if next(claims, None) is not None:
            yield local_id(quad.subject), text_of(database, local_id(quad.subject))


def text_of(database: ox.Store, document: str) -> str:
    """The text of a document that is here."""
    place = node(document)
    quads = database.quads_for_pattern(place, prop("text"), None, place)
    return next(quad.object.value for quad in quads if isinstance(quad.object, ox.Literal))
