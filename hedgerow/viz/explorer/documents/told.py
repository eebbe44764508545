"""What a claim and its document consist of where they are read and judged."""

from dataclasses import dataclass
from typing import Any

from hedgerow.viz.explorer.evidence.told import Fact


@dataclass(frozen=True, slots=True)
class Who:
    """A party of a claim, in which role, and in which words its sentence names it."""

    code: str
    name: str
    role: str
    text: str | None
    person: str | None


@dataclass(frozen=True, slots=True)
class Decided:
    """A judgement; `corrected` are the fields and values it sets, `words` tell what it decides.

    `undone` ones were taken back, and count for nothing.
    """

    id: str
    decision: str
    claims: tuple[str, ...]
    by: str
    at: str
    note: str | None
    corrected: dict[str, str]
    words: str
    undone: bool


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim as it counts now, with analysts' corrections; `read` is it as the engines read it.

    `says` is its status in words and `look` how that looks. `start` and `end` count Unicode code
    points of the document's text. `edges` are the events and ties that it counts for; `rejected`
    and `superseded` say why it may count for none. `conflicts` are analysts' contrary judgements.
    """

    id: str
    document: str
    type: str
    label: str
    group: str
    arrow: bool
    parties: tuple[Who, ...]
    says: str
    look: str
    date: str | None
    date_basis: str
    facts: tuple[Fact, ...]
    confidence: float
    engine: str
    rule: str | None
    flags: tuple[str, ...]
    quote: str
    start: int
    end: int
    words: str
    edges: tuple[str, ...]
    rejected: bool
    superseded: bool
    judged: tuple[Decided, ...]
    conflicts: tuple[str, ...]
    read: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text was met; `address` is of the web or None, `file` the file's name then."""

    title: str | None
    publisher: str | None
    published: str | None
    address: str | None
    file: str | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A document in a list; `title` is its first words where none is stated."""

    id: str
    title: str
    publisher: str | None
    published: str | None
    claims: int
    superseded: bool


@dataclass(frozen=True, slots=True)
class Gone:
    """A document that was taken out."""

    id: str
    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """A page of the list of documents: `total` fit the search, of all that are `held`."""

    held: int
    total: int
    rows: tuple[Heading, ...]
    withdrawn: tuple[Gone, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A document with its text and every claim read from it, by their place in it.

    Of an event table, `claims` has but the first of its rows; `held` counts all.
    """

    id: str
    title: str
    places: tuple[Place, ...]
    published: str | None
    language: str | None
    newer: tuple[str, ...]
    older: tuple[str, ...]
    text: str
    claims: tuple[Claimed, ...]
    held: int
