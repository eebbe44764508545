"""Terms of the graph, as nodes to look for and as tokens to write."""

import datetime as dt
from functools import cache, lru_cache

import pyoxigraph as ox

from hedgerow.errors import StoreError, UsageError
from hedgerow.graph.ids import from_iri, to_iri
from hedgerow.ontology.namespaces import RDF_NS, RDFS_NS
from hedgerow.ontology.terms import HR

NQuad = str
"""One quad as a line of canonical N-Quads, which compares, hashes and loads faster than ox.Quad."""
Token = str
"""One term as N-Quads write it."""
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

MEND = "restore the store from a backup, or import an export of it."

RDF_TYPE = ox.NamedNode(RDF_NS + "type")
RDFS_LABEL = ox.NamedNode(RDFS_NS + "label")
XSD_DATE = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")
_LONG = 64
XSD_DATE_TIME = ox.NamedNode("http://www.w3.org/2001/XMLSchema#dateTime")


@lru_cache(maxsize=65536)
def node(local_id: str) -> ox.NamedNode:
    """The node of a local id such as `actor/VNM`; UsageError if it cannot be one."""
    try:
        return ox.NamedNode(to_iri(local_id))
    except ValueError as error:
        raise UsageError(f"{local_id!r} is no id; copy one from another answer.") from error


@cache
def hr(local_name: str) -> ox.NamedNode:
    """The ontology's term of a local name such as `Claim`; AttributeError if it has none."""
    term: ox.NamedNode = getattr(HR, local_name)
    return term


@lru_cache(maxsize=65536)
def token(local_id: str) -> Token:
    """The node of a local id as N-Quads write it."""
    return str(node(local_id))


@cache
def hr_token(local_name: str) -> Token:
    """The ontology's term of a local name as N-Quads write it."""
    return str(hr(local_name))


@cache
def prop_token(field: str) -> Token:
    """The property of a record's field as N-Quads write it."""
    return str(prop(field))


def literal(value: str | float) -> Token:
    """A value as N-Quads write it, escaped; long texts are not kept in memory."""
    if isinstance(value, str) and len(value) > _LONG:
        return str(ox.Literal(value))
    return _short_literal(value)


@lru_cache(maxsize=65536, typed=True)
def _short_literal(value: str | float) -> Token:
    return str(ox.Literal(value))


@lru_cache(maxsize=65536)
def day(value: dt.date) -> Token:
    """A day as N-Quads write it."""
    return str(ox.Literal(value.isoformat(), datatype=XSD_DATE))


@cache
def prop(field: str) -> ox.NamedNode:
    """The property of a record's field: `from_level` is kept under `hr:fromLevel`."""
    head, *rest = field.split("_")
    return hr(head + "".join(word.capitalize() for word in rest))


RESOLVED = node("graph/resolved")
ACTORS = node("graph/actors")
JUDGEMENTS = node("graph/judgements")
ONTOLOGY = node("graph/ontology")
LEDGER = node("graph/ledger")
SUMMARIES = node("graph/summaries")
COPIES = node("graph/copies")
APART = (LEDGER, SUMMARIES, COPIES)
"""Graphs that tell of the store and not of the world: hashes and Neo4j leave them out."""


def end_of_line(graph: ox.NamedNode) -> str:
    """How the quads of a graph end."""
    return f" {graph} .\n"


def local_id(term: object) -> str:
    """The local id of a node; the full IRI of one outside the base."""
    if not isinstance(term, ox.NamedNode):
        raise StoreError(f"{term} stands where a named node should; {MEND}")
    return from_iri(term.value)
