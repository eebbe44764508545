"""A dossier: all that this archive tells of a state between powers, for handing over."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from hedgerow.errors import UsageError
from hedgerow.graph.snapshot import Snapshot
from hedgerow.queries.asking import Answer, ask
from hedgerow.queries.brief.brief import Brief
from hedgerow.queries.brief.reading import read_brief
from hedgerow.queries.dates.windows import months_from
from hedgerow.queries.dossier.edges import Between, between
from hedgerow.queries.dossier.gaps import Gaps, gaps
from hedgerow.queries.dossier.years import Course, Year, ends_of_years, years
from hedgerow.queries.hedging.hedging import POWERS, Hedging, hedging
from hedgerow.queries.measures.weights import Weights, default_weights
from hedgerow.queries.reading.coverage import Coverage, coverage
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edges import Selection, edges_of
from hedgerow.queries.reading.rows import Cell

YEARS = 15
"""As many years are looked back where no first year is given."""
TERMS_WITHIN = 60
"""Months ahead in which stated terms are told that end."""
CHANGED_IN = "12m"
OF_SOURCES = ("disagreements", "single_source", "party_only")
"""The questions on sources, in the order in which they are told."""
RowsById = Mapping[str, Mapping[str, Cell]]
Progress = Callable[[int, float], None]
MEASURED, FOLLOWED, BRIEFED = 0.15, 0.45, 0.65
"""The parts of the work that are done after each long step."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is told of a state between poles on a day; what is by pole stands in their order.

    `steps`, `sources` (by question) and `terms` are answers of the library, `denials` and `pending`
    rows of such by the id of their edge. `edges` are all those of the state by id, `held` is what
    the archive holds, and `digest` the hash of it.
    """

    hedging: Hedging
    years: tuple[Year, ...]
    between: tuple[Between, ...]
    steps: tuple[Answer, ...]
    gaps: tuple[Gaps, ...]
    sources: Mapping[str, tuple[Answer, ...]]
    denials: RowsById
    pending: RowsById
    terms: Answer
    brief: Brief
    edges: Mapping[str, Edge]
    weights: Weights
    held: Coverage
    digest: str

    @property
    def state(self) -> str:
        """The code of the state."""
        return self.hedging.state

    @property
    def poles(self) -> tuple[str, ...]:
        """The codes of the poles."""
        return self.hedging.poles

    @property
    def on(self) -> dt.date:
        """The day."""
        return self.hedging.on


def read_dossier(
    snapshot: Snapshot,
    state: str,
    poles: Sequence[str] = POWERS,
    *,
    since: int | None = None,
    on: dt.date | None = None,
    weights: Weights | None = None,
    progress: Progress = lambda documents, part: None,
) -> Dossier:
    """All that is told of a state between two or more poles on a day, by year from `since` on.

    Raises:
        UnknownActor: no state or body answers to a name.
        UsageError: fewer than two poles, one twice or the state itself, or `since` after the day.
    """
    used, held = weights or default_weights(), coverage(snapshot)
    progress(held.documents, 0)
    found = hedging(snapshot, state, poles, on, used)
    progress(held.documents, MEASURED)
    code, day = found.state, found.on
    first = max(1, day.year - YEARS) if since is None else since
    if first > day.year:
        raise UsageError(f"--since {first} lies after {day}; give an earlier year.")
    course = Course(code, found.poles, tuple(combinations(found.poles, 2)), used)
    pairs = tuple(between(snapshot, code, pole, used, day) for pole in found.poles)
    return Dossier(
        hedging=found,
        years=years(
            snapshot,
            course,
            found.sources,
            ends_of_years(first, day),
            lambda part: progress(held.documents, MEASURED + part * (FOLLOWED - MEASURED)),
        ),
        between=pairs,
        steps=_asked(snapshot, "steps", code, found.poles, day),
        gaps=tuple(gaps(snapshot, code, each, day) for each in pairs),
        sources={name: _asked(snapshot, name, code, found.poles, day) for name in OF_SOURCES},
        denials=_by_id(_asked(snapshot, "denials", code, found.poles, day)),
        pending=_by_id(_asked(snapshot, "pipeline", code, found.poles, day)),
        terms=_terms(snapshot, code, day),
        brief=read_brief(
            snapshot,
            [Selection(code, pole) for pole in found.poles],
            CHANGED_IN,
            day,
            progress=lambda count, part: progress(count, FOLLOWED + part * (BRIEFED - FOLLOWED)),
        ),
        edges={edge.id: edge for edge in edges_of(snapshot, Selection(code))},
        weights=used,
        held=held,
        digest=snapshot.canonical_hash(),
    )


def _asked(
    snapshot: Snapshot, name: str, state: str, poles: Sequence[str], day: dt.date
) -> tuple[Answer, ...]:
    """A question on the state and each pole, as of the day."""
    given = {"a": state, "at": day.isoformat()}
    return tuple(ask(snapshot, name, {**given, "b": pole}) for pole in poles)


def _terms(snapshot: Snapshot, state: str, day: dt.date) -> Answer:
    until = months_from(day, TERMS_WITHIN)
    given = {"a": state, "by": until.isoformat(), "at": day.isoformat()}
    return ask(snapshot, "expiring", given)


def _by_id(answers: Iterable[Answer]) -> RowsById:
    return {str(row["id"]): row for answer in answers for row in answer.rows}
