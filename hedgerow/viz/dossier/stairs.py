"""The levels of a state with each pole as stairs on the state's own ladder."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hedgerow.ontology.ladders import Ladder
from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.queries.dates.as_of import POSSIBLY
from hedgerow.queries.reading.rows import Cell
from hedgerow.queries.words.phrases import BY, level_words, names
from hedgerow.viz.dossier.chart import KINDS
from hedgerow.viz.dossier.labels import Label, spread, width_of
from hedgerow.viz.dossier.plane import GAP, WIDTH
from hedgerow.viz.timeline.axis import Axis, Tick

TOP, FOOT, BESIDE, LEAST_ROW, APART = 8.0, 28.0, 9.0, 34.0, 22.0
JOINED_DAYS = 62
"""A level that begins so soon after another ended rises from it."""
UNNAMED = "partnership of no stated level"

Rows = Sequence[Mapping[str, Cell]]


@dataclass(frozen=True, slots=True)
class Row:
    """A level: its name, the middle of its row and the line beneath it."""

    label: str
    y: float
    line: float


@dataclass(frozen=True, slots=True)
class Step:
    """A level held by one pole from `start` to `end`; `vague` is where it may have begun."""

    kind: int
    y: float
    start: float
    end: float
    vague: float | None
    sure: bool
    rise: str | None


@dataclass(frozen=True, slots=True)
class Stairs:
    """Everything in its place; what no source ranks stands below `apart`."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    apart: float | None
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    steps: tuple[Step, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True)
class _Plane:
    """Where levels and days stand."""

    ladder: Ladder | None
    ranked: frozenset[str]
    rows: Mapping[str, Row]
    axis: Axis

    def steps(self, kind: int, told: Rows, offset: float) -> Iterator[Step]:
        """The steps of one pole; one that follows another on the ladder rises from it."""
        before: tuple[float, dt.date] | None = None
        for row in told:
            level = _level(row, self.ladder)
            since = parse_partial_date(str(row["since"]))
            until = _end(row)
            y, start = round(self.rows[level].y + offset, 1), self.axis.place(since.latest)
            joined = before is not None and level in self.ranked and _follows(before[1], since)
            yield Step(
                kind=kind,
                y=y,
                start=start,
                end=max(start, self.axis.place(until.earliest if until else self.axis.last)),
                vague=None if since.precision == "day" else self.axis.place(since.earliest),
                sure=row["held"] != POSSIBLY,
                rise=f"M{start} {before[0]}V{y}" if before is not None and joined else None,
            )
            before = (y, until.latest) if until and level in self.ranked else None


def stairs_of(ladder: Ladder | None, by_pole: Mapping[str, Rows], on: dt.date) -> Stairs | None:
    """The stairs of each pole from the rows of `steps`; None where no dated level is told."""
    dated = {pole: [row for row in rows if row["since"]] for pole, rows in by_pole.items()}
    firsts = [parse_partial_date(str(rows[0]["since"])).earliest for rows in dated.values() if rows]
    if not firsts:
        return None
    ranked, others = _levels(ladder, dated)
    height = max(LEAST_ROW, BESIDE * len(dated) + 14)
    shift = APART if ranked and others else 0.0
    rows = {
        label: _row(label, TOP + n * height + (shift if label in others else 0), height)
        for n, label in enumerate([*ranked, *others])
    }
    poles = names(dated)
    left, right = round(GAP + width_of(list(rows)), 1), round(WIDTH - 2 * GAP - width_of(poles), 1)
    axis = Axis(min(firsts).replace(month=1, day=1), on, left, right)
    plane = _Plane(ladder, frozenset(ranked), rows, axis)
    drawn = [
        list(plane.steps(n % KINDS, told, (n - (len(poles) - 1) / 2) * BESIDE))
        for n, told in enumerate(dated.values())
    ]
    bottom = TOP + height * len(rows) + shift
    ends = [
        Label(pole, steps[-1].kind, steps[-1].end, steps[-1].y, right + GAP, steps[-1].y)
        for pole, steps in zip(poles, drawn, strict=True)
        if steps
    ]
    return Stairs(
        width=WIDTH,
        height=bottom + FOOT,
        left=left,
        right=right,
        top=TOP,
        bottom=bottom,
        apart=TOP + height * len(ranked) + 4 if shift else None,
        rows=tuple(rows.values()),
        ticks=axis.ticks(),
        steps=tuple(step for steps in drawn for step in steps),
        labels=tuple(spread(ends, bottom)),
    )


def _levels(ladder: Ladder | None, dated: Mapping[str, Rows]) -> tuple[list[str], list[str]]:
    """The ranked rungs of the ladder from the top down, and the other levels that are told."""
    rungs = [rung for rung in ladder.rungs if rung.rank is not None] if ladder else []
    ranked = [rung.label for rung in sorted(rungs, key=lambda rung: -(rung.rank or 0))]
    told = (_level(row, ladder) for rows in dated.values() for row in rows)
    return ranked, list(dict.fromkeys(level for level in told if level not in ranked))


def _end(row: Mapping[str, Cell]) -> PartialDate | None:
    """When a level ended; where only a report says that it has, the day of that."""
    told = row["until"]
    return parse_partial_date(str(told).removeprefix(BY)) if told else None


def _level(row: Mapping[str, Cell], ladder: Ladder | None) -> str:
    wording = row["stated_level"]
    rung = ladder.rung_for(str(wording)) if ladder and wording else None
    if rung is not None:
        return rung.label
    return level_words(str(wording)) if wording else UNNAMED


def _row(label: str, top: float, height: float) -> Row:
    return Row(label, round(top + height / 2, 1), round(top + height, 1))


def _follows(end: dt.date, since: PartialDate) -> bool:
    return abs((since.earliest - end).days) <= JOINED_DAYS
