"""How the ontology's terms are named in Neo4j: labels, properties, types of relationships.

Everything is a closed list derived from the ontology and `model.yaml`, so that Cypher is put
together from our own words only and values reach it as parameters.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from hedgerow.ontology import turtle
from hedgerow.ontology.model import STANDINGS
from hedgerow.ontology.namespaces import HR_NS, OWL_NS, RDFS_NS
from hedgerow.ontology.turtle import Node
from hedgerow.ontology.vocabulary import vocabulary

LABEL = "Hedgerow"
"""On every node of ours; a node without it is never read or touched."""
DOUBTFUL = (*(word for word in STANDINGS if word != "concluded"), "contested")
"""Standings of events that must not be drawn as facts."""

Labels = Mapping[str, tuple[str, ...]]

_OBJECT_PROPERTY = OWL_NS + "ObjectProperty"
_FUNCTIONAL = OWL_NS + "FunctionalProperty"
_DOMAIN, _RANGE = RDFS_NS + "domain", RDFS_NS + "range"
_SUPERCLASS, _SUPERPROPERTY = RDFS_NS + "subClassOf", RDFS_NS + "subPropertyOf"
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Relationship:
    """What an IRI becomes: a relationship of a type, with a role where it is one of several."""

    type: str
    role: str | None


@dataclass(frozen=True, slots=True)
class Property:
    """What a literal or the IRI of a term becomes: a value, or a sorted list of them.

    `whole_ids`: IRIs are kept as ids such as `event/1a…`, not as what they name.
    """

    name: str
    many: bool
    whole_ids: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """How one RDF property is kept: IRIs as `link`, or as names under `property` without it."""

    link: Relationship | None
    property: Property


@dataclass(frozen=True, slots=True)
class Edge:
    """The derived relationships of one class: the property that names them, and what they carry."""

    named_by: str
    suffix: str
    properties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Class:
    """The nodes of one class: their labels, and how each RDF property (by IRI) is kept."""

    labels: tuple[str, ...]
    terms: Mapping[str, Term]
    edge: Edge | None


@dataclass(frozen=True, slots=True)
class Model:
    """The whole model. `classes` are by IRI; `told_by` gives the class that a property tells of.

    `wholes` are the properties by which each part names its whole, and so the parts can be counted.
    """

    classes: Mapping[str, Class]
    told_by: Mapping[str, Class]
    wholes: tuple[str, ...]
    indexes: tuple[tuple[str, str], ...]

    @property
    def link_types(self) -> tuple[str, ...]:
        """The types of relationships that stand for statements of the store."""
        terms = (term for each in self.classes.values() for term in each.terms.values())
        return tuple(sorted({term.link.type for term in terms if term.link}))

    @property
    def labels(self) -> tuple[str, ...]:
        """Every label beside `LABEL`."""
        return tuple(sorted({label for each in self.classes.values() for label in each.labels}))

    @property
    def edge_types(self) -> tuple[str, ...]:
        """The types of derived relationships."""
        words = vocabulary()
        suffixes = {
            each.edge.named_by: each.edge.suffix for each in self.classes.values() if each.edge
        }
        events = {name.upper() + suffixes["type"] for name in words.tie_types}
        ties = {name.upper() + suffixes["kind"] for name in words.kinds}
        return tuple(sorted(events | ties | {word.upper() for word in DOUBTFUL}))


def edge_type(edge: Edge, properties: Mapping[str, Any]) -> str:
    """The type of an event's or tie's derived relationships.

    An event that is not concluded goes by its standing, so that no plan looks like a fact.
    """
    standing = properties.get("standing")
    name = standing if standing in DOUBTFUL else properties[edge.named_by]
    return f"{name}{edge.suffix}".upper()


@cache
def model() -> Model:
    """The model of the installed ontology, read once."""
    stated = yaml.safe_load((files(__package__) / "model.yaml").read_text("utf-8"))
    nodes = turtle.read_nodes("classes.ttl", "vocabulary.ttl")
    labels = _labels(nodes, stated["nodes"])
    classes = {iri: _class(nodes, iri, labels, stated) for iri in labels}
    domains = {iri: node.get(_DOMAIN) for iri, node in nodes.items()}
    return Model(
        classes=classes,
        told_by={iri: classes[each] for iri, each in domains.items() if each in classes},
        wholes=tuple(iri for iri in domains if iri.endswith("Of") and domains[iri] in classes),
        indexes=tuple(tuple(each.split(".")) for each in stated["indexes"]),
    )


def upper_snake(local_name: str) -> str:
    """`appearanceOf` as a type of relationship: `APPEARANCE_OF`."""
    return _HUMP.sub("_", local_name).upper()


def _labels(nodes: Mapping[str, Node], named: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The labels of each class of nodes: its own and those above it."""
    labels: dict[str, tuple[str, ...]] = {turtle.hr(name): (name,) for name in named}
    for iri, node in nodes.items():
        above = [labels[each] for each in node.all(_SUPERCLASS) if each in labels]
        if above and not node.has_type(turtle.hr("TieType")):
            labels[iri] = (_local(iri), *above[0])
    return labels


def _class(nodes: Mapping[str, Node], iri: str, labels: Labels, stated: Mapping[str, Any]) -> Class:
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
