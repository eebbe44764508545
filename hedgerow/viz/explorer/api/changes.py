"""What differs between two days: as lists, and as a briefing to hand on."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from starlette.responses import Response

from hedgerow.errors import UsageError
from hedgerow.graph.snapshot import Snapshot
from hedgerow.queries.brief.asked import follow
from hedgerow.queries.brief.reading import By
from hedgerow.queries.dates.windows import months_from
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edges import Selection
from hedgerow.queries.reading.rows import Row
from hedgerow.viz.explorer.asked import DayAsked, Held, Known, last_day, looked_back_to
from hedgerow.viz.explorer.changes import briefs, days
from hedgerow.viz.explorer.changes.told import Changes
from hedgerow.viz.explorer.downloads import attachment, csv_of
from hedgerow.viz.report import FORMATS, Report, render

router = APIRouter(tags=["changes"])
MONTHS = 12
CSV = "csv"
COLUMNS = (
    *("list", "lead", "words", "badge", "documents"),
    *("quote", "outlet", "published", "id"),
)


class Of(StrEnum):
    """Of what two states are compared."""

    day = "day"
    published = "published"
    recorded = "recorded"


@dataclass(frozen=True, slots=True)
class Compared:
    """Two days for whom one follows, and of what they are compared."""

    reader: Reader
    followed: Selection | None
    first: dt.date
    last: dt.date
    by: Of

    def changes(self) -> Changes:
        """What differs, as lists."""
        if self.by is Of.day:
            found = days.days(self.reader, self.followed, self.first, self.last)
            return days.told(self.reader, found)
        by = self._by()
        return briefs.told(briefs.brief_between(*self._known(), by), by)

    def report(self) -> Report:
        """What differs, as a report."""
        if self.by is Of.day:
            found = days.days(self.reader, self.followed, self.first, self.last)
            return days.report(self.reader, found)
        by = self._by()
        return briefs.report(briefs.brief_between(*self._known(), by), by)

    def _by(self) -> By:
        return "published" if self.by is Of.published else "recorded"

    def _known(self) -> tuple[Snapshot, Selection, dt.date, dt.date]:
        if self.followed is None or not isinstance(self.reader, Snapshot):
            raise UsageError("Name whom to follow to compare what was known or held on two days.")
        return self.reader, self.followed, self.first, self.last


def _compared(  # noqa: PLR0917  as many choices as the address has
    held: Held,
    on: DayAsked,
    a: Annotated[str | None, Query(description="Whom to follow; all there is without.")] = None,
    b: Annotated[str | None, Query(description="Only what is between the two.")] = None,
    start: Annotated[
        str | None, Query(alias="from", description="The first day; a year earlier without.")
    ] = None,
    end: Annotated[
        str | None, Query(alias="to", description="The second day; the newest without.")
    ] = None,
    by: Annotated[
        Of, Query(description="How things stood, what was published, or what was recorded.")
    ] = Of.day,
    known: Known = None,
) -> Compared:
    newest = dt.datetime.now(dt.UTC).date() if by is Of.recorded else on
    last = last_day(end) if end else newest
    first = last_day(start) if start else months_from(last, -MONTHS)
    if first >= last:
        raise UsageError(f"{first} is not before {last}; give an earlier first day.")
    followed = follow(a, b) if a else None
    seen = looked_back_to(known)
    reader = held.reader(seen) if by is Of.day else held.snapshot(seen)
    return Compared(reader, followed, first, last, by)


Asked = Annotated[Compared, Depends(_compared)]


@router.get("/api/changes")
def changes(found: Asked) -> Changes:
    """What stands otherwise, or is told otherwise, on the second day than on the first."""
    return found.changes()


@router.get("/export/changes.{form}", response_class=Response)
def export(
    found: Asked, form: Annotated[str, Path(description="md, html, docx, txt or csv.")]
) -> Response:
    """The changes as a briefing with numbered evidence, or as rows."""
    whom = "-".join(filter(None, (found.followed.a, found.followed.b))) if found.followed else "all"
    name = f"changes-{whom}-{found.first}-{found.last}-by-{found.by.value}"
    if form == CSV:
        return attachment(csv_of(COLUMNS, _rows(found.changes())), name, CSV)
    if form not in FORMATS:
        raise UsageError(f"{form} is no format here; there are {', '.join(FORMATS)} and {CSV}.")
    return attachment(render(found.report(), form), name, form)


def _rows(found: Changes) -> Iterator[Row]:
    for each in found.lists:
        for row in each.rows:
            yield asdict(row) | {"list": each.name}
