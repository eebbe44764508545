"""What is explored, and the words and looks that the page needs."""

from dataclasses import dataclass

from fastapi import APIRouter

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.hedging.hedging import POWERS
from hedgerow.queries.reading.archive import archive_of
from hedgerow.queries.reading.coverage import coverage
from hedgerow.queries.reading.rated import ratings_of
from hedgerow.viz.design import style
from hedgerow.viz.explorer.asked import Held, ReaderAsked, ViewedAsked

router = APIRouter(prefix="/api", tags=["status"])


@dataclass(frozen=True, slots=True)
class Look:
    """A group of tie types, or a standing: its name in data and its label."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Type:
    """A type of event or kind of tie, and the group that it is drawn in."""

    name: str
    label: str
    group: str


@dataclass(frozen=True, slots=True)
class Status:
    """What is held. `newest` is the last publication's day, `writable` whether one can judge.

    `left_out` says how many of all documents count while looking back, and which cannot be told.
    `handling` is the strictest mark of what is held.
    """

    place: str
    commit: str
    documents: int
    oldest: str | None
    newest: str | None
    left_out: str | None
    writable: bool
    handling: str | None
    powers: tuple[str, ...]
    groups: tuple[Look, ...]
    standings: tuple[Look, ...]
    types: tuple[Type, ...]


@router.get("/status")
def status(held: Held, reader: ReaderAsked, seen: ViewedAsked) -> Status:
    """What is explored: how much, from when to when, and what can be filtered by.

    With `known` all of it is told as of that day.
    """
    total = coverage(reader)
    return Status(
        place=held.place,
        commit=str(archive_of(reader).commit),
        documents=total.documents,
        oldest=None if total.first is None else total.first.isoformat(),
        newest=None if total.as_of is None else total.as_of.isoformat(),
        left_out=seen.documents.in_words("documents") if seen and seen.documents else None,
        writable=held.path is not None,
        handling=ratings_of(reader).strictest,
        powers=POWERS,
        groups=tuple(Look(each.name, each.label) for each in style().groups),
        standings=tuple(Look(each.name, each.label) for each in style().standings),
        types=_types(),
    )


def _types() -> tuple[Type, ...]:
    words, look = vocabulary(), style()
    events = (
        Type(e.name, e.label, look.group_of_type(e.name).name) for e in words.tie_types.values()
    )
    ties = (Type(k.name, k.label, look.group_of_kind(k.name).name) for k in words.kinds.values())
    return (*events, *ties)
