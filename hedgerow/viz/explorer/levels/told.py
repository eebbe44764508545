"""What a staircase of levels consists of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """A level held with a power. `level` is the state's rung, else the wording (`slug`).

    `days` are those for which it was surely held up to the day, `days_at_most` for which it may.
    """

    id: str
    power: str
    name: str
    level: str
    slug: str | None
    since: str | None
    until: str | None
    held: str
    look: str
    days: int | None
    days_at_most: int | None
    before: str | None
    skipped: str | None
    documents: int
    words: str
    quote: str | None
    publisher: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Climb:
    """The levels with one power in order of time, in words and as rows."""

    power: str
    name: str
    in_words: str
    levels: tuple[Level, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Staircase:
    """The levels of a state with some powers as of a day.

    `ladder` names the state's own and `order` how far it is ordered; `source` is where that stands.
    """

    state: str
    name: str
    on: str
    ladder: str | None
    order: str | None
    source: str | None
    climbs: tuple[Climb, ...]
