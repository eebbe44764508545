"""Who a row is about: the codes and names of its two sides as actors of ours."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel

from hedgerow.errors import UnknownActor
from hedgerow.loaders.tables.reasons import Reason
from hedgerow.ontology.actors import actors


class _ActorRules(BaseModel):
    states: dict[str, str]
    groups: dict[str, str]
    names: dict[str, str]
    elsewhere: frozenset[str]
    acting: frozenset[str]
    not_acting: tuple[str, ...]


@cache
def actor_rules() -> _ActorRules:
    """The odd codes and names of event tables, and the roles that speak for a state."""
    source = files("hedgerow.loaders") / "data" / "tables_actors.yaml"
    return _ActorRules.model_validate(yaml.safe_load(source.read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class SideCells:
    """The cells that say who is on one side of a row.

    CAMEO's actors are of a people or faith, too, and have up to three roles.
    """

    state: str = ""
    group: str = ""
    ethnic: str = ""
    religion: str = ""
    religion_2: str = ""
    role: str = ""
    role_2: str = ""
    role_3: str = ""
    name: str = ""

    def __bool__(self) -> bool:
        return self != SideCells()

    @property
    def roles(self) -> list[str]:
        """All its roles."""
        cells = (self.role, self.role_2, self.role_3)
        return [role for cell in cells for each in cell.split(",") if (role := each.strip())]


@dataclass(frozen=True, slots=True)
class Pair:
    """The actors of a row's first and second side, or why there are not two.

    Two that were `shared` stand on one side, so that neither acts on the other.
    """

    first: str = ""
    second: str = ""
    reason: Reason | None = None
    shared: bool = False


def pair_of(
    first: SideCells,
    second: SideCells,
    *,
    find: Callable[[SideCells], str | Reason],
    several: str | None = None,
    domestic: bool = False,
) -> Pair:
    """The two actors of a row.

    Where a side is empty and the other names two actors, these are the two, `shared`. Rows within
    one state are left out unless `domestic`, and then need two actors of ours all the same: a state
    and an armed movement in it, say.
    """
    sides = [_acting(_split(side, several), find) for side in (first, second)]
    found = [side if isinstance(side, Reason) else list(dict.fromkeys(side)) for side in sides]
    wrong = [side for side in found if isinstance(side, Reason)]
    if wrong:
        return Pair(reason=min(wrong))
    left, right = (side for side in found if not isinstance(side, Reason))
    shared = not (left and right)
    if shared:
        left, right = (left or right)[:1], (left or right)[1:]
    if not (left and right):
        return Pair(reason=Reason.MISSING)
    if len(left) > 1 or len(right) > 1:
        return Pair(reason=Reason.MANY)
    if left == right or (not domestic and _within_one_state(first, second)):
        return Pair(reason=Reason.DOMESTIC)
    return Pair(left[0], right[0], shared=shared)


def by_cameo(side: SideCells) -> str | Reason:
    """The actor of CAMEO's codes: a group that is ours, else the state it acts for."""
    rules = actor_rules()
    group = rules.groups.get(side.group)
    if group is not None:
        return group
    if not side.state:
        return Reason.ELSEWHERE
    state = rules.states.get(side.state, side.state)
    if state in actors():
        return state if _is_state(side) else Reason.ROLE
    return Reason.ELSEWHERE if side.state in rules.elsewhere else Reason.COUNTRY


def by_name(side: SideCells) -> str | Reason:
    """The actor of a country's name or code, else of the side's own name where that is a body."""
    rules = actor_rules()
    state = _resolved(side.state, rules.names) if side.state else None
    if state is None and side.state and side.state not in rules.elsewhere:
        return Reason.COUNTRY
    named = _resolved(side.name, rules.names) if side.name else None
    actor = actors().get(named) if named is not None else None
    if actor is not None and actor.kind in ("body", "entity"):
        return actor.id
    if state is None:
        return Reason.ELSEWHERE
    return state if _is_state(side) else Reason.ROLE


def _acting(
    sides: Iterable[SideCells], find: Callable[[SideCells], str | Reason]
) -> list[str] | Reason:
    """The actors of a side; the first reason in order where one of them is none of ours."""
    found = [find(side) for side in sides if side]
    wrong = [each for each in found if isinstance(each, Reason)]
    return min(wrong) if wrong else [each for each in found if not isinstance(each, Reason)]


def _split(side: SideCells, several: str | None) -> list[SideCells]:
    """One side an actor, where a cell can name several."""
    if several is None or several not in side.state:
        return [side]
    states = _cells(side.state, several)
    roles, names = (_aligned(text, several, len(states)) for text in (side.role, side.name))
    return [
        replace(side, state=state, role=role, name=name)
        for state, role, name in zip(states, roles, names, strict=True)
    ]


def _cells(text: str, several: str) -> list[str]:
    return [cell.strip() for cell in text.split(several)]


def _aligned(text: str, several: str, length: int) -> list[str]:
    """The cells of a column beside another; one that names another number stands for each."""
    cells = _cells(text, several)
    return cells if len(cells) == length else [text] * length


def _within_one_state(first: SideCells, second: SideCells) -> bool:
    return first.state == second.state and first.state not in {"", *actor_rules().elsewhere}


def _is_state(side: SideCells) -> bool:
    """Whether a side with a state is that state, not a people, faith, group or person in it."""
    if side.group or side.ethnic or side.religion or side.religion_2:
        return False
    rules, roles = actor_rules(), side.roles
    if any(role.startswith(rules.not_acting) for role in roles):
        return False
    return not roles or not rules.acting.isdisjoint(roles)


def _resolved(text: str, names: Mapping[str, str]) -> str | None:
    if text in names:
        return names[text]
    if text in actors():
        return text
    try:
        return actors().resolve(text).id
    except UnknownActor:
        return None
