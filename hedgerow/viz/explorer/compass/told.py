"""What the compass tells of each year and pole, and of the edges behind them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weight:
    """What stands with a pole at the end of a year; None where nothing concluded was found.

    `cooperation` and `conflict` are R and C of what is concluded, `pipeline` is R of what is only
    in prospect. `share` is the pole's part in the cooperation with all poles.
    """

    pole: str
    cooperation: float | None
    conflict: float | None
    pipeline: float | None
    share: float | None
    edges: int
    thin: bool
    words: str


@dataclass(frozen=True, slots=True)
class Leaning:
    """The lean between two poles, 100 is `a` and 0 is `b`; None without data with both."""

    a: str
    b: str
    value: float | None
    thin: bool
    words: str


@dataclass(frozen=True, slots=True)
class Year:
    """A year: on what it rests (`base`), how it reads, the weights, the leans, the spread.

    `effective` is the effective number of poles, from 1 to all of them.
    """

    on: str
    label: str
    base: str
    reads: str
    words: str
    edges: int
    effective: float | None
    weights: tuple[Weight, ...]
    leans: tuple[Leaning, ...]


@dataclass(frozen=True, slots=True)
class Compass:
    """A state between some poles over some years, with its drawing."""

    state: str
    name: str
    poles: tuple[str, ...]
    names: tuple[str, ...]
    on: str
    since: int
    until: int
    in_words: str
    years: tuple[Year, ...]
    weights: str
    notes: tuple[str, ...]
    svg: str


@dataclass(frozen=True, slots=True)
class Behind:
    """An edge behind a number, the sentence that tells it best, and what it is worth on the day.

    `layer` is concluded or prospective: the second is never part of the first.
    """

    id: str
    words: str
    look: str
    badge: str
    layer: str
    pole: str
    worth: float
    date: str
    quote: str | None
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Why:
    """The edges behind a year, or behind one pole in it, the weightiest first."""

    title: str
    in_words: str
    rows: tuple[Behind, ...]
    left_out: int
