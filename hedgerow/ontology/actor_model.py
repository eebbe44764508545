"""What the actor tables consist of: actors, the wordings for them, and memberships."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from hedgerow.ontology.partial_date import PartialDate

ActorKind = Literal["state", "former_state", "body", "entity"]
SurfaceKind = Literal["name", "alias", "demonym", "people", "capital", "seat"]
SURFACE_KINDS: tuple[SurfaceKind, ...] = ("name", "alias", "demonym", "people", "capital", "seat")
NAMING: frozenset[SurfaceKind] = frozenset({"name", "alias"})


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, former state, body or entity that claims are about.

    `id` is an ISO 3166-1 alpha-3 code, an own code where ISO has none (`iso` False), a body's
    acronym, or an `x-` code. `start` and `end` bound its existence where the tables say so.
    """

    id: str
    name: str
    kind: ActorKind
    start: PartialDate | None = None
    end: PartialDate | None = None
    iso: bool = False

    @property
    def code(self) -> str:
        """The same as `id`."""
        return self.id


@dataclass(frozen=True, slots=True)
class Surface:
    """A wording that stands for an actor in a text.

    An `ambiguous` one means something else often enough to need support from its context.
    """

    text: str
    actor: str
    kind: SurfaceKind
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's standing in a body over a time."""

    body: str
    state: str
    standing: str
    start: PartialDate | None
    end: PartialDate | None

    def held(self, on: dt.date | None) -> bool:
        """Whether it surely held on a day, or has no end where `on` is None."""
        if on is None:
            return self.end is None
        begun = self.start is None or self.start.latest <= on
        return begun and (self.end is None or on < self.end.earliest)
