"""What the record of judgements consists of."""

from dataclasses import dataclass

from hedgerow.viz.explorer.documents.told import Decided


@dataclass(frozen=True, slots=True)
class Subject:
    """A claim that a judgement bears on; of what is not here any more, what was `seen` of it."""

    claim: str
    document: str | None
    words: str | None
    seen: str | None


@dataclass(frozen=True, slots=True)
class Past:
    """A judgement on record; `takes_back` tells what it undid, `undone_by` who undid it."""

    judgement: Decided
    undone_by: tuple[str, ...]
    takes_back: str | None
    about: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Two analysts' contrary judgements on claims or a wording; the later one counts."""

    wording: str | None
    about: tuple[Subject, ...]
    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class Lost:
    """A judgement on a claim that is not here; `words` tell what it had before it."""

    id: str
    decision: str
    by: str
    at: str
    note: str | None
    what: str
    words: str
    document: str | None


@dataclass(frozen=True, slots=True)
class History:
    """A page of all judgements, the latest first: `total` fit the filter, of all `recorded`.

    `apart` counts the conflicts, `lost` the judgements without their claim.
    """

    total: int
    recorded: int
    analysts: tuple[str, ...]
    rows: tuple[Past, ...]
    apart: int
    conflicts: tuple[Apart, ...]
    lost: int
    orphaned: tuple[Lost, ...]
