"""What the queue of a review, and one case of it, consist of."""

from dataclasses import dataclass

from hedgerow.queries.words.changed import Changed
from hedgerow.viz.explorer.documents.told import Claimed, Decided, Heading


@dataclass(frozen=True, slots=True)
class Number:
    """A reason or type under which so many wait."""

    name: str
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Row:
    """A claim of the queue in brief."""

    claim: str
    label: str
    group: str
    parties: str
    says: str
    look: str
    confidence: float
    reasons: tuple[str, ...]
    published: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of the queue: `total` fit the filter, `open` wait at all, `settled` do no longer."""

    total: int
    open: int
    settled: int
    reasons: tuple[Number, ...]
    types: tuple[Number, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Another claim on the same matter, or of the same text; `together` in one event with it."""

    claim: str
    document: str
    words: str
    date: str | None
    published: str | None
    publisher: str | None
    quote: str
    together: bool


@dataclass(frozen=True, slots=True)
class Case:
    """A claim in its context: what stands before and after its sentence, and its neighbours.

    `alike` are claims of the same family between the same actors, which may tell the same event;
    `around` others that were read from nearby in the text.
    """

    claim: Claimed
    reasons: tuple[str, ...]
    document: Heading
    before: str
    after: str
    alike: tuple[Beside, ...]
    around: tuple[Beside, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a field can have, in words; `help` tells what it means."""

    name: str
    label: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a correction can choose from. `staged` statuses say it of another one, the stage."""

    types: tuple[Choice, ...]
    statuses: tuple[Choice, ...]
    staged: tuple[str, ...]
    phases: tuple[Choice, ...]
    bases: tuple[Choice, ...]
    levels: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A judgement as it was recorded, and what that changed."""

    judgement: Decided
    in_words: str
    changes: tuple[Changed, ...]
