"""Deriving the model from the ontology's classes and properties."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from hedgerow.graph.neo4j.terms import Class, Edge, Property, Relationship, Term
from hedgerow.ontology import turtle
from hedgerow.ontology.namespaces import HR_NS, OWL_NS, RDFS_NS
from hedgerow.ontology.turtle import Node

Labels = Mapping[str, tuple[str, ...]]

_OBJECT_PROPERTY = OWL_NS + "ObjectProperty"
_FUNCTIONAL = OWL_NS + "FunctionalProperty"
_DOMAIN, _RANGE = RDFS_NS + "domain", RDFS_NS + "range"
_SUPERCLASS, _SUPERPROPERTY = RDFS_NS + "subClassOf", RDFS_NS + "subPropertyOf"
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def upper_snake(local_name: str) -> str:
    """`appearanceOf` as a type of relationship: `APPEARANCE_OF`."""
    return _HUMP.sub("_", local_name).upper()


def derive_labels(nodes: Mapping[str, Node], named: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The labels of each class of nodes by IRI: its own and those above it."""
    labels: dict[str, tuple[str, ...]] = {turtle.hr(name): (name,) for name in named}
    for iri, node in nodes.items():
        above = [labels[each] for each in node.all(_SUPERCLASS) if each in labels]
        if above and not node.has_type(turtle.hr("TieType")):
            labels[iri] = (_local(iri), *above[0])
    return labels


def derive_class(
    nodes: Mapping[str, Node], iri: str, labels: Labels, stated: Mapping[str, Any]
) -> Class:
    """How the nodes of one class are kept."""
    above = {turtle.hr(label) for label in labels[iri]}
    terms = {turtle.LABEL: Term(None, Property("name", many=False))}
    for node in nodes.values():
        domain, name = node.get(_DOMAIN), _local(node.iri)
        own = {name, *(f"{label}.{name}" for label in labels[iri])}
        elsewhere = domain is not None and domain not in above
        if _is_property(node) and not elsewhere and not own & set(stated["left_out"]):
            is_id = bool(own & set(stated["ids"]))
            renamed = stated["renamed"].get(name, name)
            kept = Property(renamed, not node.has_type(_FUNCTIONAL), is_id)
            terms[node.iri] = Term(None if is_id else _link(nodes, node, labels), kept)
    edge = stated["edges"].get(_local(iri))
    return Class(labels[iri], terms, None if edge is None else _edge(**edge))


def _edge(named_by: str, properties: list[str], suffix: str = "") -> Edge:
    return Edge(named_by, suffix, tuple(properties))


def _is_property(node: Node) -> bool:
    return any(each.endswith("Property") for each in node.all(turtle.TYPE))


def _link(nodes: Mapping[str, Node], node: Node, labels: Labels) -> Relationship | None:
    """A relationship where the property leads to nodes, or to nodes and words alike."""
    ranges, name = node.all(_RANGE), _local(node.iri)
    is_mixed = not ranges and not node.has_type(_OBJECT_PROPERTY)
    if not is_mixed and not any(each in labels for each in ranges):
        return None
    above = [_local(each) for each in node.all(_SUPERPROPERTY) if each in nodes]
    return Relationship(upper_snake(above[0] if above else name), name if above else None)


def _local(iri: str) -> str:
    return iri.removeprefix(HR_NS)
