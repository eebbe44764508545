"""Rows of event tables for Neo4j, where each says in full what here follows from its table."""

import pyoxigraph as ox

from hedgerow.graph.claims_rdf import claim_quads
from hedgerow.graph.description import Description
from hedgerow.graph.rdf import local_id, prop
from hedgerow.graph.rows_rdf import read_row
from hedgerow.graph.tables import Table

_OWN = (prop("event_code"), prop("page"))


def told_in_full(quads: list[ox.Quad], table: Table | None) -> list[ox.Quad]:
    """What a graph says of a subject; of a row of a table, what follows from the table as well.

    Nothing of rows that wait: they are too many, and no edge rests on them.
    """
    if table is None:
        return quads
    found = Description(local_id(quads[0].subject), quads)
    if found.text("event_code") is None:
        return quads
    bucket = found.id("bucket")
    if bucket is None:
        return []
    whole = "".join(claim_quads(read_row(found, table), bucket))
    own = (quad for quad in quads if quad.predicate in _OWN)
    return [*ox.parse(whole, format=ox.RdfFormat.N_QUADS), *own]
