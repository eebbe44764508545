"""What the record codecs share: terms, a writer of N-Quads and a reader of descriptions."""

import datetime as dt
from collections.abc import Iterable
from functools import cache, lru_cache

import pyoxigraph as ox

from hedgerow.errors import StoreError
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
_TYPE, _LABEL = str(RDF_TYPE), str(RDFS_LABEL)
_LONG = 64
XSD_DATE_TIME = ox.NamedNode("http://www.w3.org/2001/XMLSchema#dateTime")


@lru_cache(maxsize=65536)
def node(local_id: str) -> ox.NamedNode:
    """The node of a local id such as `actor/VNM`."""
    return ox.NamedNode(to_iri(local_id))


@cache
def hr(local_name: str) -> ox.NamedNode:
    """The ontology's term of a local name such as `Claim`; AttributeError if it has none."""
    term: ox.NamedNode = getattr(HR, local_name)
    return term


@lru_cache(maxsize=65536)
def token(local_id: str) -> Token:
    """The node of a local id as N-Quads write it."""
    return str(ox.NamedNode(to_iri(local_id)))


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
def _day(value: dt.date) -> Token:
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


def local_id(term: object) -> str:
    """The local id of a node; the full IRI of one outside the base."""
    if not isinstance(term, ox.NamedNode):
        raise StoreError(f"{term} stands where a named node should; {MEND}")
    return from_iri(term.value)


class GraphWriter:
    """Collects the quads of one named graph; values that are None are left out."""

    __slots__ = ("_end", "quads")

    def __init__(self, graph: Token) -> None:
        self._end = f" {graph} .\n"
        self.quads: list[NQuad] = []

    def add(self, subject: Token, predicate: Token, value: Token) -> None:
        """Add a quad."""
        self.quads.append(f"{subject} {predicate} {value}{self._end}")

    def link(self, subject: Token, field: str, target: Token) -> None:
        """Add a quad whose object is a node."""
        self.quads.append(f"{subject} {prop_token(field)} {target}{self._end}")

    def links(self, subject: Token, field: str, local_ids: Iterable[str]) -> None:
        """Add a quad for each local id."""
        for each in local_ids:
            self.link(subject, field, token(each))

    def type(self, subject: Token, local_name: str) -> None:
        """Say which class of the ontology the subject belongs to."""
        self.add(subject, _TYPE, hr_token(local_name))

    def label(self, subject: Token, text: str) -> None:
        """Add an English label."""
        self.add(subject, _LABEL, str(ox.Literal(text, language="en")))

    def value(self, subject: Token, field: str, value: str | float | None) -> None:
        """Add a string, whole number or floating point number."""
        if value is not None:
            self.link(subject, field, literal(value))

    def date(self, subject: Token, field: str, value: dt.date | None) -> None:
        """Add a day as xsd:date."""
        if value is not None:
            self.link(subject, field, _day(value))


class Description:
    """What a graph says about one subject, read back by the field names of records."""

    __slots__ = ("_values", "subject")

    def __init__(self, subject: str, quads: Iterable[ox.Quad]) -> None:
        self.subject = subject
        self._values: dict[str, list[Term]] = {}
        for quad in quads:
            self._values.setdefault(quad.predicate.value, []).append(quad.object)

    def __bool__(self) -> bool:
        return bool(self._values)

    def all(self, predicate: ox.NamedNode) -> list[Term]:
        """Every value of a property, in no order."""
        return self._values.get(predicate.value, [])

    def texts(self, field: str) -> tuple[str, ...]:
        """The literals of a field, sorted."""
        return tuple(sorted(v.value for v in self.all(prop(field)) if isinstance(v, ox.Literal)))

    def text(self, field: str) -> str | None:
        """The literal of a field that has at most one, or None."""
        return next((v.value for v in self.all(prop(field)) if isinstance(v, ox.Literal)), None)

    def required(self, field: str) -> str:
        """The literal of a field that must be there.

        Raises:
            StoreError: it is not.
        """
        value = self.text(field)
        if value is None:
            raise StoreError(f"{self.subject} lacks {prop(field).value}; {MEND}")
        return value

    def label(self) -> str:
        """The label, or an empty string."""
        return next((v.value for v in self.all(RDFS_LABEL) if isinstance(v, ox.Literal)), "")

    def ids(self, field: str) -> tuple[str, ...]:
        """The local ids of the nodes of a field, sorted."""
        return tuple(sorted(local_id(v) for v in self.all(prop(field))))

    def required_id(self, field: str) -> str:
        """The local id of the node of a field that must be there; StoreError if it is not."""
        found = self.id(field)
        if found is None:
            raise StoreError(f"{self.subject} lacks {prop(field).value}; {MEND}")
        return found

    def id(self, field: str) -> str | None:
        """The local id of the node of a field that has at most one, or None."""
        return next((local_id(v) for v in self.all(prop(field))), None)
