"""What a measure of one state is: whom it compares, how it is read off a graph, what that gives."""

from collections.abc import Callable
from dataclasses import dataclass

from hedgerow.queries.measures.signals import AsOf

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom the measures of a state compare: poles and pairs of them, partners, rivals."""

    state: str
    poles: tuple[str, ...]
    pairs: tuple[Pair, ...]
    partners: tuple[str, ...]
    rivals: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A measure's number, that of what is in prospect, and the edges behind the first.

    `one_sided`: it compares two poles of which one has no edge, so that it says what was loaded.
    """

    value: float | None
    pipeline: float | None
    edges: tuple[str, ...]
    one_sided: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: what it is called, what its scale means, and how it is read off a graph.

    `resampled`: whether fewer sources may move it either way. Sums and counts only fall, so that a
    range would lie below the number.
    """

    name: str
    scale: str
    read: Callable[[AsOf], Reading]
    digits: int = 2
    headline: bool = False
    resampled: bool = True
