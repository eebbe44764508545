"""Reading a brief from a store: two views of it, before a period and at its end."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

from hedgerow.errors import UsageError
from hedgerow.graph import ledger
from hedgerow.graph.ledger import Withdrawal
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.view import Sifted, View, viewed
from hedgerow.graph.view_documents import documents_counting, is_by
from hedgerow.graph.view_handling import stricter
from hedgerow.ontology.partial_date import not_ahead
from hedgerow.queries.brief.asked import period
from hedgerow.queries.brief.brief import Brief, Looked, brief
from hedgerow.queries.brief.known import Known, known_of
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.dates.windows import days_from
from hedgerow.queries.reading.coverage import coverage
from hedgerow.queries.reading.edges import Selection

By = Literal["published", "recorded"]
"""Whether what counts on a day was published or recorded by then."""
Progress = Callable[[int, float], None]
NO_VIEW = View()


def read_brief(
    snapshot: Snapshot,
    followed: Sequence[Selection],
    since: str = "7d",
    at: dt.date | None = None,
    *,
    by: By = "published",
    ahead: int = 90,
    view: View = NO_VIEW,
    progress: Progress = lambda documents, fraction: None,
) -> Brief:
    """What became known of some actors and pairs from `since` to `at`.

    `since` is a span before the end of `at` or the first day. Without `at` the period ends with the
    day up to which `view` knows or holds documents, else with the newest publication, or today
    where the days are those of recording. What `view` leaves out counts nowhere; of what was
    withdrawn nobody knows which mark it carried, so a view that goes by marks tells of none.

    Raises:
        UsageError: `since` cannot be read, or nothing has a date to go by.
    """
    limit = view.known if by == "published" else view.recorded
    wanted = period(since, at or limit or _last_day(snapshot, by, view))
    views = [_until(view, by, day) for day in (days_from(wanted.first, -1), wanted.last)]

    (before, then), (after, now) = (
        _known(snapshot, view, followed, _share(progress, place, len(views)))
        for place, view in enumerate(views)
    )
    looked = Looked(
        documents=now.kept - then.kept,
        telling=len(after.telling - before.telling),
        undated=now.undated,
        coarse=now.coarse,
        newest=_newest(snapshot, view),
        restricted=len(stricter(snapshot, view.handling)) if view.handling else 0,
    )
    withdrawn = [] if view.handling else _withdrawn(snapshot, wanted)
    withdrawn = [one for one in withdrawn if is_by(one.at, view.recorded)]
    return brief(followed, wanted, before, after, looked=looked, withdrawn=withdrawn, ahead=ahead)


def _until(view: View, by: By, day: dt.date) -> View:
    """What of a view was published or recorded by a day."""
    if by == "published":
        return replace(view, known=min(day, view.known or day))
    return replace(view, recorded=min(day, view.recorded or day))


def _newest(snapshot: Snapshot, view: View) -> dt.date | None:
    if not view:
        return coverage(snapshot).last
    return documents_counting(
        snapshot, known=view.known, recorded=view.recorded, handling=view.handling
    ).newest


def _known(
    snapshot: Snapshot, view: View, followed: Sequence[Selection], progress: Progress
) -> tuple[Known, Sifted]:
    """What is known in a view of whom a brief follows, one after the other, and the documents."""
    found = Known((), {})
    sifted = Sifted(0, 0, 0, 0)
    for place, each in enumerate(followed):
        about = [code for code in (each.a, each.b) if code is not None]
        told = _share(progress, place, len(followed))
        seen = viewed(snapshot, view, about=about, progress=told)
        found |= known_of(seen.snapshot, [each])
        sifted = seen.documents or sifted
    return found, sifted


def _share(progress: Progress, place: int, number: int) -> Progress:
    """The progress of one of a number of steps."""
    return lambda documents, part: progress(documents, (place + part) / number)


def _last_day(snapshot: Snapshot, by: By, view: View) -> dt.date:
    if by == "recorded":
        return dt.datetime.fromisoformat(ledger.now()).date()
    newest = not_ahead(_newest(snapshot, view)) if view.handling else coverage(snapshot).as_of
    if newest is None:
        raise UsageError(
            "No document here has a publication date; go by the days of loading: --by recorded."
        )
    return newest


def _withdrawn(snapshot: Snapshot, wanted: DateRange) -> list[Withdrawal]:
    """Those of the period, by the day on which the documents were taken out."""
    earlier, found = days_from(wanted.first, -1), snapshot.withdrawals()
    return [each for each in found if is_by(each.at, wanted.last) and not is_by(each.at, earlier)]
