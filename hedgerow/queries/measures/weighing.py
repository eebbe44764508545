"""What an edge weighs: the rows of a table of weights, and how they are looked up."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import cached_property
from typing import TypeAlias

from hedgerow.ontology.weights import UNSTATED, EdgeKind, Subject, ontology_weights
from hedgerow.queries.reading.edge import Edge

Told: TypeAlias = Mapping[str, Sequence[str]]
"""The values of attributes that the claims of an edge tell, by the attribute's name."""
Key: TypeAlias = tuple[EdgeKind, str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Weight:
    """One row of a table of weights: of a type or kind, or of those where an attribute has a value.

    `weight` runs from -1 to 1. `half_life` is in days and for events, `horizon` in days and for
    ties (None: a tie never counts as unconfirmed). A row for a value has neither, nor `costly`:
    those are the type's or kind's.
    """

    edge: EdgeKind
    what: str
    attribute: str | None
    value: str | None
    weight: float
    half_life: int | None
    horizon: int | None
    costly: bool | None
    rationale: str
    source: str

    @property
    def key(self) -> Key:
        """What no two rows of a table share."""
        return self.edge, self.what, self.attribute, self.value


@dataclass(frozen=True)
class Weights:
    """A table of weights by the key of each row; it has a row for every type and kind."""

    name: str
    rows: Mapping[Key, Weight]

    @cached_property
    def version(self) -> str:
        """The name with the first 8 hex digits of the sha256 of all rows in order of their keys."""
        rows = sorted(map(astuple, self.rows.values()), key=lambda row: tuple(map(str, row[:4])))
        content = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
        return f"{self.name}-{hashlib.sha256(content.encode()).hexdigest()[:8]}"

    @property
    def attributes(self) -> tuple[str, ...]:
        """The attributes whose values measures need to know, in alphabetical order."""
        refined = {row.attribute for row in self.rows.values() if row.attribute is not None}
        return tuple(sorted(refined | {ontology_weights().allied.attribute}))

    def base(self, edge: Edge) -> Weight:
        """The row of an edge's type or kind."""
        return self.rows[edge.kind, edge.what, None, None]

    def weight(self, edge: Edge, told: Told) -> float:
        """What an edge weighs by what is told of it.

        Where several values are told, or several attributes, the weight nearest to zero counts.
        """
        refined = self._refined.get((edge.kind, edge.what), {})
        found = [
            weight
            for attribute, weights in refined.items()
            for value in told.get(attribute) or (UNSTATED,)
            if (weight := weights.get(value)) is not None
        ]
        return min(found, key=abs) if found else self.base(edge).weight

    @cached_property
    def _refined(self) -> Mapping[Subject, Mapping[str, Mapping[str, float]]]:
        found: dict[Subject, dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
        for row in self.rows.values():
            if row.attribute is not None and row.value is not None:
                found[row.edge, row.what][row.attribute][row.value] = row.weight
        return found
