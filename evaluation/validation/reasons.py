"""Where lean and the rankings disagree, with the edges behind and what was looked up."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import yaml

from evaluation.validation.archive import HINDSIGHT, Archive
from evaluation.validation.comparisons import Disagreement, disagreements
from evaluation.validation.figures import Standing
from evaluation.validation.plan import HERE, plan
from evaluation.validation.words import edge_words, name, number
from hedgerow.queries.dates.as_of import position
from hedgerow.queries.dates.confirmation import unconfirmed_since
from hedgerow.queries.measures.graph import read_graph
from hedgerow.queries.measures.sorting import LATER, NO_WEIGHT, PART_OF_A_TIE, UNCONFIRMED
from hedgerow.queries.measures.weights import default_weights
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edges import Selection, edges_of
from hedgerow.queries.words.phrases import HELD, tie_text

SHOWN = 4
"""As many edges with a pole are written out."""
PASSED_OVER = (LATER, NO_WEIGHT, PART_OF_A_TIE, UNCONFIRMED)
"""Reasons that are not counted: they say nothing of what is missing, or are told by the tie."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What disagrees about a state, the edges behind with each pole, and a note."""

    state: str
    said: tuple[str, ...]
    behind: tuple[str, ...]
    note: str


def reasons(archive: Archive) -> Iterator[Reason]:
    """One for each state that disagrees with something, told with hindsight."""
    notes = yaml.safe_load((HERE / "notes.yaml").read_text(encoding="utf-8")) or {}
    found: dict[str, list[Disagreement]] = defaultdict(list)
    for year in plan().days:
        for each in disagreements(archive.figures[year, HINDSIGHT].leans, year):
            found[each.state].append(each)
    for state in sorted(found, key=name):
        yield _reason(archive, state, found[state], notes.get(state, ""))


def _reason(archive: Archive, state: str, found: Sequence[Disagreement], note: str) -> Reason:
    year = max(each.edition.year for each in found)
    standing = archive.figures[year, HINDSIGHT].standings[state]
    said = tuple(f"{each.edition}: {each.words}" for each in found)
    behind = (
        _behind(standing, place) + _left_out(archive, state, pole, year)
        for place, pole in enumerate(plan().poles)
    )
    return Reason(state, said, tuple(behind), note.strip())


def _behind(standing: Standing, place: int) -> str:
    signals, pole = standing.behind[place], plan().poles[place]
    shown = ", ".join(map(edge_words, signals[:SHOWN])) or "none"
    more = f" and {len(signals) - SHOWN} more" if len(signals) > SHOWN else ""
    return f"{name(pole)}, R {number(standing.cooperation[place])}: {shown}{more}"


def _left_out(archive: Archive, state: str, pole: str, year: int) -> str:
    on, between = plan().days[year], Selection(a=state, b=pole)
    graph = read_graph(archive.snapshot, [between], default_weights(), on)
    counted = {signal.edge.id for signal in graph.signals}
    rest = [edge for edge in edges_of(archive.snapshot, between) if edge.id not in counted]
    others = sorted(item for item in graph.left_out.items() if item[0] not in PASSED_OVER)
    told = [*_unconfirmed(rest, on), *(f"{n} {why}" for why, n in others)]
    return f"; left out: {', '.join(told)}" if told else ""


def _unconfirmed(edges: Iterable[Edge], on: dt.date) -> Iterator[str]:
    for edge in edges:
        place, base = position(edge, on), default_weights().base(edge)
        since = unconfirmed_since(base.horizon, edge.last_confirmed, on)
        if edge.is_tie and place and place.standing == HELD and base.weight and since:
            yield f"{tie_text(edge.label, edge.level, None)} unconfirmed since {since}"
