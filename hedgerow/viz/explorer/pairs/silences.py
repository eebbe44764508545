"""How long nothing of a kind was found between two actors: "no leader visit since 2019"."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.as_of import Position
from hedgerow.queries.dates.histories import date_as_of
from hedgerow.queries.dates.windows import days_from
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edges import Selection, attribute_of, edges_of
from hedgerow.queries.sources.gaps import absence
from hedgerow.queries.words.phrases import CONCLUDED
from hedgerow.viz.design import style
from hedgerow.viz.explorer.evidence.standing import stands


class Part(BaseModel):
    """A part of a type: its events in which an attribute has one of some values."""

    name: str
    type: str
    attribute: str
    values: frozenset[str]


class Kinds(BaseModel):
    """Of which types a silence is told: of none in `once`, and of some parts beside the whole."""

    once: frozenset[str]
    parts: tuple[Part, ...]


@cache
def kinds() -> Kinds:
    """What is looked at (silences.yaml)."""
    text = (files("hedgerow.viz.explorer") / "pairs" / "silences.yaml").read_text("utf-8")
    return Kinds.model_validate(yaml.safe_load(text))


@dataclass(frozen=True, slots=True)
class Silence:
    """The last concluded event of a kind, and what may be said of the days since.

    `number` counts the concluded ones; `days` are those since the last, at least, and `documents`
    what was published on the pair in them. `is_thin`: too little to say that anything is absent.
    """

    what: str
    group: str
    last: str
    id: str
    number: int
    days: int
    documents: int
    is_thin: bool
    found: str


def silences(reader: Reader, a: str, b: str, on: dt.date, *, asked: bool) -> list[Silence]:
    """One of each type, and of each part of one, with a dated concluded event; longest first."""
    wanted = Selection(a, b)
    placed = [stands(edge, on, asked=asked) for edge in edges_of(reader, wanted)]
    firm = [
        one
        for one in placed
        if one is not None and not one.edge.is_tie and one.standing == CONCLUDED and one.since
    ]
    found = [
        _silence(reader, wanted, name, members, on)
        for name, members in _kinds(reader, wanted, firm)
    ]
    return sorted(found, key=lambda one: (-one.days, one.what))


def _kinds(
    reader: Reader, wanted: Selection, firm: Sequence[Position]
) -> Iterator[tuple[str, list[Position]]]:
    for name, type_ in vocabulary().tie_types.items():
        members = [one for one in firm if one.edge.what == name]
        if members and name not in kinds().once:
            yield type_.label, members
    for part in kinds().parts:
        told = attribute_of(reader, wanted, part.attribute)
        members = [one for one in firm if _is_in(one.edge, part, told.get(one.edge.id, ()))]
        if members:
            yield part.name, members


def _is_in(edge: Edge, part: Part, told: Sequence[str]) -> bool:
    return edge.what == part.type and not part.values.isdisjoint(told)


def _silence(
    reader: Reader, wanted: Selection, name: str, members: Sequence[Position], on: dt.date
) -> Silence:
    last = max(members, key=lambda one: (one.since or dt.date.min, one.edge.id))
    since = last.since or on
    missing = absence(reader, wanted, days_from(since, 1), on)
    return Silence(
        what=name,
        group=style().group_of_type(last.edge.what).name,
        last=date_as_of(last, on),
        id=last.edge.id,
        number=len(members),
        days=max(0, (on - since).days),
        documents=missing.documents,
        is_thin=missing.is_thin,
        found=missing.in_words,
    )
