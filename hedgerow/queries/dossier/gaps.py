"""What a dossier does not know of a state and a pole, and what it rests on."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from hedgerow.queries.dates.histories import unconfirmed_as_of
from hedgerow.queries.dossier.edges import Between, Placed
from hedgerow.queries.dossier.lanes import Lane, lanes
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edges import Selection, edges_of, sources_of
from hedgerow.queries.sources.coverage_report import (
    CoverageReport,
    coverage_of_edges,
)
from hedgerow.queries.sources.gaps import Absence, absence, runs
from hedgerow.queries.sources.speakers import ownership

MONTHS = 12
TOO_THIN, NONE_FOUND = "too thin to say", "none found"


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps of one pole.

    `lanes` tell how much is concluded or held in each, and apart from that how much possibly, or
    what may be said of its absence; `ownership` counts documents by who owns their outlet;
    `unconfirmed` are the ties past their horizon.
    """

    pole: str
    absence: Absence
    coverage: CoverageReport
    lanes: Mapping[str, str]
    ownership: Mapping[str, int]
    unconfirmed: tuple[Placed, ...]
    unplaced: int

    def empty_months(self, year: int) -> str:
        """The months of a year without a document: `all`, `01 to 05, 07`; none is empty."""
        months = [month for month in self.absence.empty if month.startswith(f"{year:04}-")]
        return "all" if len(months) == MONTHS else runs(months).replace(f"{year:04}-", "")


def gaps(reader: Reader, state: str, found: Between, on: dt.date) -> Gaps:
    """The gaps between a state and a pole up to a day."""
    wanted = Selection(state, found.pole)
    sources = sources_of(reader, wanted)
    missing = absence(reader, wanted, end=on)
    return Gaps(
        pole=found.pole,
        absence=missing,
        coverage=coverage_of_edges(edges_of(reader, wanted), sources, on),
        lanes={lane.name: _told(found, lane, missing) for lane in lanes()},
        ownership=ownership(sources),
        unconfirmed=tuple(
            one for one in found.placed if unconfirmed_as_of(one.stands, on) is not None
        ),
        unplaced=found.unplaced,
    )


def _told(found: Between, lane: Lane, missing: Absence) -> str:
    sure, perhaps = (len(found.block(name, lane)) for name in ("concluded", "possible"))
    if perhaps:
        return f"{sure}, and {perhaps} possibly" if sure else f"only {perhaps} possibly"
    if sure:
        return str(sure)
    return TOO_THIN if missing.is_thin else NONE_FOUND
