"""Lean: where a state stands between powers."""

from collections.abc import Iterator, Sequence

from hedgerow.queries.hedging.hedging import Hedging, hedging
from hedgerow.queries.hedging.words import basis
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.reading.scope import once


def rows(asked: Asked) -> list[Row]:
    """A row a measure."""
    return [dict(line.cells()) for line in _measured(asked).lines]


def words(rows: Sequence[Row], asked: Asked) -> str:
    """The headline numbers with their ranges."""
    return _measured(asked).in_words


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """Levels, treaties, coverage, what was left out, the weights."""
    yield from basis(_measured(asked))


def _measured(asked: Asked) -> Hedging:
    state, poles, on = asked.values["a"], asked.codes("between"), asked.day("at")
    return once(asked, "hedging", lambda: hedging(asked.reader, state, poles, on))
