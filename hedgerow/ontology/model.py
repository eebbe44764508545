"""What the vocabulary consists of: attributes, statuses, tie kinds and tie types."""

from dataclasses import dataclass
from typing import Literal

Effect = Literal["opens", "changes", "closes"]
Standing = Literal["prospective", "concluded", "negative"]
EFFECTS: tuple[Effect, ...] = ("opens", "changes", "closes")
STANDINGS: tuple[Standing, ...] = ("prospective", "concluded", "negative")


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property that claims of some types carry.

    Core attributes (level, item, place ...) are fields of every claim; the others stand in
    `Claim.attributes` under `name`. `datatype` is an IRI; `values` are the codebook's, not closed.
    """

    name: str
    iri: str
    label: str
    datatype: str
    core: bool
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """How firm a claim is. `rank` orders the progress of one matter."""

    name: str
    iri: str
    label: str
    standing: Standing
    rank: int


@dataclass(frozen=True, slots=True)
class TieKind:
    """A state of affairs that holds over an interval, from the status `held_from` on."""

    name: str
    iri: str
    label: str
    held_from: str
    family: str


@dataclass(frozen=True, slots=True)
class TieType:
    """One type of tie between actors.

    `roles` names the source's role and the others' (both `party` where symmetric). `window` is the
    number of days within which two dated claims can tell one event; `horizon` the number of days
    after which an open tie not confirmed since is shown as unconfirmed. `discriminator` names the
    attribute (core or not) whose differing values keep events apart. `default_status` is what the
    plain past tense of the type's verb means.
    """

    name: str
    iri: str
    label: str
    definition: str
    scope_note: str
    directed: bool
    roles: tuple[str, str]
    interval: bool
    family: str
    kind: str | None
    effect: Effect | None
    window: int
    horizon: int | None
    attributes: tuple[str, ...]
    discriminator: str | None
    default_status: str
    sign: int
    weight: float
    weight_rationale: str
    weight_source: str
    cameo: tuple[str, ...]
    plover: tuple[str, ...]
