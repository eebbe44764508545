"""Groups of claims, and how those near a range of days are found."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from hedgerow.graph.records import Claim
from hedgerow.graph.resolution.discriminators import agree
from hedgerow.graph.resolution.readings import DENIED, Reading
from hedgerow.graph.resolution.units import GroupKey, Unit
from hedgerow.ontology.vocabulary import TieType

Cuts = Mapping[str, frozenset[str]]


@dataclass(eq=False)
class Group:
    """The claims of one event.

    `first` and `last` are the days of the unit that founded it. They never grow, so an event cannot
    chain on from window to window. `founder` is that unit's leading claim.
    """

    key: GroupKey
    tie_type: TieType
    fineness: int
    first: int
    last: int
    founder: Claim
    readings: list[Reading] = field(default_factory=list)
    values: set[str] = field(default_factory=set)
    apart: set[str] = field(default_factory=set)

    @classmethod
    def founded_by(cls, unit: Unit) -> "Group":
        """An empty group around the days of a unit."""
        claim = unit.lead.claim
        return cls(unit.key, unit.tie_type, unit.fineness, unit.first, unit.last, claim)

    @property
    def turn(self) -> str:
        """`ended` or `suspended` where the event is about that, else empty."""
        return self.key[2]

    @property
    def denied(self) -> bool:
        """Whether one of its claims is a denial."""
        return any(reading.claim.status == DENIED for reading in self.readings)

    def admit(self, unit: Unit, cuts: Cuts) -> None:
        """Take a unit in."""
        self.readings.extend(unit.readings)
        if unit.value is not None:
            self.values.add(unit.value)
        if cuts:
            self.apart.update(*(cuts.get(claim_id, ()) for claim_id in unit.ids))

    def fits(self, unit: Unit) -> bool:
        """Whether neither the discriminator nor an analyst keeps a unit out."""
        if self.apart and not self.apart.isdisjoint(unit.ids):
            return False
        value, actors = unit.value, self.founder.actors
        return value is None or all(
            agree(value, other, self.tie_type, actors) for other in self.values
        )

    def likeness(self, unit: Unit) -> int:
        """0 where the unit's discriminator value is known here, 1 for a like one, 2 for none."""
        if unit.value is None or unit.value in self.values:
            return 0
        return 1 if self.values else 2

    def gap(self, unit: Unit) -> int:
        """Days between the nearest ends of the two ranges; 0 where they overlap."""
        return max(0, self.first - unit.last, unit.first - self.last)


class Shelf:
    """Groups of one fineness, by their first day."""

    def __init__(self) -> None:
        self._by_day: list[tuple[int, int, Group]] = []
        self._longest = 0

    def put(self, group: Group) -> None:
        """Add a group."""
        insort(self._by_day, (group.first, len(self._by_day), group))
        self._longest = max(self._longest, group.last - group.first)

    def near(self, first: int, last: int) -> Iterator[Group]:
        """The groups that share a day with `first` to `last`, by their first day."""
        start = bisect_left(self._by_day, (first - self._longest,))
        for day, _, group in self._by_day[start:]:
            if day > last:
                return
            if group.last >= first:
                yield group
