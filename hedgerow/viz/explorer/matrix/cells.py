"""The cells of a matrix: a number with what it rests on, or why there is none."""

from bisect import bisect_right
from collections.abc import Sequence

from hedgerow.ontology.ladders import ladders
from hedgerow.queries.dates.as_of import Position
from hedgerow.queries.sources.coverage_report import documents_behind
from hedgerow.queries.sources.speakers import outlet_name
from hedgerow.queries.words.phrases import (
    CONTESTED,
    DENIED,
    ENDED,
    NEGATIVE,
    PROSPECTIVE,
    counted,
    names,
    support,
)
from hedgerow.viz.explorer.matrix.measures import READ, Couple, Number
from hedgerow.viz.explorer.matrix.record import Standing
from hedgerow.viz.explorer.matrix.told import Cell, Line, Measure

WHY = {
    "self": "itself",
    "broken": "relations broken off, as far as this archive tells",
    "ended": "what was there is over",
    "contested": "only contested or denied",
    "prospective": "only in prospect",
    "uncounted": "something is told, nothing that this measure counts",
    "nothing": "nothing found in this archive, which is no proof of no relation",
}
SHOWN = {
    "self": "",
    "broken": "broken off",
    "ended": "ended",
    "contested": "contested",
    "prospective": "ahead",
    "uncounted": "–",
    "nothing": "",
}


def line(stood: Standing, state: str, powers: Sequence[str], measure: Measure) -> Line:
    """A state with each of the powers."""
    cells = (_cell(stood, state, power, powers[0], measure) for power in powers)
    return Line(state, names([state])[0], tuple(cells))


def _cell(stood: Standing, state: str, power: str, first: str, measure: Measure) -> Cell:
    told = {one.edge.id: stood.sources.get(one.edge.id, ()) for one in stood.of(state, power)}
    behind = documents_behind(told)
    outlets = len({outlet_name(one) for one in behind.values()})
    sources = len({one.copy_of or one.document for one in behind.values()})
    couple = Couple(stood, state, power, first, len(behind), sources)
    number = None if state == power else READ[measure.name](couple)
    kind = "counted" if number is not None else _why_not(couple)
    rests = f"{support(len(behind), sources)} of {counted(outlets, 'outlet')}"
    who = " and ".join(names([state, power]))
    said = WHY[kind] if number is None else number.words
    if number is not None and frozenset((state, power)) in stood.broken:
        said += f"; {WHY['broken']}"
    thin = number is not None and (number.thin or outlets < 2)
    return Cell(
        power=power,
        kind=kind,
        text=SHOWN[kind] if number is None else number.text,
        value=None if number is None else number.value,
        heat=None if number is None else _heat(number, state, measure),
        thin=thin,
        edges=0 if number is None else len(number.edges),
        documents=len(behind),
        outlets=outlets,
        words=f"{who}, {stood.on.year}: {said}{', thin' if thin else ''}; {rests}",
    )


def _heat(number: Number, state: str, measure: Measure) -> int | None:
    """The colour from 0 to 4; of a level by its place on the state's own ladder."""
    if number.value is None:
        return None
    if measure.name == "level":
        ranks = sorted({rung.rank for rung in ladders()[state].rungs if rung.rank is not None})
        place = ranks.index(int(number.value))
        return round(4 * place / max(1, len(ranks) - 1))
    return bisect_right(measure.steps, number.value)


def _why_not(couple: Couple) -> str:
    """Why a cell has no number: the strongest thing that can be said."""
    if couple.state == couple.power:
        return "self"
    if frozenset((couple.state, couple.power)) in couple.stood.broken:
        return "broken"
    standings = {_standing(one) for one in couple.placed}
    if not standings:
        return "nothing"
    kinds = {ENDED: "ended", CONTESTED: "contested", PROSPECTIVE: "prospective"}
    strongest = next((one for one in (PROSPECTIVE, CONTESTED, ENDED) if one in standings), "")
    return kinds[strongest] if standings <= kinds.keys() else "uncounted"


def _standing(one: Position) -> str:
    """Suspended, cancelled and ended events are over; a denied one never was."""
    if one.standing == NEGATIVE:
        return CONTESTED if one.status == DENIED else ENDED
    return one.standing
