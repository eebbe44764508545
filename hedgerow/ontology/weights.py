"""The default weights of the measures: those of tie types, and what `data/weights.ttl` adds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from hedgerow.ontology import turtle
from hedgerow.ontology.turtle import Node
from hedgerow.ontology.vocabulary import vocabulary

FILE = "weights.ttl"
WEIGHTS_NS = "https://w3id.org/hedgerow/weights#"
UNSTATED = "unstated"
"""Stands for the value of an attribute that no source tells."""

EdgeKind = Literal["event", "tie"]
Subject = tuple[EdgeKind, str]
"""A tie type of events, or a kind of ties, by name."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """A weight from -1 to 1 of a type or kind, or of those where `attribute` has `value`."""

    subject: Subject
    attribute: str | None
    value: str | None
    weight: float
    rationale: str
    source: str


@dataclass(frozen=True, slots=True)
class Cost:
    """Whether a type or kind is a costly signal."""

    subject: Subject
    costly: bool
    rationale: str
    source: str


@dataclass(frozen=True, slots=True)
class Decay:
    """Days in which an event loses half of its weight."""

    half_life: int
    rationale: str
    source: str


@dataclass(frozen=True, slots=True)
class AlliedFlag:
    """The kind of tie, attribute and value that make two actors allies."""

    kind: str
    attribute: str
    value: str


@dataclass(frozen=True, slots=True)
class OntologyWeights:
    """All defaults; `brokerage` names the types of events that are counted on their own."""

    weighings: tuple[Weighing, ...]
    costs: tuple[Cost, ...]
    decay: Decay
    allied: AlliedFlag
    brokerage: frozenset[str]


@cache
def ontology_weights() -> OntologyWeights:
    """The default weights of the installed ontology, read once."""
    nodes = tuple(turtle.read_nodes(FILE).values())
    decay, allied = _only(nodes, "Decay"), _only(nodes, "AlliedFlag")
    return OntologyWeights(
        weighings=(
            *_of_types(),
            *(one for node in _of_class(nodes, "Weighing") for one in _weighings(node)),
        ),
        costs=tuple(one for node in _of_class(nodes, "Cost") for one in _costs(node)),
        decay=Decay(int(decay.one(w("halfLife"))), *_reasons(decay)),
        allied=AlliedFlag(
            kind=_subjects()[allied.one(w("of"))][1],
            attribute=vocabulary().names[allied.one(w("attribute"))],
            value=allied.one(w("value")),
        ),
        brokerage=frozenset(
            _subjects()[iri][1]
            for node in _of_class(nodes, "Brokerage")
            for iri in node.all(w("of"))
        ),
    )


def w(local_name: str) -> str:
    """The full IRI of a term of the weights."""
    return WEIGHTS_NS + local_name


@cache
def _subjects() -> Mapping[str, Subject]:
    words = vocabulary()
    found: dict[str, Subject] = {tie.iri: ("event", tie.name) for tie in words.tie_types.values()}
    found.update({kind.iri: ("tie", kind.name) for kind in words.kinds.values()})
    return MappingProxyType(found)


def _of_types() -> Iterator[Weighing]:
    for tie in vocabulary().tie_types.values():
        subject: Subject = ("event", tie.name)
        yield Weighing(subject, None, None, tie.weight, tie.weight_rationale, tie.weight_source)


def _weighings(node: Node) -> Iterator[Weighing]:
    attribute = node.get(w("attribute"))
    name = None if attribute is None else vocabulary().names[attribute]
    weight = float(node.one(w("weight")))
    for iri in node.all(w("of")):
        for value in node.all(w("value")) or (None,):
            yield Weighing(_subjects()[iri], name, value, weight, *_reasons(node))


def _costs(node: Node) -> Iterator[Cost]:
    costly = node.one(w("costly")) == "true"
    return (Cost(_subjects()[iri], costly, *_reasons(node)) for iri in node.all(w("of")))


def _reasons(node: Node) -> tuple[str, str]:
    return node.one(w("rationale")), node.one(w("source"))


def _of_class(nodes: tuple[Node, ...], name: str) -> Iterator[Node]:
    return (node for node in nodes if node.has_type(w(name)))


def _only(nodes: tuple[Node, ...], name: str) -> Node:
    (node,) = _of_class(nodes, name)
    return node
