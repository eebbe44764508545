"""Who acts: states, former states, bodies and unrecognised entities, and the words for them.

Read from `data/states.csv`, `data/bodies.csv`, `data/members.csv` and `data/metonyms.csv`.
"""

import datetime as dt
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache, cached_property
from types import MappingProxyType

from hedgerow.errors import UnknownActor
from hedgerow.ontology.actor_model import (
    NAMING,
    SURFACE_KINDS,
    Actor,
    ActorKind,
    Membership,
    Surface,
    SurfaceKind,
)
from hedgerow.ontology.tables import date_cell, read_table, split_cell

__all__ = ["Actor", "ActorKind", "Actors", "Membership", "Surface", "SurfaceKind", "actors"]

STATE_COLUMNS: Mapping[str, SurfaceKind] = MappingProxyType(
    {
        "name": "name",
        "official_name": "alias",
        "aliases": "alias",
        "demonyms": "demonym",
        "people": "people",
        "capital": "capital",
        "seats": "seat",
    }
)
BODY_COLUMNS: Mapping[str, SurfaceKind] = MappingProxyType({"name": "name", "aliases": "alias"})


class Actors:
    """Every actor the ontology knows, and the wordings for them."""

    def __init__(
        self,
        actors: Sequence[Actor],
        surfaces: Sequence[Surface],
        memberships: Sequence[Membership] = (),
        metonyms: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._by_id = {actor.id: actor for actor in actors}
        self._metonyms = metonyms
        self._memberships = tuple(memberships)
        self._all_surfaces = tuple(surfaces)

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, actor_id: object) -> bool:
        return actor_id in self._by_id

    def get(self, actor_id: str) -> Actor | None:
        """The actor with an id, or None."""
        return self._by_id.get(actor_id)

    def name(self, actor_id: str) -> str:
        """Our short name of an actor; the id itself where it is unknown."""
        actor = self._by_id.get(actor_id)
        return actor_id if actor is None else actor.name

    def resolve(self, text: str) -> Actor:
        """The actor with an id, name or alias, whatever its case, accents and blanks.

        Raises:
            UnknownActor: nothing answers to it; the message names near matches.
        """
        found = self._by_name.get(_key(text))
        if found is not None:
            return found
        near = self._near(_key(text))
        hint = f"did you mean {' or '.join(near)}?" if near else "give a name or code such as VNM."
        raise UnknownActor(f"No state or body is called {text!r}; {hint}")

    def matching(self, text: str) -> tuple[Actor, ...]:
        """The actors with a name or code that begins with a text, then those that hold it."""
        key = _key(text)
        begin = {self._by_name[name].id: None for name in self._by_name if name.startswith(key)}
        hold = {self._by_name[name].id: None for name in self._by_name if key in name}
        found = {**begin, **hold} if key else {}
        exact = self._by_name.get(key)
        return tuple(sorted(map(self._by_id.__getitem__, found), key=lambda one: one is not exact))

    def surfaces(self) -> tuple[Surface, ...]:
        """The wordings to look for in a text; each stands for one actor, venues left out."""
        return self._surfaces

    def masks(self) -> tuple[str, ...]:
        """Phrases that contain a wording but never mean the actor: South China Sea."""
        return self._metonyms_of("mask")

    def places(self) -> tuple[str, ...]:
        """Cities that are venues and never stand for a government: Geneva, Brussels."""
        return self._metonyms_of("place")

    def members(
        self, body: str, on: dt.date | None = None, *, standing: str = "member"
    ) -> tuple[str, ...]:
        """The states with a standing in a body on a day (None: with no end), by code.

        Raises:
            UnknownActor: no body has this id.
        """
        actor = self.resolve(body)
        held = (m for m in self._memberships if m.body == actor.id and m.standing == standing)
        return tuple(sorted({m.state for m in held if m.held(on)}))

    def memberships(self) -> tuple[Membership, ...]:
        """Every dated standing of a state in a body."""
        return self._memberships

    @cached_property
    def _surfaces(self) -> tuple[Surface, ...]:
        places = set(self.places())
        kept: dict[tuple[str, str], Surface] = {}
        for surface in sorted(self._all_surfaces, key=lambda s: SURFACE_KINDS.index(s.kind)):
            if surface.text not in places:
                kept.setdefault((surface.text, surface.actor), surface)
        return tuple(kept.values())

    @cached_property
    def _by_name(self) -> dict[str, Actor]:
        named = (s for s in self._all_surfaces if s.kind in NAMING)
        names = {_key(s.text): self._by_id[s.actor] for s in named}
        return names | {_key(actor.id): actor for actor in self}

    def _near(self, key: str) -> list[str]:
        names = {_key(actor.name): actor.name for actor in self}
        within = [name for other, name in names.items() if key and key in other.split()]
        if within:
            return sorted(within)[:3]
        found = (self._by_name[match] for match in get_close_matches(key, self._by_name, n=3))
        return list(dict.fromkeys(actor.name for actor in found))

    def _metonyms_of(self, use: str) -> tuple[str, ...]:
        return tuple(text for text, given in self._metonyms.items() if given == use)


@cache
def actors() -> Actors:
    """The actors of the installed ontology, read once."""
    metonyms = {row["text"]: row["use"] for row in read_table("metonyms.csv")}
    states, bodies = list(read_table("states.csv")), list(read_table("bodies.csv"))
    found = [*map(_state, states), *map(_body, bodies)]
    surfaces = [
        *(s for row in states for s in _row_surfaces(row, row["code"], STATE_COLUMNS, metonyms)),
        *(s for row in bodies for s in _row_surfaces(row, row["id"], BODY_COLUMNS, metonyms)),
    ]
    return Actors(
        found, surfaces, [_membership(row) for row in read_table("members.csv")], metonyms
    )


def _state(row: Mapping[str, str]) -> Actor:
    kinds: tuple[ActorKind, ...] = ("state", "former_state", "entity")
    kind = next(kind for kind in kinds if kind == row["kind"])
    start, end = date_cell(row["start"]), date_cell(row["end"])
    return Actor(row["code"], row["name"], kind, start, end, row["iso"] == "true")


def _body(row: Mapping[str, str]) -> Actor:
    return Actor(row["id"], row["name"], "body", date_cell(row["from"]), date_cell(row["to"]))


def _membership(row: Mapping[str, str]) -> Membership:
    start, end = date_cell(row["from"]), date_cell(row["to"])
    return Membership(row["body"], row["state"], row["standing"] or "member", start, end)


def _row_surfaces(
    row: Mapping[str, str],
    actor: str,
    columns: Mapping[str, SurfaceKind],
    metonyms: Mapping[str, str],
) -> Iterator[Surface]:
    for column, kind in columns.items():
        for text in split_cell(row[column]):
            yield Surface(text, actor, kind, metonyms.get(text) == "ambiguous")


def _key(text: str) -> str:
    folded = text.casefold().replace("đ", "d").replace("+", " plus")
    decomposed = unicodedata.normalize("NFKD", folded)
    bare = (char for char in decomposed if not unicodedata.combining(char))
    return " ".join("".join(char if char.isalnum() else " " for char in bare).split())
