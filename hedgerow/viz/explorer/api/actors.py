"""Finding actors by name or code, and the sets of states that views begin with."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from hedgerow.ontology.actors import Actor, actors

router = APIRouter(prefix="/api", tags=["actors"])
MOST = 20


@dataclass(frozen=True, slots=True)
class Found:
    """An actor: `code` in links, `name` for people; `kind` is state, body and so on."""

    code: str
    name: str
    kind: str


@router.get("/actors")
def search(
    q: Annotated[str, Query(max_length=200, description="The beginning of a name, or a code.")],
) -> list[Found]:
    """Actors whose name, alias or code begins with, or else holds, what was typed; best first."""
    return [_found(one) for one in actors().matching(q)[:MOST]]


@router.get("/actors/{name:path}")
def one_actor(name: str) -> Found:
    """The actor that answers to a name or code."""
    return _found(actors().resolve(name))


@router.get("/members/{body}")
def members(body: str) -> list[Found]:
    """The members of a body, such as ASEAN, by name."""
    found = (_found(actors().resolve(code)) for code in actors().members(body))
    return sorted(found, key=lambda one: one.name)


def _found(one: Actor) -> Found:
    return Found(one.id, one.name, one.kind)
