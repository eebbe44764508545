"""How the ontology's terms are named in Neo4j: labels, properties, types of relationships.

Everything is a closed list derived from the ontology and `model.yaml`, so that Cypher is put
together from our own words only and values reach it as parameters.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import yaml

from hedgerow.graph.neo4j.deriving import derive_class, derive_labels
from hedgerow.graph.neo4j.terms import Class, Edge
from hedgerow.ontology import turtle
from hedgerow.ontology.model import STANDINGS
from hedgerow.ontology.namespaces import RDFS_NS
from hedgerow.ontology.vocabulary import vocabulary

LABEL = "Hedgerow"
"""On every node of ours; a node without it is never read or touched."""
DOUBTFUL = (*(word for word in STANDINGS if word != "concluded"), "contested")
"""Standings of events that must not be drawn as facts."""
_DOMAIN = RDFS_NS + "domain"


@dataclass(frozen=True)
class Model:
    """The whole model. `classes` are by IRI; `told_by` gives the class that a property tells of.

    `wholes` are the properties by which each part names its whole, and so the parts can be counted.
    """

    classes: Mapping[str, Class]
    told_by: Mapping[str, Class]
    wholes: tuple[str, ...]
    indexes: tuple[tuple[str, str], ...]

    @cached_property
    def link_types(self) -> tuple[str, ...]:
        """The types of relationships that stand for statements of the store."""
        terms = (term for each in self.classes.values() for term in each.terms.values())
        return tuple(sorted({term.link.type for term in terms if term.link}))

    @cached_property
    def labels(self) -> frozenset[str]:
        """Every label beside `LABEL`."""
        return frozenset(label for each in self.classes.values() for label in each.labels)

    @cached_property
    def edges(self) -> dict[str, Edge]:
        """The derived edges by what the ids of their nodes begin with: `event`, `tie`."""
        return {each.labels[0].lower(): each.edge for each in self.classes.values() if each.edge}

    @cached_property
    def edge_types(self) -> tuple[str, ...]:
        """The types of derived relationships."""
        words = vocabulary()
        suffixes = {edge.named_by: edge.suffix for edge in self.edges.values()}
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
    labels = derive_labels(nodes, stated["nodes"])
    classes = {iri: derive_class(nodes, iri, labels, stated) for iri in labels}
    domains = {iri: node.get(_DOMAIN) for iri, node in nodes.items()}
    return Model(
        classes=classes,
        told_by={iri: classes[each] for iri, each in domains.items() if each in classes},
        wholes=tuple(iri for iri in domains if iri.endswith("Of") and domains[iri] in classes),
        indexes=tuple(tuple(each.split(".")) for each in stated["indexes"]),
    )
