"""Which claims of one type, direction and turn tell one event.

Units are taken in turn: day-precise dates first, then months, years, undated ones; among these the
best attested first. Each joins the group that it fits best within reach, else founds one. So a day
that many documents give is what an event is measured from, an imprecise date joins one event and
never bridges two, and the order in which claims arrive plays no part.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from hedgerow.graph.resolution.readings import (
    DAY,
    DENIED,
    ENDED,
    REPORTED,
    UNDATED,
    UNPUBLISHED,
    YEAR,
)
from hedgerow.graph.resolution.shelf import Cuts, Group, Shelf
from hedgerow.graph.resolution.units import Unit
from hedgerow.ontology.vocabulary import Vocabulary

LOOK_BACK = 60
"""An undated claim tells of an event at most this many days before its publication."""

Order = tuple[int, bool, int, int, int, str, tuple[int, str]]


class Grouper:
    """Groups units of one key."""

    def __init__(self, cuts: Cuts, words: Vocabulary) -> None:
        self._cuts = cuts
        self._words = words
        self._shelves = [Shelf() for _ in range(UNPUBLISHED + 1)]

    def group(self, units: Sequence[Unit]) -> list[Group]:
        """The groups of these units."""
        if len(units) == 1:
            return [self._found(units[0])]
        founded = []
        for unit in sorted(units, key=_order(units)):
            group = self._home(self._within_reach(unit), unit)
            if group is None:
                founded.append(self._found(unit))
            else:
                group.admit(unit, self._cuts)
        return founded

    def _found(self, unit: Unit) -> Group:
        group = Group.founded_by(unit)
        group.admit(unit, self._cuts)
        self._shelves[unit.fineness].put(group)
        return group

    def dispute(self, unit: Unit) -> bool:
        """Put a claim that a tie holds beside the denial it contradicts, if there is one."""
        denials = (group for group in self._within_reach(unit) if group.denied)
        group = self._home(denials, unit)
        if group is not None:
            group.admit(unit, self._cuts)
        return group is not None

    def _home(self, candidates: Iterable[Group], unit: Unit) -> Group | None:
        """The group that a unit fits best: by discriminator, nearness, fineness, date."""
        return min(
            (group for group in candidates if group.fits(unit)),
            key=lambda group: (
                group.fineness > YEAR,
                group.likeness(unit),
                group.gap(unit),
                group.fineness,
                group.first,
            ),
            default=None,
        )

    def _within_reach(self, unit: Unit) -> Iterator[Group]:
        window = unit.tie_type.window
        if unit.fineness <= YEAR:
            yield from self._near(range(unit.fineness), unit, window, window)
            yield from self._peers(unit, window)
            return
        if unit.fineness == UNDATED:
            ahead = self._looks_ahead(unit)
            back = min(LOOK_BACK, window) if ahead else LOOK_BACK
            yield from self._near(range(UNDATED), unit, back, window if ahead else 0)
        yield from self._near((unit.fineness,), unit, window, window)

    def _near(self, shelves: Iterable[int], unit: Unit, back: int, ahead: int) -> Iterator[Group]:
        for fineness in shelves:
            yield from self._shelves[fineness].near(unit.first - back, unit.last + ahead)

    def _peers(self, unit: Unit, window: int) -> Iterator[Group]:
        """Groups as finely dated.

        Months and years that do not overlap are measured from their starts, lest 2013 and 2014 be
        one because only a night lies between them.
        """
        for group in self._near((unit.fineness,), unit, window, window):
            gap = group.gap(unit)
            if unit.fineness == DAY or gap == 0 or abs(group.first - unit.first) <= window:
                yield group

    def _looks_ahead(self, unit: Unit) -> bool:
        """Whether a claim is about something yet to come at its publication, or called off."""
        matter = unit.lead.matter
        if matter in (REPORTED, DENIED, ENDED):
            return False
        return not self._words.is_concluded(matter)


def _order(units: Sequence[Unit]) -> Callable[[Unit], Order]:
    """Finer dates first, known discriminators before unknown, then the best attested range."""
    documents: dict[tuple[int, int, int, str | None], set[str]] = defaultdict(set)
    for unit in units:
        cell = (unit.fineness, unit.first, unit.last, unit.value)
        documents[cell].update(reading.claim.document for reading in unit.readings)

    def order(unit: Unit) -> Order:
        attested = len(documents[unit.fineness, unit.first, unit.last, unit.value])
        value = unit.value or ""
        rest = (unit.first, unit.last, value, unit.lead.anchor_key)
        return (unit.fineness, unit.value is None, -attested, *rest)

    return order
