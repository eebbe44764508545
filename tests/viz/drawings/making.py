"""Years of a compass made by hand."""

import datetime as dt
from collections.abc import Sequence

from hedgerow.queries.hedging.compass import CompassYear, Pole
from hedgerow.queries.hedging.points import Point
from hedgerow.queries.measures.signals import Signal
from hedgerow.queries.measures.spread import spread_of
from hedgerow.queries.measures.strength import Sums
from hedgerow.queries.reading.edge import Edge

CODES = ("USA", "CHN", "RUS", "JPN")


def year_of(edges: int, sums: Sequence[float], year: int = 2024) -> CompassYear:
    """A year with so much cooperation with each pole, by so many edges of the first."""
    signals = tuple(_signal(number) for number in range(edges))
    poles = {
        pole: Pole(
            point=Point(total or None, tuple(one.edge.id for one in signals)),
            sums=Sums(total, 0.0) if total else None,
            ahead=None,
            concluded=signals if number == 0 else (),
            prospective=(),
        )
        for number, (pole, total) in enumerate(zip(CODES, sums, strict=False))
    }
    amounts = {pole: one.cooperation for pole, one in poles.items()}
    return CompassYear(dt.date(year, 12, 31), poles, {}, spread_of(amounts, tuple(amounts)))


def _signal(number: int) -> Signal:
    edge = Edge(
        id=f"event/{number:032x}",
        kind="event",
        what="visit",
        actors=("USA", "VNM"),
        directed=True,
        standing="concluded",
        status="occurred",
        stated="2024",
        end=None,
        end_basis=None,
        published="2024",
        level=None,
        from_level=None,
        item=None,
        place=None,
        documents=1,
        sources=1,
        confidence=1.0,
        first_confirmed=None,
        last_confirmed=None,
        opened_by=None,
        closed_by=None,
        events=(),
        history=(),
    )
    return Signal(edge, "concluded", 0.1, 0.1, costly=False)
