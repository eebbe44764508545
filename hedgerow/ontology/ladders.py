"""Each state's own names for its partnerships, read from `data/ladders.ttl`.

Levels are never compared by name across ladders. A state without a ladder may have a list of
titles and designations instead.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from hedgerow.ontology import turtle
from hedgerow.ontology.namespaces import DCTERMS_NS, INSTANCE_NS, RDFS_NS
from hedgerow.ontology.turtle import Node, hr

Order = Literal["ordered", "partly_ordered", "unordered"]
ORDERS: tuple[Order, ...] = ("ordered", "partly_ordered", "unordered")
SOURCE = DCTERMS_NS + "source"
COMMENT = RDFS_NS + "comment"


@dataclass(frozen=True, slots=True)
class LadderRung:
    """One level of a ladder. `rank` is None where no source orders it against the others."""

    slug: str
    label: str
    rank: int | None
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """One actor's levels; `sources` are URLs, `note` says what they bear out and what not."""

    id: str
    label: str
    order: Order
    sources: tuple[str, ...]
    note: str
    rungs: tuple[LadderRung, ...]

    @property
    def source(self) -> str:
        """The first source."""
        return self.sources[0]

    def rung_for(self, slug: str) -> LadderRung | None:
        """The rung under which this actor files a wording (`comprehensive_strategic`), or None."""
        return next((rung for rung in self.rungs if slug in rung.wordings), None)


@dataclass(frozen=True, slots=True)
class Title:
    """A title agreed with a partner, or a designation given under a law of one's own."""

    slug: str
    label: str
    designation: bool


@dataclass(frozen=True, slots=True)
class TitleList:
    """The titles and designations of an actor that has no ladder."""

    id: str
    label: str
    sources: tuple[str, ...]
    note: str
    titles: tuple[Title, ...]


@cache
def ladders() -> Mapping[str, Ladder]:
    """The ladders of the installed ontology by actor id."""
    nodes = turtle.read_nodes("ladders.ttl")
    found = (_ladder(node, nodes) for node in nodes.values() if node.has_type(hr("Ladder")))
    return MappingProxyType({ladder.id: ladder for ladder in found})


@cache
def title_lists() -> Mapping[str, TitleList]:
    """The lists of titles of actors without a ladder, by actor id."""
    nodes = turtle.read_nodes("ladders.ttl")
    found = (_title_list(node, nodes) for node in nodes.values() if node.has_type(hr("TitleList")))
    return MappingProxyType({titles.id: titles for titles in found})


def _ladder(node: Node, nodes: Mapping[str, Node]) -> Ladder:
    order = next(order for order in ORDERS if order == node.one(hr("order")))
    rungs = tuple(_rung(child) for child in nodes.values() if child.get(hr("ladder")) == node.iri)
    label, note = node.one(turtle.LABEL), node.one(COMMENT)
    return Ladder(_actor_of(node), label, order, node.all(SOURCE), note, rungs)


def _rung(node: Node) -> LadderRung:
    rank = node.get(hr("rank"))
    return LadderRung(
        slug=node.one(turtle.NOTATION),
        label=node.one(turtle.LABEL),
        rank=None if rank is None else int(rank),
        wordings=node.all(hr("wording")),
    )


def _title_list(node: Node, nodes: Mapping[str, Node]) -> TitleList:
    titles = tuple(
        _title(child) for child in nodes.values() if child.get(hr("titleList")) == node.iri
    )
    label, note = node.one(turtle.LABEL), node.one(COMMENT)
    return TitleList(_actor_of(node), label, node.all(SOURCE), note, titles)


def _title(node: Node) -> Title:
    designation = node.one(hr("isDesignation")) == "true"
    return Title(node.one(turtle.NOTATION), node.one(turtle.LABEL), designation)


def _actor_of(node: Node) -> str:
    return node.one(hr("of")).removeprefix(INSTANCE_NS + "actor/")
