"""How ties look: groups of types by colour, standings by dash (assets/design.yaml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from hedgerow.ontology.vocabulary import TieType, vocabulary
from hedgerow.viz.design.values import raw_design


@dataclass(frozen=True, slots=True)
class Group:
    """Types of tie that share a colour. `negative` takes every type with a negative sign."""

    name: str
    label: str
    colour: str
    dark: str
    families: tuple[str, ...]
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How firm a matter is, in the page's words. `dashes` are pixels, line then gap.

    `disputed`: somebody denies it, so that its direction and existence are only alleged. `colour`
    and the `tint` under it are for marks that have no group's colour; `dark` ones for dark pages.
    """

    name: str
    label: str
    meaning: str
    standings: tuple[str, ...]
    statuses: tuple[str, ...]
    dashes: tuple[int, ...]
    opacity: float
    colour: str
    dark: str
    tint: str
    dark_tint: str
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """Groups in the order that breaks ties between them, standings from the firmest on."""

    groups: tuple[Group, ...]
    standings: tuple[Standing, ...]

    def group_of_type(self, name: str) -> Group:
        """The group of a tie type; UsageError if the ontology has no such type."""
        return self._group(vocabulary().tie_type(name))

    def group_of_kind(self, kind: str) -> Group:
        """The group of the type that opens a tie of this kind."""
        types = vocabulary().tie_types.values()
        return self._group(next(t for t in types if t.kind == kind and t.effect == "opens"))

    def standing_of(self, standing: str, status: str) -> Standing:
        """How an event with this resolved standing and status looks.

        Raises:
            ValueError: design.yaml has no place for it.
        """
        by_status = (one for one in self.standings if status in one.statuses)
        by_standing = (one for one in self.standings if standing in one.standings)
        found = next(by_status, None) or next(by_standing, None)
        if found is None:
            raise ValueError(f"design.yaml has no standing for {standing!r}")
        return found

    def _group(self, tie_type: TieType) -> Group:
        if tie_type.sign < 0:
            return next(group for group in self.groups if group.negative)
        return next(group for group in self.groups if tie_type.family in group.families)


@cache
def style() -> Style:
    """The style in the package, read once."""
    raw = raw_design()
    return Style(
        groups=tuple(Group(**_tuples(entry)) for entry in raw["groups"]),
        standings=tuple(Standing(**_tuples(entry)) for entry in raw["standings"]),
    )


def _tuples(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
