"""The measures for one state as lines: number, range, what is in prospect."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hedgerow.queries.hedging.catalogue import measures
from hedgerow.queries.hedging.measure import Measure, Reading, Scope
from hedgerow.queries.measures.poles import THIN, is_thin
from hedgerow.queries.measures.robustness import Range, source_ranges
from hedgerow.queries.measures.signals import AsOf
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.reading.rows import Cell
from hedgerow.queries.words.numbers import rounded
from hedgerow.queries.words.phrases import counted

__all__ = ["DRAWS", "THIN", "Line", "lines_of"]

DRAWS = 200
"""Samples of outlets behind each range."""


@dataclass(frozen=True, slots=True)
class Line:
    """A measure with its number on the day; `value` is None where there is no data.

    `low` and `high` are the range over resampled sources, which does not cover what was not
    loaded. `pipeline` is the same of what is only in prospect. `edges` are the ids behind it.
    """

    measure: str
    value: float | None
    low: float | None
    high: float | None
    pipeline: float | None
    scale: str
    edges: tuple[str, ...]
    digits: int
    headline: bool
    one_sided: bool = False

    @staticmethod
    def columns() -> tuple[str, ...]:
        """The names of the cells."""
        return ("measure", "scale", "value", "low", "high", "pipeline", "edges", "thin")

    def cells(self) -> Mapping[str, Cell]:
        """The line as a row, numbers rounded to what they can bear."""
        return {
            "measure": self.measure,
            "scale": self.scale,
            "value": rounded(self.value, self.digits),
            "low": rounded(self.low, self.digits),
            "high": rounded(self.high, self.digits),
            "pipeline": rounded(self.pipeline, self.digits),
            "edges": len(self.edges),
            "thin": "thin" if self.is_thin else None,
        }

    @property
    def is_thin(self) -> bool:
        """Whether so few edges stand behind it that the next one could turn it round."""
        return self.value is not None and is_thin(len(self.edges), one_sided=self.one_sided)

    @property
    def in_words(self) -> str:
        """`lean 47 (41 to 55) from 0 China to 100 United States`; `lean: no data`."""
        if self.value is None:
            return f"{self.measure}: no data"
        told = f"{self.measure} {self.value:.{self.digits}f}"
        if self.low is not None and self.high is not None:
            told += f" ({self.low:.{self.digits}f} to {self.high:.{self.digits}f})"
        told = f"{told} from {self.scale}" if self.headline else told
        if not self.is_thin:
            return told
        few = (
            f"{counted(len(self.edges), 'edge')}{', with one side only' if self.one_sided else ''}"
        )
        return f"{told}, thin: {few}"

    def shown(self, number: float | None) -> str | None:
        """A number with as many digits as the measure can bear."""
        return None if number is None else f"{number:.{self.digits}f}"


def lines_of(
    as_of: AsOf, own: AsOf, sources: Mapping[str, Sequence[Source]] | None, scope: Scope
) -> tuple[Line, ...]:
    """Every measure for a state; without `sources` no ranges are worked out.

    `own` holds what counts for the state, `as_of` what counts for the poles, to compare with.
    """
    found = [(measure, measure.read(own)) for measure in measures(as_of, scope)]
    firm = [measure for measure, reading in found if _may_range(measure, reading)]
    ranges: dict[str, Range] = {}
    if sources is not None and firm:
        drawn = source_ranges(own, sources, [_value_of(each) for each in firm], DRAWS)
        ranges = {_key(measure): spread for measure, spread in zip(firm, drawn, strict=True)}
    return tuple(_line(*each, ranges.get(_key(each[0]))) for each in found)


def _may_range(measure: Measure, reading: Reading) -> bool:
    return measure.resampled and reading.value is not None and not reading.one_sided


def _value_of(measure: Measure) -> Callable[[AsOf], float | None]:
    return lambda graph: measure.read(graph).value


def _key(measure: Measure) -> str:
    return f"{measure.name}, {measure.scale}"


def _line(measure: Measure, reading: Reading, spread: Range | None) -> Line:
    return Line(
        measure=measure.name,
        value=reading.value,
        low=None if spread is None else spread.low,
        high=None if spread is None else spread.high,
        pipeline=reading.pipeline,
        scale=measure.scale,
        edges=reading.edges,
        digits=measure.digits,
        headline=measure.headline,
        one_sided=reading.one_sided,
    )
