"""From the store's quads to nodes of Neo4j, each with the relationships that go out from it.

A node here stands for one subject of the store: it is written, compared and deleted as a whole.
"""

import datetime as dt
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import pyoxigraph as ox

from hedgerow.errors import StoreError
from hedgerow.graph.ids import from_iri, pairs_of
from hedgerow.graph.neo4j.model import edge_type, model
from hedgerow.graph.neo4j.rows import told_in_full
from hedgerow.graph.neo4j.terms import Class, Property
from hedgerow.graph.rdf import APART, MEND, ONTOLOGY, RDF_TYPE, XSD_DATE, local_id, node, prop
from hedgerow.graph.reading import find_table
from hedgerow.graph.rows_reading import tables_in
from hedgerow.graph.snapshot import present
from hedgerow.ontology.vocabulary import vocabulary

Value = str | int | float | dt.date | list[str]
Properties = dict[str, Value]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_NOT_SYNCED = {*APART, ONTOLOGY}
_ROW = prop("event_code")
_READERS: Mapping[str, Callable[[str], Value]] = {
    XSD_DATE.value: dt.date.fromisoformat,
    _XSD + "integer": int,
    _XSD + "double": float,
}


class Link(NamedTuple):
    """A relationship to another node, by the other's id; `role` is empty where it has none."""

    type: str
    target: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class DerivedEdge:
    """A derived relationship between two actors, by their ids."""

    type: str
    start: str
    end: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class Node:
    """One subject: its labels, properties (`id` among them), links out, and derived edges."""

    id: str
    labels: tuple[str, ...]
    properties: Properties
    links: tuple[Link, ...]
    edges: tuple[DerivedEdge, ...]


def all_nodes(database: ox.Store, *, on_disk: bool) -> Generator[Node]:
    """Every node, graph by graph.

    On disk a graph's quads come subject by subject, since the database's index there is by graph
    and subject; a test holds it to that. In memory they come as they were added, and are sorted.
    """
    tables = {*tables_in(database)}
    for graph in database.named_graphs():
        if graph not in _NOT_SYNCED:
            table = find_table(database, local_id(graph)) if local_id(graph) in tables else None
            quads: Iterable[ox.Quad] = database.quads_for_pattern(None, None, None, graph)
            if not on_disk:
                quads = sorted(quads, key=lambda quad: str(quad.subject))
            for subject, told in groupby(quads, key=lambda quad: quad.subject):
                whole = told_in_full(list(told), table)
                if whole:
                    yield project(local_id(subject), whole)


def find_node(database: ox.Store, subject: str) -> Node | None:
    """The node of a local id, or None where the store says nothing on it, or a row waits."""
    quads = database.quads_for_pattern(node(subject), None, None, None)
    told = [quad for quad in quads if quad.graph_name not in _NOT_SYNCED]
    if any(quad.predicate == _ROW for quad in told):
        table = present(find_table(database, local_id(told[0].graph_name)), subject)
        told = told_in_full(told, table)
    return project(subject, told) if told else None


def project(subject: str, quads: Iterable[ox.Quad]) -> Node:
    """The node of all that is said about one subject.

    Raises:
        StoreError: nothing tells of which class it is.
    """
    told = [(quad.predicate.value, quad.object) for quad in quads]
    of = _class(subject, told)
    single: Properties = {"id": subject}
    many: dict[str, list[str]] = {}
    links: set[Link] = set()
    for predicate, value in told:
        term = of.terms.get(predicate)
        if term is None:
            continue
        if isinstance(value, ox.NamedNode) and term.link is not None:
            links.add(Link(term.link.type, from_iri(value.value), term.link.role or ""))
        elif term.property.many:
            many.setdefault(term.property.name, []).append(str(_value(value, term.property)))
        else:
            single[term.property.name] = _value(value, term.property)
    properties = single | {name: sorted(values) for name, values in many.items()}
    kept = _without_repeats(links)
    return Node(subject, of.labels, properties, kept, _edges(of, properties, kept))


def _class(subject: str, told: Sequence[tuple[str, object]]) -> Class:
    """By its type; a part has none, but properties that only its class has."""
    classes = model()
    for predicate, value in told:
        if predicate == RDF_TYPE.value and isinstance(value, ox.NamedNode):
            return classes.classes[value.value]
    for predicate, _ in told:
        if predicate in classes.told_by:
            return classes.told_by[predicate]
    raise StoreError(f"Nothing says what {subject} is; {MEND}")


def _value(term: object, kept: Property) -> Value:
    """A literal as a value of its type; the IRI of a term by its name: `signed`, `USA-VNM`."""
    if isinstance(term, ox.Literal):
        return _READERS.get(term.datatype.value, str)(term.value)
    if not isinstance(term, ox.NamedNode):
        raise StoreError(f"{term} stands where a literal or named node should; {MEND}")
    if kept.whole_ids:
        return from_iri(term.value)
    name = vocabulary().names.get(term.value)
    return from_iri(term.value).partition("/")[2] if name is None else name


def _without_repeats(links: set[Link]) -> tuple[Link, ...]:
    """The links in order, those without a role only where none with a role says the same."""
    repeated = {Link(link.type, link.target) for link in links if link.role}
    return tuple(sorted(links - repeated))


def _edges(of: Class, properties: Properties, links: Iterable[Link]) -> tuple[DerivedEdge, ...]:
    if of.edge is None:
        return ()
    actors = [link for link in links if link.type == "ACTOR"]
    source = [link.target for link in actors if link.role == "source"]
    others = [link.target for link in actors if link.role != "source"]
    kept = {name: properties[name] for name in of.edge.properties if name in properties}
    kept |= {"id": properties["id"], "symmetric": not source}
    type_ = edge_type(of.edge, properties)
    pairs = pairs_of([*source, *others], directed=bool(source))
    return tuple(DerivedEdge(type_, start, end, kept) for start, end in pairs)
