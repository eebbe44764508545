"""Sorting the edges of a graph by how they count on a day."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hedgerow.ontology.partial_date import PartialDate
from hedgerow.ontology.weights import ontology_weights
from hedgerow.queries.dates.as_of import POSSIBLY, Position, position, stood_since
from hedgerow.queries.dates.confirmation import unconfirmed_since
from hedgerow.queries.dates.standing import may_be_by
from hedgerow.queries.dates.terms import TERM, TERM_OVER, stated_terms, term_over, terms_of
from hedgerow.queries.measures.signals import AsOf, Layer, Signal
from hedgerow.queries.measures.weighing import Told, Weights
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.selecting import life_of
from hedgerow.queries.words.phrases import (
    CONCLUDED,
    ENDED,
    HELD,
    NEGATIVE,
    PROSPECTIVE,
    UNDATED,
)

LATER, MAYBE_LATER = "later than the day", "possibly later than the day"
POSSIBLY_HELD, UNCONFIRMED = "possibly held", "unconfirmed"
NO_WEIGHT, PART_OF_A_TIE = "of no weight", "part of a tie"
PAST_TERM, PART_OF_WHAT_ENDED = "past a stated term", "part of a tie that is over"

_LAYERS: Mapping[str, Layer] = {CONCLUDED: "concluded", PROSPECTIVE: "prospective"}


@dataclass
class Sorting:
    """Edges being sorted by how they count; ties go first, since they take their events in."""

    attributes: Mapping[str, Told]
    weights: Weights
    on: dt.date
    signals: list[Signal] = field(default_factory=list)
    within: list[Signal] = field(default_factory=list)
    brokered: list[Signal] = field(default_factory=list)
    allied: list[Edge] = field(default_factory=list)
    perhaps_allied: list[Edge] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    taken_in: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    over: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    terms: dict[str, Sequence[PartialDate]] = field(default_factory=dict)

    def note_terms(self, edge: Edge) -> None:
        """Note the terms that an event states."""
        told = self.attributes.get(edge.id, {}).get(TERM, ())
        self.terms[edge.id] = tuple(stated_terms(edge, told))

    def take_tie(self, edge: Edge) -> None:
        """Count a tie, or the reason why it is left out."""
        place = position(edge, self.on)
        reason = self._why_not_held(edge, place)
        if place is not None and place.standing in (HELD, POSSIBLY):
            self._note_alliance(edge, confirmed=reason is None)
        told = self.attributes.get(edge.id, {})
        weight = self.weights.weight(edge, told)
        life = sorted(life_of(edge))
        if reason in (ENDED, PAST_TERM):
            for event in life:
                self.over[event].append(weight)
        if place is None or reason is not None or weight == 0:
            self.left_out[reason or NO_WEIGHT] += 1
            return
        costly = bool(self.weights.base(edge).costly)
        self.signals.append(Signal(edge, "concluded", weight, weight, costly, place.since))
        for event in life:
            self.taken_in[event].append(weight)

    def take_event(self, edge: Edge) -> None:
        """Count an event, or the reason why it is left out."""
        place = position(edge, self.on)
        layer = None if place is None else _LAYERS.get(place.standing)
        if place is None or place.status is None or layer is None:
            self.left_out[_why_not(edge, place, self.on)] += 1
            return
        base = self.weights.base(edge)
        weight = self.weights.weight(edge, self.attributes.get(edge.id, {}))
        since = stood_since(edge, place.status, self.on)
        age = (self.on - since).days
        worth = weight if base.half_life is None else weight * 2 ** (-age / base.half_life)
        signal = Signal(edge, layer, weight, worth, bool(base.costly), since)
        if edge.what in ontology_weights().brokerage:
            self.brokered.append(signal)
        elif weight == 0:
            self.left_out[NO_WEIGHT] += 1
        elif layer == "concluded" and _of_a_kind(weight, self.taken_in.get(edge.id, ())):
            self.within.append(signal)
            self.left_out[PART_OF_A_TIE] += 1
        elif layer == "concluded" and _of_a_kind(weight, self.over.get(edge.id, ())):
            self.within.append(signal)
            self.left_out[PART_OF_WHAT_ENDED] += 1
        else:
            self.signals.append(signal)

    def result(self) -> AsOf:
        """All that was taken."""
        return AsOf(
            on=self.on,
            weights=self.weights.version,
            signals=tuple(self.signals),
            left_out=self.left_out,
            within=tuple(self.within),
            brokered=tuple(self.brokered),
            allied=tuple(self.allied),
            perhaps_allied=tuple(self.perhaps_allied),
        )

    def _why_not_held(self, edge: Edge, place: Position | None) -> str | None:
        if place is None:
            return LATER
        if place.standing != HELD:
            return POSSIBLY_HELD if place.standing == POSSIBLY else place.standing
        over = term_over(edge, terms_of(edge, self.terms), self.on)
        if over is not None:
            return PAST_TERM if over == TERM_OVER else POSSIBLY_HELD
        horizon = self.weights.base(edge).horizon
        stale = unconfirmed_since(horizon, edge.last_confirmed, self.on)
        return UNCONFIRMED if stale is not None and edge.end is None else None

    def _note_alliance(self, edge: Edge, *, confirmed: bool) -> None:
        flag = ontology_weights().allied
        if edge.what != flag.kind:
            return
        values = self.attributes.get(edge.id, {}).get(flag.attribute, ())
        if confirmed and flag.value in values:
            self.allied.append(edge)
        elif flag.value in values or not values:
            self.perhaps_allied.append(edge)


def _of_a_kind(weight: float, ties: Iterable[float]) -> bool:
    """Whether an event pulls the way of a tie that it is part of."""
    return any(weight * tie > 0 for tie in ties)


def _why_not(edge: Edge, place: Position | None, on: dt.date) -> str:
    if place is None:
        dated = [step.on for step in edge.history if step.on is not None]
        if not dated:
            return UNDATED
        return MAYBE_LATER if any(may_be_by(date, on) for date in dated) else LATER
    return str(place.status) if place.standing == NEGATIVE else place.standing
