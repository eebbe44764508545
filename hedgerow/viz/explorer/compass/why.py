"""The edges behind a number, with the sentences that tell them."""

import datetime as dt
from collections.abc import Iterable, Iterator

from hedgerow.queries.dates.as_of import Position, position
from hedgerow.queries.dates.histories import date_as_of
from hedgerow.queries.hedging.compass import CompassYear
from hedgerow.queries.measures.signals import Signal
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.reading.edges import sources_for
from hedgerow.queries.sources.speakers import outlet_name
from hedgerow.queries.sources.telling_sentence import most_telling_first
from hedgerow.queries.words.phrases import counted, listed, names, shown_quote
from hedgerow.viz.explorer.compass.told import Behind, Why
from hedgerow.viz.explorer.evidence.standing import as_it_stood, badge_of, look_of, told_on
from hedgerow.viz.plain import plain

SHOWN = 300
"""As many edges are listed; beyond that the pair's own page has all of them."""


def why(reader: Reader, state: str, year: CompassYear, poles: tuple[str, ...]) -> Why:
    """What stands behind a year with some of its poles."""
    found = list(_signals(year, poles))
    shown = found[:SHOWN]
    sources = sources_for(reader, [one.edge for _, one in shown]) if shown else {}
    rows = tuple(
        _behind(pole, one, stands, sources.get(one.edge.id, ()), year.on)
        for pole, one in shown
        if (stands := position(one.edge, year.on)) is not None
    )
    whom = listed(names(poles))
    return Why(
        title=f"{names([state])[0]} with {whom}, {year.label}",
        in_words=_in_words(found, whom, year),
        rows=rows,
        left_out=len(found) - len(rows),
    )


def _signals(year: CompassYear, poles: Iterable[str]) -> Iterator[tuple[str, Signal]]:
    """What is concluded before what is ahead, each with the weightiest first."""
    found = [
        (pole, one)
        for pole in poles
        for one in (*year.poles[pole].concluded, *year.poles[pole].prospective)
    ]
    yield from sorted(
        found, key=lambda each: (each[1].layer, -abs(each[1].worth), each[1].edge.id, each[0])
    )


def _in_words(found: list[tuple[str, Signal]], whom: str, year: CompassYear) -> str:
    if not found:
        return f"Nothing that counts with {whom} was found by {year.on} in this archive."
    firm = sum(one.layer == "concluded" for _, one in found)
    ahead = len(found) - firm
    beside = f"; {ahead} only in prospect, which the number does not hold" if ahead else ""
    return f"{counted(firm, 'edge')} that count by {year.on}{beside}."


def _behind(
    pole: str, one: Signal, stands: Position, sources: Iterable[Source], on: dt.date
) -> Behind:
    best = next(iter(most_telling_first(as_it_stood(stands), tuple(sources))), None)
    return Behind(
        id=one.edge.id,
        words=told_on(stands, on),
        look=look_of(stands),
        badge=badge_of(stands, on),
        layer=one.layer,
        pole=pole,
        worth=round(one.worth, 2),
        date=date_as_of(stands, on),
        quote=None if best is None else plain(shown_quote(best.quote)),
        outlet=None if best is None else plain(outlet_name(best)),
        published=None if best is None else best.published,
    )
