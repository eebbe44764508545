"""Numbers, intervals and edges as the page writes them."""

from collections.abc import Sequence

from evaluation.validation.agreement import Interval
from hedgerow.queries.measures.signals import Signal
from hedgerow.queries.words.phrases import date_text, names, tie_text

NOTHING, TOO_FEW = "–", "too few"


def name(code: str) -> str:
    """The short name of a state."""
    return names([code])[0]


def number(value: float | None, digits: int = 2) -> str:
    """A number with a fixed count of digits, a dash for None."""
    return NOTHING if value is None else f"{value:.{digits}f}"


def both(values: Sequence[float]) -> str:
    """Two numbers, those of the poles."""
    return " / ".join(number(value) for value in values)


def with_interval(value: float, interval: Interval | None) -> str:
    """A coefficient with its interval: `0.32 (-0.59 to 0.87)`."""
    if interval is None:
        return number(value)
    return f"{number(value)} ({number(interval[0])} to {number(interval[1])})"


def edge_words(signal: Signal) -> str:
    """An edge with its date and what it is worth: `base access 2019-09-23 (0.11)`."""
    edge = signal.edge
    what = tie_text(edge.label, edge.level if edge.is_tie else None, None)
    when = date_text(edge.stated, edge.published)
    if edge.is_tie:
        when = f"since {edge.stated}" if edge.stated else "of unknown beginning"
    return f"{what} {when} ({number(signal.worth)})"
