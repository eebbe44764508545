"""How a state stands between powers: the measures for one state, and what they rest on."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from hedgerow.errors import UsageError
from hedgerow.ontology.actors import actors
from hedgerow.queries.asking import ask
from hedgerow.queries.dates.as_of import position
from hedgerow.queries.hedging.lines import Line, lines_of
from hedgerow.queries.hedging.measure import Scope
from hedgerow.queries.measures.engagement import treaty_with
from hedgerow.queries.measures.graph import read_graph
from hedgerow.queries.measures.rivals import read_rivals, rival_pairs
from hedgerow.queries.measures.robustness import weight_check
from hedgerow.queries.measures.signals import AsOf, Signal
from hedgerow.queries.measures.states import fixed_partners
from hedgerow.queries.measures.strength import cooperation
from hedgerow.queries.measures.weights import Weights, default_weights
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.coverage import coverage
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.reading.edges import Selection, edges_of, sources_for
from hedgerow.queries.reading.rated import mark_of, strictest
from hedgerow.queries.reading.rows import Cell
from hedgerow.queries.sources.coverage_report import CoverageReport, coverage_of_edges
from hedgerow.queries.tabular import Tabular
from hedgerow.queries.words.phrases import listed, names

POWERS = ("USA", "CHN")
"""The poles where none are named."""


@dataclass(frozen=True, slots=True)
class Hedging(Tabular):
    """The measures of `state` between `poles` on a day, with what they rest on.

    `lines` hold one measure each. `counted` are the edges behind any of them with a pole, the
    weightiest first. `sources` are the sentences behind all edges of the state that can be placed
    by the day, and `coverage` tells of those. `levels` tell where the poles stand on the
    state's own ladder; `allied` are the poles with a treaty of defence, `perhaps_allied` those
    with a treaty of which that is not told. `left_out` counts edges that enter no measure, by
    reason. `stability` is the least Kendall tau of the ranking of partners when weights change by
    a fifth, None where there is nothing to rank. `weights` is the version of the weights.
    """

    state: str
    poles: tuple[str, ...]
    on: dt.date
    weights: str
    in_words: str
    lines: tuple[Line, ...]
    counted: tuple[Signal, ...]
    sources: Mapping[str, tuple[Source, ...]]
    coverage: CoverageReport
    levels: tuple[str, ...] = ()
    allied: tuple[str, ...] = ()
    perhaps_allied: tuple[str, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=Counter)
    stability: float | None = None

    @property
    def handling(self) -> str | None:
        """The strictest handling mark of all documents behind its edges."""
        return strictest(mark_of(some) for some in self.sources.values())

    def table(self) -> tuple[tuple[str, ...], tuple[Mapping[str, Cell], ...]]:
        """The names of the columns, and a row for each measure."""
        return Line.columns(), tuple(line.cells() for line in self.lines)


def hedging(
    reader: Reader,
    state: str,
    between: Sequence[str] = POWERS,
    on: dt.date | None = None,
    weights: Weights | None = None,
    *,
    resampled: bool = True,
) -> Hedging:
    """The measures for a state between two or more poles, each pair of poles apart.

    Actors are given by name or code; without a day, the newest publication's counts. Without
    `resampled` no ranges are worked out.

    Raises:
        UnknownActor: no state or body answers to a name.
        UsageError: two of the actors are the same, or fewer than two poles are named.
    """
    code = actors().resolve(state).id
    poles = tuple(dict.fromkeys(actors().resolve(each).id for each in between))
    if len(poles) < 2 or code in poles:
        raise UsageError(
            "Name two or more poles that differ from each other and from the state, such as "
            "--between USA,CHN."
        )
    day = on or coverage(reader).as_of or dt.datetime.now(dt.UTC).date()
    selections = [Selection(code), *map(Selection, poles)]
    as_of = read_graph(reader, selections, weights or default_weights(), day)
    own = read_graph(reader, selections[:1], weights or default_weights(), day)
    edges = [one for one in edges_of(reader, selections[0]) if position(one, day) is not None]
    sources = sources_for(reader, edges)
    allied, perhaps = (treaty_with(each, code, poles) for each in (own.allied, own.perhaps_allied))
    lines = lines_of(as_of, own, sources if resampled else None, _scope(code, poles, day))
    return Hedging(
        state=code,
        poles=poles,
        on=day,
        weights=as_of.weights,
        in_words=_in_words(code, poles, day, lines),
        lines=lines,
        counted=_counted(own, code, poles),
        sources=sources,
        coverage=coverage_of_edges(edges, sources, day),
        levels=tuple(_level(reader, code, pole, day) for pole in poles),
        allied=allied,
        perhaps_allied=tuple(pole for pole in perhaps if pole not in allied),
        left_out=own.left_out,
        stability=weight_check(own, lambda graph: _ranking(graph, code), draws=0).least,
    )


def _scope(state: str, poles: tuple[str, ...], day: dt.date) -> Scope:
    return Scope(
        state=state,
        pairs=tuple(combinations(poles, 2)),
        poles=poles,
        partners=fixed_partners(state, poles),
        rivals=rival_pairs(read_rivals(), day),
    )


def _counted(as_of: AsOf, state: str, poles: Iterable[str]) -> tuple[Signal, ...]:
    found = {one.edge.id: one for pole in poles for one in as_of.between(state, pole)}
    return tuple(sorted(found.values(), key=lambda one: (-abs(one.worth), one.edge.id)))


def _ranking(as_of: AsOf, state: str) -> Mapping[str, float]:
    return {one: cooperation(as_of, state, one) for one in as_of.partners(state)}


def _level(reader: Reader, state: str, pole: str, day: dt.date) -> str:
    return ask(reader, "levels", {"a": state, "b": pole, "at": day.isoformat()}).in_words


def _in_words(state: str, poles: tuple[str, ...], day: dt.date, lines: Sequence[Line]) -> str:
    told = [line.in_words for line in lines if line.headline]
    between = f"{names([state])[0]} between {listed(names(poles))} on {day}"
    return f"{between}: {'; '.join(told)}."
