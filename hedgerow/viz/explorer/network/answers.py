"""The network as the API gives it."""

from dataclasses import dataclass

from hedgerow.viz.explorer.network.times import Histogram


@dataclass(frozen=True, slots=True)
class Node:
    """An actor. `x` and `y` are in the unit square, `label` is short.

    `matters` counts its events and ties with those shown, `more` its pairs that are not shown.
    """

    code: str
    name: str
    label: str
    kind: str
    x: float
    y: float
    matters: int
    more: int


@dataclass(frozen=True, slots=True)
class Line:
    """A pair of actors, drawn as the firmest `standing` of what is left of it.

    `group` and `size` are those of that standing alone. `counts` has a number for each of the
    network's standings, in their order. `disputed`: something beside it is contested or denied.
    """

    id: str
    a: str
    b: str
    name: str
    standing: str
    group: str
    size: int
    counts: tuple[int, ...]
    documents: int
    disputed: bool
    first: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class Look:
    """A standing by which lines are counted and drawn; `disputed`: somebody denies it."""

    name: str
    label: str
    meaning: str
    dashes: tuple[int, ...]
    opacity: float
    disputed: bool


@dataclass(frozen=True, slots=True)
class Network:
    """What is drawn as of `day`: `pairs` and `matters` count all that is in scope.

    `names` are those of whom was asked for, also where nothing is found on them in the `documents`.
    """

    day: str
    documents: int
    standings: tuple[Look, ...]
    focus: tuple[str, ...]
    names: dict[str, str]
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    pairs: int
    matters: int
    left_out: tuple[str, ...]
    times: Histogram | None
