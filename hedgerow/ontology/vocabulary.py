"""The vocabulary as Python sees it: tie types, tie kinds, statuses, phases and attributes.

Nothing is listed here; everything is read from `data/tie_types.ttl` and `data/vocabulary.ttl`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import TypeVar

from hedgerow.errors import UsageError
from hedgerow.ontology import turtle
from hedgerow.ontology.model import (
    EFFECTS,
    STANDINGS,
    Attribute,
    Effect,
    Status,
    TieKind,
    TieType,
)
from hedgerow.ontology.turtle import Node, hr

__all__ = ["Attribute", "Status", "TieKind", "TieType", "Vocabulary", "vocabulary"]

T = TypeVar("T")
Named = TypeVar("Named", Attribute, Status, TieKind, TieType)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every term of the ontology that a claim can use; mappings are by snake_case name."""

    tie_types: Mapping[str, TieType]
    kinds: Mapping[str, TieKind]
    statuses: Mapping[str, Status]
    phases: tuple[str, ...]
    precisions: tuple[str, ...]
    date_bases: tuple[str, ...]
    attributes: Mapping[str, Attribute]
    names: Mapping[str, str]
    """The name behind the IRI of a tie type, kind, status, phase or attribute."""

    def tie_type(self, name: str) -> TieType:
        """A tie type by its name; UsageError with a near match if there is none."""
        return _look_up(self.tie_types, name, "type of tie")

    def kind(self, name: str) -> TieKind:
        """A tie kind by its name; UsageError with a near match if there is none."""
        return _look_up(self.kinds, name, "kind of tie")

    def status(self, name: str) -> Status:
        """A status by its name; UsageError with a near match if there is none."""
        return _look_up(self.statuses, name, "status")

    def attribute(self, name: str) -> Attribute:
        """An attribute by its name; UsageError with a near match if there is none."""
        return _look_up(self.attributes, name, "attribute")

    def is_concluded(self, status: str) -> bool:
        """Whether a status says that the matter is settled, not hoped for or undone."""
        return self.status(status).standing == "concluded"

    def is_prospective(self, status: str) -> bool:
        """Whether a status says that the matter may yet come about."""
        return self.status(status).standing == "prospective"

    def is_stopped(self, status: str) -> bool:
        """Whether a status says that the matter was halted, called off or ended.

        Such a status ranks after the concluded ones, which it undoes; a denial undoes nothing.
        """
        found = self.status(status)
        done = max(each.rank for each in self.statuses.values() if each.standing == "concluded")
        return found.standing == "negative" and found.rank > done

    @property
    def stopped(self) -> tuple[str, ...]:
        """The statuses of what was halted, called off or ended, in their order."""
        return tuple(filter(self.is_stopped, self.statuses))


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the installed ontology, read once."""
    nodes = turtle.read_nodes("tie_types.ttl", "vocabulary.ttl")
    names = {iri: name for iri, node in nodes.items() if (name := node.get(turtle.NOTATION))}
    types = _by_name(_tie_type(node, names) for node in _of_class(nodes, "TieType"))
    families = {tie.kind: tie.family for tie in types.values() if tie.kind is not None}
    return Vocabulary(
        tie_types=types,
        kinds=_by_name(_kind(node, names, families) for node in _of_class(nodes, "TieKind")),
        statuses=_by_name(_status(node) for node in _of_class(nodes, "Status")),
        phases=_ordered(nodes, "Phase"),
        precisions=_ordered(nodes, "Precision"),
        date_bases=_ordered(nodes, "DateBasis"),
        attributes=_by_name(_attribute(node) for node in _of_class(nodes, "Attribute")),
        names=MappingProxyType(names),
    )


def _tie_type(node: Node, names: Mapping[str, str]) -> TieType:
    effect, kind = _effect(node, names)
    horizon = node.get(hr("horizon"))
    discriminator = node.get(hr("discriminator"))
    return TieType(
        name=node.one(turtle.NOTATION),
        iri=node.iri,
        label=node.one(turtle.LABEL),
        definition=node.one(turtle.DEFINITION),
        scope_note=node.one(turtle.SCOPE_NOTE),
        directed=node.one(hr("directed")) == "true",
        roles=(node.one(hr("sourceRole")), node.one(hr("otherRole"))),
        interval=node.one(hr("temporal")) == hr("interval"),
        family=node.one(hr("family")),
        kind=kind,
        effect=effect,
        window=int(node.one(hr("window"))),
        horizon=None if horizon is None else int(horizon),
        attributes=tuple(names[iri] for iri in node.all(hr("attribute"))),
        discriminator=None if discriminator is None else names[discriminator],
        default_status=names[node.one(hr("defaultStatus"))],
        sign=int(node.one(hr("sign"))),
        weight=float(node.one(hr("weight"))),
        weight_rationale=node.one(hr("weightRationale")),
        weight_source=node.one(hr("weightSource")),
        cameo=node.all(hr("cameo")),
        plover=node.all(hr("plover")),
    )


def _effect(node: Node, names: Mapping[str, str]) -> tuple[Effect | None, str | None]:
    for effect in EFFECTS:
        kind = node.get(hr(f"{effect}Tie"))
        if kind is not None:
            return effect, names[kind]
    return None, None


def _kind(node: Node, names: Mapping[str, str], families: Mapping[str, str]) -> TieKind:
    name = node.one(turtle.NOTATION)
    held_from = names[node.one(hr("heldFrom"))]
    return TieKind(name, node.iri, node.one(turtle.LABEL), held_from, families[name])


def _status(node: Node) -> Status:
    standing = next(word for word in STANDINGS if word == node.one(hr("standing")))
    rank = int(node.one(hr("rank")))
    return Status(node.one(turtle.NOTATION), node.iri, node.one(turtle.LABEL), standing, rank)


def _attribute(node: Node) -> Attribute:
    return Attribute(
        name=node.one(turtle.NOTATION),
        iri=node.iri,
        label=node.one(turtle.LABEL),
        datatype=node.one(turtle.RANGE),
        core=node.one(hr("core")) == "true",
        values=node.all(hr("suggestedValue")),
    )


def _of_class(nodes: Mapping[str, Node], local_name: str) -> list[Node]:
    return [node for node in nodes.values() if node.has_type(hr(local_name))]


def _ordered(nodes: Mapping[str, Node], local_name: str) -> tuple[str, ...]:
    found = sorted(_of_class(nodes, local_name), key=lambda node: int(node.one(hr("position"))))
    return tuple(node.one(turtle.NOTATION) for node in found)


def _by_name(items: Iterable[Named]) -> Mapping[str, Named]:
    return MappingProxyType({item.name: item for item in items})


def _look_up(table: Mapping[str, T], name: str, what: str) -> T:
    found = table.get(name)
    if found is not None:
        return found
    near = get_close_matches(name, table, n=1)
    hint = f"did you mean {near[0]}?" if near else f"choose one of {', '.join(sorted(table))}."
    raise UsageError(f"There is no {what} called {name!r}; {hint}")
