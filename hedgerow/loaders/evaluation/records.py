"""What is compared: edges that annotators wrote down and edges that the extractor emitted."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from hedgerow.graph.records import Document
from hedgerow.ontology.model import Standing
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary

Pair: TypeAlias = tuple[str, str, str]
"""A type and two actors: in order where the type is directed, else sorted."""

ActorPair: TypeAlias = tuple[str, str]
Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One matter as an article tells it.

    `actors[0]` is the source where the type is directed. `date` is an EDTF string or a range
    `start/end`. `span` is where the quote stands in the article's text, None where it does not.
    """

    article: str
    type: str
    actors: tuple[str, ...]
    status: str
    quote: str
    stage: str | None = None
    date: str | None = None
    level: str | None = None
    span: Span | None = None

    @property
    def directed(self) -> bool:
        """Whether the type runs from a source to others."""
        return vocabulary().tie_type(self.type).directed

    @property
    def standing(self) -> Standing:
        """prospective, concluded or negative."""
        return vocabulary().status(self.status).standing

    @property
    def pairs(self) -> frozenset[Pair]:
        """The type with each pair of actors that it joins."""
        return frozenset((self.type, a, b) for a, b in self._joined())

    @property
    def actor_pairs(self) -> frozenset[ActorPair]:
        """Each pair of actors that it joins, sorted, whatever the type."""
        return frozenset((min(pair), max(pair)) for pair in self._joined())

    def _joined(self) -> Iterable[ActorPair]:
        if self.directed:
            source, *others = self.actors
            return ((source, other) for other in others)
        return combinations(sorted(set(self.actors)), 2)

    def is_matter_of(self, other: "Edge") -> bool:
        """Whether both can tell one matter: type, source if directed, two actors shared."""
        same_source = not self.directed or self.actors[0] == other.actors[0]
        shared = set(self.actors) & set(other.actors)
        return self.type == other.type and same_source and len(shared) > 1

    def has_same_actors(self, other: "Edge") -> bool:
        """Whether the same actors take part."""
        return set(self.actors) == set(other.actors)

    def stands_with(self, other: "Edge") -> bool:
        """Whether the quotes share words of the text."""
        if self.span is None or other.span is None:
            return False
        return self.span[0] < other.span[1] and other.span[0] < self.span[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRow(Edge):
    """An edge that an annotator wrote down. `row` is its row in the table, the header being 1."""

    row: int
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Emitted(Edge):
    """An edge that the extractor, or another tool, read in an article."""

    confidence: float = 1.0
    engine: str = ""
    rule: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with all rows that annotators gave it. `name` is unique in an evaluation."""

    name: str
    document: Document
    path: str
    rows: tuple[GoldRow, ...]


def bounds(date: str) -> tuple[dt.date, dt.date]:
    """The first and the last day that a date or a range `start/end` can mean.

    Raises:
        ValueError: it is neither.
    """
    start, slash, end = date.partition("/")
    first = parse_partial_date(start)
    last = parse_partial_date(end) if slash else first
    return first.earliest, last.latest
