"""What a matrix of states and powers consists of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A state with a power at the end of a year.

    `kind` is counted where there is a number (or level) to show as `text`; else why there is none:
    broken, ended, contested, prospective, uncounted, nothing, self. `heat` is from 0 to 4, None
    where it is not coloured. `thin`: on so little that the next edge could turn it, or that no
    absence is told.
    """

    power: str
    kind: str
    text: str
    value: float | None
    heat: int | None
    thin: bool
    edges: int
    documents: int
    outlets: int
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A state with its cells, in the order of the powers."""

    code: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Power:
    """A column."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Measure:
    """What a cell can tell; `steps` are the numbers from which on the next colour counts."""

    name: str
    label: str
    help: str
    steps: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """States by powers at the end of a year, or on `on` where that comes first.

    `first` and `last` are the years between which the archive has documents.
    """

    title: str
    on: str
    year: int
    first: int
    last: int
    measure: Measure
    measures: tuple[Measure, ...]
    powers: tuple[Power, ...]
    rows: tuple[Line, ...]
    in_words: str
    notes: tuple[str, ...]
