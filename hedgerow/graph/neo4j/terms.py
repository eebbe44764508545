"""How one term of the ontology is kept in Neo4j."""

from collections.abc import Mapping
from dataclasses import dataclass


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
